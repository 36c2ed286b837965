/** Delivery times in steps that double or so, fit for milliseconds and for hours alike. */
import type { DurationMs } from '#model/values/time.ts';

/** Upper borders, inclusive. What is longer falls in one more bin. */
export const latencyBorders: readonly DurationMs[] = [
  500, 1000, 2000, 5000, 10_000, 20_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
];

/** How many values fall in each bin; one more bin than borders. */
export function latencyCounts(values: readonly DurationMs[]): number[] {
  const counts: number[] = new Array(latencyBorders.length + 1).fill(0);
  for (const value of values) {
    const place = latencyBorders.findIndex((border) => value <= border);
    const bin = place < 0 ? latencyBorders.length : place;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** From the first bin that holds anything to the last, so that no chart is mostly empty. */
export function filledBins(counts: readonly (readonly number[])[]): number[] {
  const filled = Array.from({ length: latencyBorders.length + 1 }, (_, bin) => bin).filter((bin) =>
    counts.some((list) => (list[bin] ?? 0) > 0),
  );
  const [first, last] = [filled[0], filled.at(-1)];
  return first === undefined || last === undefined
    ? []
    : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
