/** Round numbers for the axis of a chart. */

/** From 0 in even steps of 1, 2 or 5 times a power of ten, no more than `most` of them above 0, up to `greatest` or past it. */
export function niceTicks(greatest: number, most: number, whole = true): number[] {
  if (!(greatest > 0)) return [0, 1];
  const rough = greatest / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  const step = Math.max(factor * power, whole ? 1 : 0);
  const count = Math.ceil((greatest / step) * (1 - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
