/** Moments and what the clocks of a zone show, both as milliseconds; the zone is a function, so that this stays pure. */
import type { DurationMs, EpochMs } from '../values/time.ts';

/** How far a zone's clocks are ahead of UTC at a moment. */
export type OffsetAt = (at: EpochMs) => DurationMs;

/** What the clocks show, written as if it were UTC. */
export type WallMs = number;

export const dayMs = 86_400_000;

export function wallOf(at: EpochMs, offsetAt: OffsetAt): WallMs {
  return at + offsetAt(at);
}

/**
 * The moment at which the clocks show this. Of an hour that comes twice the first; of one that is skipped the same distance
 * after the jump, so that a midnight that is skipped is the moment of the jump.
 */
export function atWall(wall: WallMs, offsetAt: OffsetAt): EpochMs {
  const candidates = [wall - offsetAt(wall - dayMs), wall - offsetAt(wall + dayMs)];
  const exact = candidates.filter((at) => wallOf(at, offsetAt) === wall);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** When the local day of a moment began, or with `days` that of so many days later (earlier where negative). */
export function dayStart(at: EpochMs, offsetAt: OffsetAt, days = 0): EpochMs {
  const midnight = Math.floor(wallOf(at, offsetAt) / dayMs) * dayMs;
  return atWall(midnight + days * dayMs, offsetAt);
}
