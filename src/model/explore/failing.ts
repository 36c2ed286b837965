/** Where attempts fail: groups of attempts that share values, each with its share failed beside that of the rest. */
import type { EpochMs } from '../values/time.ts';
import { channelKey } from './aggregate.ts';
import { type FlowRow, type RowStep, sentSteps } from './row.ts';

/** What attempts can be grouped by. `hour` is the hour in which the attempt was sent, in the viewer's zone. */
export const failingDimensions = ['channel', 'operator', 'sender', 'reason', 'label', 'country', 'hour'] as const;
export type FailingDimension = (typeof failingDimensions)[number];

/** A group's values by dimension; '' where the record gives none. The hour is its start as epoch ms in digits. */
export type FailingValues = Readonly<Partial<Record<FailingDimension, string>>>;

/** A share between 0 and 1 with the bounds that hold it in 95 of 100 cases (Wilson's interval without correction). */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface FailingGroup {
  readonly values: FailingValues;
  /** Attempts of the group that have ended, and those of them that reached nobody. */
  readonly tried: number;
  readonly failed: number;
  readonly failedShare: Share;
  /**
   * The same over the attempts outside the group: those of its channel where the group names one and anything beside it,
   * else all. Null when there are none.
   */
  readonly restShare: number | null;
  readonly restTried: number;
  /** `failedShare / restShare`; null when nothing of the rest failed, or there is no rest. */
  readonly lift: number | null;
  /** Failed attempts beyond what the rest's share would have given; negative where the group does better. */
  readonly excess: number;
  /** Fewer than `smallSample` attempts: one more or less changes the share visibly. */
  readonly small: boolean;
}

/** Below this a share is told as an interval. */
export const smallSample = 30;

const z = 1.959964;

/** Wilson's interval for `count` of `total`; 0 to 1 when nothing was tried. */
export function wilson(count: number, total: number): Share {
  if (total === 0) return { share: 0, low: 0, high: 1 };
  const share = count / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const divisor = 1 + (z * z) / total;
  // At the ends rounding would leave a sliver beside 0 and 1.
  const low = count === 0 ? 0 : Math.max(0, (centre - spread) / divisor);
  const high = count === total ? 1 : Math.min(1, (centre + spread) / divisor);
  return { share, low, high };
}

/** Only attempts with an end can have failed; a waiting or unknown one is counted nowhere. */
function hasEnded({ outcome }: RowStep): boolean {
  return outcome !== 'waiting' && outcome !== 'unknown' && outcome !== 'notSent';
}

export interface Counts {
  tried: number;
  failed: number;
}

export interface Base extends Counts {
  readonly values: FailingValues;
  readonly channel: string;
  readonly reasons: Map<string, number>;
}

export interface Grouping {
  readonly dimensions: readonly FailingDimension[];
  /** The start of the hour, in the viewer's zone, that a moment lies in. */
  readonly hourStart: (time: EpochMs) => EpochMs;
}

function valueIn(step: RowStep, dimension: FailingDimension, hourStart: Grouping['hourStart']): string {
  switch (dimension) {
    case 'channel':
      return channelKey(step.channel);
    case 'operator':
      return step.operator ?? '';
    case 'sender':
      return step.sender ?? '';
    case 'reason':
      return step.detailedStatus ?? step.status ?? '';
    case 'label':
      return step.label ?? '';
    case 'country':
      return step.country ?? '';
    case 'hour':
      return step.sentAt === null ? '' : String(hourStart(step.sentAt));
  }
}

function counted<Key>(map: Map<Key, Counts>, key: Key): Counts {
  const found = map.get(key) ?? { tried: 0, failed: 0 };
  map.set(key, found);
  return found;
}

function add(counts: Counts, failed: boolean): void {
  counts.tried++;
  if (failed) counts.failed++;
}

/** Counts added up row by row, so that more rows can come while they are shown. */
export interface FailingCounts {
  readonly grouping: Grouping;
  /** By everything but their reason, which only a failed attempt has. */
  readonly bases: Map<string, Base>;
  readonly channels: Map<string, Counts>;
  readonly reasons: Map<string, Counts>;
}

export function emptyFailing(grouping: Grouping): FailingCounts {
  return { grouping, bases: new Map(), channels: new Map(), reasons: new Map() };
}

function baseOf({ grouping, bases }: FailingCounts, step: RowStep): Base {
  const shown = grouping.dimensions.filter((dimension) => dimension !== 'reason');
  const texts = shown.map((dimension) => valueIn(step, dimension, grouping.hourStart));
  const key = JSON.stringify(texts);
  const known = bases.get(key);
  if (known !== undefined) return known;
  const values = Object.fromEntries(shown.map((dimension, place) => [dimension, texts[place] ?? '']));
  const made: Base = { values, channel: channelKey(step.channel), tried: 0, failed: 0, reasons: new Map() };
  bases.set(key, made);
  return made;
}

/** Adds the attempts of one flow. */
export function addFailing(counts: FailingCounts, row: FlowRow): void {
  for (const step of sentSteps(row)) {
    if (!hasEnded(step)) continue;
    const failed = step.outcome === 'notDelivered';
    const channel = channelKey(step.channel);
    const base = baseOf(counts, step);
    add(base, failed);
    add(counted(counts.channels, channel), failed);
    add(counted(counts.channels, allChannels), failed);
    if (!failed) continue;
    const reason = valueIn(step, 'reason', counts.grouping.hourStart);
    base.reasons.set(reason, (base.reasons.get(reason) ?? 0) + 1);
    counted(counts.reasons, reasonKey(channel, reason)).failed++;
    counted(counts.reasons, reasonKey(allChannels, reason)).failed++;
  }
}

/** No channel's key: those are names or ''. */
const allChannels = '\u0000all';

const reasonKey = (channel: string, reason: string) => JSON.stringify([channel, reason]);

function group(values: FailingValues, own: Counts, all: Counts): FailingGroup {
  const restTried = all.tried - own.tried;
  const failedShare = wilson(own.failed, own.tried);
  const restShare = restTried === 0 ? null : (all.failed - own.failed) / restTried;
  return {
    values,
    tried: own.tried,
    failed: own.failed,
    failedShare,
    restShare,
    restTried,
    lift: restShare === null || restShare === 0 ? null : failedShare.share / restShare,
    excess: own.failed - own.tried * (restShare ?? 0),
    small: own.tried < smallSample,
  };
}

/**
 * The groups that the attempts fall into by the dimensions; those that explain most failures beyond the rest's share first,
 * ties by number. With `reason`, a group counts the failures with that reason among the attempts that share its other
 * values. Without dimensions one group holds all. Empty where no attempt has ended.
 */
export function groupsOf({ grouping, bases, channels, reasons }: FailingCounts): FailingGroup[] {
  const { dimensions } = grouping;
  // A channel alone is compared with the other channels, anything within it with the rest of it.
  const withinChannel =
    dimensions.includes('channel') && dimensions.some((one) => one !== 'channel' && one !== 'reason');
  const byReason = dimensions.includes('reason');
  const groups = [...bases.values()].flatMap((base) => {
    const scope = withinChannel ? base.channel : allChannels;
    const all = counted(channels, scope);
    if (!byReason) return [group(base.values, base, all)];
    return [...base.reasons].map(([reason, failed]) => {
      const allOfReason = { tried: all.tried, failed: counted(reasons, reasonKey(scope, reason)).failed };
      return group({ ...base.values, reason }, { tried: base.tried, failed }, allOfReason);
    });
  });
  return groups.sort((a, b) => b.excess - a.excess || b.failed - a.failed || b.tried - a.tried);
}

/** The groups of some rows. Linear in their attempts. */
export function failingGroups(rows: Iterable<FlowRow>, grouping: Grouping): FailingGroup[] {
  const counts = emptyFailing(grouping);
  for (const row of rows) addFailing(counts, row);
  return groupsOf(counts);
}

/**
 * Finds a group of the same values among those of another range, for its share there to stand beside; null where it had
 * no attempt, and for groups by hour, since another range has other hours.
 */
export function groupFinder(groups: readonly FailingGroup[]): (values: FailingValues) => FailingGroup | null {
  const known = new Map(groups.map((one) => [groupKey(one.values), one]));
  return (values) => (values.hour === undefined ? (known.get(groupKey(values)) ?? null) : null);
}

/** Equal for equal values, in whatever order they were written. */
function groupKey(values: FailingValues): string {
  return JSON.stringify(failingDimensions.map((dimension) => values[dimension] ?? null));
}
