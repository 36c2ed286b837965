/** Each step's share of the price as one stacked bar, in per cent of its box. Drawn in floats; the table below is exact. */

export interface PriceSegment {
  readonly key: string;
  readonly value: number;
  readonly colour: string;
}

export function PriceBar({ segments }: { readonly segments: readonly PriceSegment[] }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0);
  return (
    <div aria-hidden="true" className="my-3.5 flex h-[26px] overflow-hidden rounded-[7px] bg-line2">
      {segments.map(({ key, value, colour }, index) => (
        <i
          key={key}
          data-segment
          className={`block h-full ${index > 0 ? 'border-l border-panel' : ''}`}
          style={{ width: `${Math.round((value / total) * 100_000) / 1000}%`, background: colour }}
        />
      ))}
    </div>
  );
}
