/**
 * When the generated flows are created. The same week repeats for ever, Monday to Sunday in UTC, so any seven days hold
 * exactly `flowsPerWeek` flows, new ones keep coming, and what a range in the past holds never changes.
 */
import { seededRandom } from '../random.ts';

export const flowsPerWeek = 50_000;

const hourMs = 3_600_000;
export const weekMs = 7 * 24 * hourMs;
/** The first Monday of the epoch. */
const firstMonday = Date.UTC(1970, 0, 5);

/** How busy each hour of a working day is. */
const hours = [3, 2, 2, 2, 3, 8, 22, 46, 58, 52, 44, 40, 42, 44, 46, 50, 54, 48, 34, 24, 16, 11, 7, 4];
const days = [1, 1.05, 1.05, 1, 1.1, 0.6, 0.4];

/** The flows of a week in order of creation: milliseconds after Monday 00:00 UTC. */
export function weekOffsets(seed: number): Uint32Array {
  const random = seededRandom(seed ^ 0x51ed270b);
  const weights = days.flatMap((day) => hours.map((hour) => day * hour));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const offsets = new Uint32Array(flowsPerWeek);
  let hour = 0;
  let before = 0;
  for (let index = 0; index < flowsPerWeek; index += 1) {
    const target = ((index + random()) / flowsPerWeek) * total;
    while (hour < weights.length - 1 && before + (weights[hour] ?? 0) <= target) {
      before += weights[hour] ?? 0;
      hour += 1;
    }
    offsets[index] = Math.min(weekMs - 1, Math.floor((hour + (target - before) / (weights[hour] ?? 1)) * hourMs));
  }
  return offsets;
}

/** Which flow of which week. */
export interface Place {
  readonly week: number;
  readonly index: number;
}

/** Flows are counted through from the first week on, in order of creation. */
export function placeOf(position: number): Place {
  return { week: Math.floor(position / flowsPerWeek), index: position % flowsPerWeek };
}

/** When the flow of a place was created, epoch milliseconds. */
export function createdAtOf({ week, index }: Place, offsets: Uint32Array): number {
  return firstMonday + week * weekMs + (offsets[index] ?? 0);
}

/** The position of the first flow created at `time` or later. */
export function positionAt(time: number, offsets: Uint32Array): number {
  const week = Math.floor((time - firstMonday) / weekMs);
  const offset = time - firstMonday - week * weekMs;
  let [low, high] = [0, flowsPerWeek];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return week * flowsPerWeek + low;
}
