/**
 * Which bars of a chart over time are named on its axis: those that begin at round times of the viewer's clock. Our own:
 * d3's ticks of time know UTC and this computer's zone, not the viewer's.
 */
import type { DurationMs, EpochMs } from '../values/time.ts';
import { minuteMs } from './range.ts';
import { dayMs } from './wall-clock.ts';

const steps: readonly DurationMs[] = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((minutes) => minutes * minuteMs),
  ...[1, 2, 5, 10, 20, 50, 100].map((days) => days * dayMs),
];

/**
 * The places of bars that begin at multiples of one round step, at least `every` bars apart. `walls` are the beginnings of
 * the bars as the zone's clock shows them, in milliseconds as if it were UTC. Empty where no round time is among them.
 */
export function roundTicks(walls: readonly EpochMs[], every: number): number[] {
  const [first, second] = walls;
  if (first === undefined || second === undefined) return walls.map((_, place) => place);
  const step = steps.find((length) => length >= every * (second - first)) ?? every * (second - first);
  const round = walls.flatMap((wall, place) => (wall % step === 0 ? [place] : []));
  // An hour that comes twice is named once.
  return round.filter((place, index) => index === 0 || place - (round[index - 1] ?? 0) >= every);
}
