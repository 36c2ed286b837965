/** A course as a small line without axes; what it says in numbers stands beside it or in the charts. */

interface SparklineProps {
  readonly values: readonly (number | null)[];
}

const [width, height] = [120, 22];

/** Paths of the stretches without gaps, from the least value at the bottom to the greatest at the top. */
export function linePaths(values: readonly (number | null)[], wide: number, high: number): string[] {
  const known = values.filter((value) => value !== null);
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  const span = greatest - least || 1;
  const paths: string[] = [];
  let open = false;
  values.forEach((value, place) => {
    if (value === null) {
      open = false;
      return;
    }
    const x = ((place + 0.5) * wide) / values.length;
    const y = 1.5 + (1 - (value - least) / span) * (high - 3);
    const point = `${x.toFixed(1)},${y.toFixed(1)}`;
    if (open) paths[paths.length - 1] += `L${point}`;
    // A stretch of one is a dot: a line to where it is.
    else paths.push(`M${point}h0.01`);
    open = true;
  });
  return paths;
}

export function Sparkline({ values }: SparklineProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-[22px] min-w-0 flex-1"
    >
      <path
        d={linePaths(values, width, height).join('')}
        fill="none"
        stroke="var(--ink3)"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
