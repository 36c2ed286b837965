/** Where and when attempts fail: flows by the value of a dimension and by bar of time, those in most trouble first. */
import type { EpochMs } from '../values/time.ts';
import { type Binning, binStart } from './aggregate.ts';
import { attemptValue, type Dimension, isFailedAttempt } from './attempt.ts';
import { wilson } from './failing.ts';
import { type FlowRow, type RowStep, sentSteps } from './row.ts';

/** Flows, each once: those with an attempt of the value that has ended, and those of them with one that reached nobody. */
export interface TroubleCount {
  tried: number;
  failed: number;
}

export interface TroubleBar extends TroubleCount {
  /** Of the bar in time; flows stand by when they were created, as in the chart of all flows. */
  readonly start: EpochMs;
  /** Flows with a failed attempt beyond what the share of the other values would have given; may be negative. */
  readonly excess: number;
  /** At least `leastBad` failures, and in 95 of 100 cases a share above that of the other values (Wilson's lower bound). */
  readonly bad: boolean;
}

export interface Trouble extends TroubleCount {
  readonly value: string;
  /** The bars with flows, in order of time. Flows without a creation time are in none. */
  readonly bars: readonly TroubleBar[];
  /** The bar with most excess; null where no bar has any. */
  readonly worst: TroubleBar | null;
  /** Failed of tried over all other values; null where there is no other. */
  readonly restShare: number | null;
}

/** Among hundreds of bars a few of two or three failures out of four are there by chance. */
const leastBad = 5;

interface Counted extends TroubleCount {
  readonly bars: Map<EpochMs, TroubleCount>;
}

/** Counts added up flow by flow, so that more can come while they are shown. */
export interface TroubleCounts {
  readonly dimension: Dimension;
  readonly binning: Binning;
  readonly values: Map<string, Counted>;
}

export function emptyTroubles(dimension: Dimension, binning: Binning): TroubleCounts {
  return { dimension, binning, values: new Map() };
}

/** Only attempts with an end can have failed. */
function hasEnded({ outcome }: RowStep): boolean {
  return outcome !== 'waiting' && outcome !== 'unknown' && outcome !== 'notSent';
}

/** A flow's values, each with whether an attempt of it failed. What the record does not give is no value. */
function valuesIn(row: FlowRow, dimension: Dimension): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const step of sentSteps(row)) {
    const value = attemptValue(step, dimension);
    if (value === '' || !hasEnded(step)) continue;
    found.set(value, isFailedAttempt(step) || (found.get(value) ?? false));
  }
  return found;
}

function count(counts: TroubleCount, failed: boolean): void {
  counts.tried++;
  if (failed) counts.failed++;
}

export function addTrouble({ dimension, binning, values }: TroubleCounts, row: FlowRow): void {
  for (const [value, failed] of valuesIn(row, dimension)) {
    const known = values.get(value) ?? { tried: 0, failed: 0, bars: new Map<EpochMs, TroubleCount>() };
    values.set(value, known);
    count(known, failed);
    if (row.createdAt === null) continue;
    const start = binStart(row.createdAt, binning);
    const bar = known.bars.get(start) ?? { tried: 0, failed: 0 };
    known.bars.set(start, bar);
    count(bar, failed);
  }
}

function troubleBars(bars: Counted['bars'], restShare: number): TroubleBar[] {
  return [...bars]
    .sort(([a], [b]) => a - b)
    .map(([start, { tried, failed }]) => ({
      start,
      tried,
      failed,
      excess: failed - tried * restShare,
      bad: failed >= leastBad && wilson(failed, tried).low > restShare,
    }));
}

/**
 * All values; first the one whose worst bar has most failures beyond the share of the others, so that one bad hour is seen
 * before what is a little bad all day; ties by failures, then by name. Empty where no attempt has ended.
 */
export function troubles({ values }: TroubleCounts): Trouble[] {
  const all = { tried: 0, failed: 0 };
  for (const { tried, failed } of values.values()) {
    all.tried += tried;
    all.failed += failed;
  }
  const found = [...values].map(([value, { tried, failed, bars: counted }]): Trouble => {
    const restTried = all.tried - tried;
    const restShare = restTried === 0 ? null : (all.failed - failed) / restTried;
    // Alone, a value is compared with itself.
    const bars = troubleBars(counted, restShare ?? failed / tried);
    const most = bars.reduce<TroubleBar | null>((a, b) => (a === null || b.excess > a.excess ? b : a), null);
    return { value, tried, failed, bars, restShare, worst: most !== null && most.excess > 0 ? most : null };
  });
  const worst = (one: Trouble) => one.worst?.excess ?? 0;
  return found.sort((a, b) => worst(b) - worst(a) || b.failed - a.failed || (a.value < b.value ? -1 : 1));
}
