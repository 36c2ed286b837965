/** Places in the plot, the part of the drawing that holds bars: per cent of its width, so that no width need be known. */
import type { Scale } from '#model/readings/scale.ts';
import type { EpochMs } from '#model/values/time.ts';

/** From `from` to `to`, in per cent of the plot. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What is farther outside the plot is drawn here, so that nothing gets absurd coordinates. */
const outside = 6;

/** Place of a time: 0 to 100 in view, at most a little beyond. */
export function placeOf(scale: Scale, at: EpochMs): number {
  return Math.min(100 + outside, Math.max(-outside, scale.project(at) * 100));
}

export const extentOf = (scale: Scale, from: EpochMs, to: EpochMs): Extent => ({
  from: placeOf(scale, from),
  to: placeOf(scale, to),
});

export const inPlot = (place: number) => place >= -0.05 && place <= 100.05;

/** The part of an extent that is in view, or null. One without length is in view as a point. */
export function visible({ from, to }: Extent): Extent | null {
  const seen = { from: Math.max(0, from), to: Math.min(100, to) };
  return seen.to >= seen.from ? seen : null;
}

/** A place as CSS, the same text wherever it is written: "12.345%". */
export const percent = (place: number): string => `${Math.round(place * 1000) / 1000}%`;

/** A height as CSS. */
export const rem = (height: number): string => `${Math.round(height * 10_000) / 10_000}rem`;
