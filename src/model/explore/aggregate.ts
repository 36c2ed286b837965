/** Figures over many flows, added up row by row, so that more of them can be loaded while they are shown. */

import type { FindingCode } from '../findings/finding.ts';
import type { Channel } from '../record/channel.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';
import { ExactSum } from './exact-sum.ts';
import { type FlowRow, type RowStatus, type RowStep, sentSteps } from './row.ts';

/** A channel as a key: "Viber", another name as it stands, '' for none. */
export type ChannelKey = string;

export function channelKey(channel: Channel): ChannelKey {
  return channel.kind === 'missing' ? '' : channel.name;
}

/**
 * From a try to the next one or to the flow's end: `[1, 'Viber', 'Sms']` is "first Viber, then SMS", `[2, 'Sms',
 * 'failed']` is "SMS second, and the flow failed after it". Places count sent steps from 1.
 */
export interface Band {
  readonly place: number;
  readonly from: ChannelKey;
  readonly to:
    | { readonly kind: 'step'; readonly channel: ChannelKey }
    | { readonly kind: 'end'; readonly status: RowStatus };
}

export interface ChannelFigures {
  /** Tries that were sent, and those of them that ended without reaching anybody. */
  tries: number;
  failedTries: number;
  readonly spend: ExactSum;
  readonly failedSpend: ExactSum;
  /** Times from sending to delivery, of the tries that delivered; unsorted. */
  readonly deliveryMs: number[];
}

export interface CoursePoint {
  neededFailover: number;
  /** As a double: fit for drawing, not for telling. */
  spend: number;
  /** From creation until the recipient was reached; unsorted. */
  readonly reachMs: number[];
}

export interface Aggregate {
  flows: number;
  readonly byStatus: Record<RowStatus, number>;
  /** Flows in which a second try was sent, those of them that ended, and those that succeeded. */
  neededFailover: number;
  failoverEnded: number;
  recovered: number;
  /** Of the flows that succeeded: only by a call that nobody is known to have heard, and only with a part of an SMS. */
  unheard: number;
  inPart: number;
  readonly spend: ExactSum;
  readonly failedSpend: ExactSum;
  /** From creation until the recipient was reached; unsorted. */
  readonly reachMs: number[];
  /** By the start of the bin. Flows without a creation time are in none. */
  readonly bins: Map<EpochMs, Record<RowStatus, number>>;
  /** By the start of the bin, for drawing the course of the other figures. */
  readonly course: Map<EpochMs, CoursePoint>;
  readonly bands: Map<string, { readonly band: Band; count: number }>;
  readonly channels: Map<ChannelKey, ChannelFigures>;
  readonly findings: Map<FindingCode, number>;
}

/** Bins are `widthMs` long and start at multiples of it, counted from `originMs`, unless they have borders of their own. */
export interface Binning {
  readonly widthMs: DurationMs;
  readonly originMs: EpochMs;
  /**
   * Where bins are local days or parts of them, which are longer or shorter when the clocks change: the start of every bin,
   * ascending, and the end of the last. What lies outside falls in the first or last bin.
   */
  readonly borders?: readonly EpochMs[];
}

const none = (): Record<RowStatus, number> => ({ succeeded: 0, failed: 0, running: 0, unknown: 0 });

export function emptyAggregate(): Aggregate {
  return {
    flows: 0,
    byStatus: none(),
    neededFailover: 0,
    failoverEnded: 0,
    recovered: 0,
    unheard: 0,
    inPart: 0,
    spend: new ExactSum(),
    failedSpend: new ExactSum(),
    reachMs: [],
    bins: new Map(),
    course: new Map(),
    bands: new Map(),
    channels: new Map(),
    findings: new Map(),
  };
}

/** The last of the starts that is not after the time; the first where all are. Halving, since this is done for every row. */
function lastUpTo(borders: readonly EpochMs[], time: EpochMs): EpochMs {
  let [low, high] = [0, Math.max(0, borders.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((borders[middle] ?? time) <= time) low = middle;
    else high = middle - 1;
  }
  return borders[low] ?? time;
}

/** The start of the bin a moment falls in; a moment on a border belongs to the later bin. */
export function binStart(time: EpochMs, { widthMs, originMs, borders }: Binning): EpochMs {
  if (borders !== undefined) return lastUpTo(borders, time);
  return originMs + Math.floor((time - originMs) / widthMs) * widthMs;
}

/** What is under a key, made when it is met first. */
function under<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const newChannel = (): ChannelFigures => ({
  tries: 0,
  failedTries: 0,
  spend: new ExactSum(),
  failedSpend: new ExactSum(),
  deliveryMs: [],
});

/** True for a try that ended without reaching anybody. */
function failedTry(step: RowStep): boolean {
  return step.outcome === 'notDelivered';
}

export function bandKey(band: Band): string {
  return JSON.stringify([
    band.place,
    band.from,
    band.to.kind === 'step' ? band.to.channel : null,
    band.to.kind === 'end' ? band.to.status : null,
  ]);
}

/** The way of a flow through its tries to its end; empty for one of which nothing was sent. */
export function bandsOf(row: FlowRow): Band[] {
  const sent = sentSteps(row);
  return sent.map((step, index): Band => {
    const next = sent[index + 1];
    const to =
      next === undefined
        ? { kind: 'end' as const, status: row.status }
        : { kind: 'step' as const, channel: channelKey(next.channel) };
    return { place: index + 1, from: channelKey(step.channel), to };
  });
}

function addStep(all: Aggregate, step: RowStep): void {
  const channel = under(all.channels, channelKey(step.channel), newChannel);
  channel.tries++;
  if (step.price !== null) channel.spend.add(step.price);
  if (step.failedPrice !== null) channel.failedSpend.add(step.failedPrice);
  if (step.outcome === 'delivered' && step.tookMs !== null) channel.deliveryMs.push(step.tookMs);
  if (failedTry(step)) channel.failedTries++;
}

function addFailover(all: Aggregate, row: FlowRow, tries: number): void {
  if (tries < 2) return;
  all.neededFailover++;
  if (row.status === 'succeeded' || row.status === 'failed') all.failoverEnded++;
  if (row.status === 'succeeded') all.recovered++;
}

/** A flow that succeeded counts apart where no step brought the whole message to anybody. */
function addSucceeded(all: Aggregate, { status, steps }: FlowRow): void {
  if (status !== 'succeeded') return;
  const outcomes = new Set(steps.map(({ outcome }) => outcome));
  if (outcomes.has('delivered') || outcomes.has('expiredAfterDelivery')) return;
  if (outcomes.has('partlyDelivered')) all.inPart++;
  else if (outcomes.has('unheard')) all.unheard++;
}

function addToBin(all: Aggregate, row: FlowRow, { start, needed }: { start: EpochMs; needed: boolean }): void {
  under(all.bins, start, none)[row.status]++;
  const point = under(all.course, start, () => ({ neededFailover: 0, spend: 0, reachMs: [] }));
  if (needed) point.neededFailover++;
  point.spend += Number(row.price ?? 0);
  if (row.reachMs !== null) point.reachMs.push(row.reachMs);
}

/** Adds one flow to the figures. */
export function addRow(all: Aggregate, row: FlowRow, binning: Binning): void {
  all.flows++;
  all.byStatus[row.status]++;
  const sent = sentSteps(row);
  addFailover(all, row, sent.length);
  addSucceeded(all, row);
  if (row.price !== null) all.spend.add(row.price);
  if (row.failedPrice !== null) all.failedSpend.add(row.failedPrice);
  if (row.reachMs !== null) all.reachMs.push(row.reachMs);
  if (row.createdAt !== null) addToBin(all, row, { start: binStart(row.createdAt, binning), needed: sent.length > 1 });
  for (const step of sent) addStep(all, step);
  for (const band of bandsOf(row)) under(all.bands, bandKey(band), () => ({ band, count: 0 })).count++;
  for (const { code } of row.findings) all.findings.set(code, (all.findings.get(code) ?? 0) + 1);
}

/** The figures over rows; the same whatever their order, and the same as adding them page by page. */
export function aggregate(rows: Iterable<FlowRow>, binning: Binning): Aggregate {
  const all = emptyAggregate();
  for (const row of rows) addRow(all, row, binning);
  return all;
}

/** Flows with a final status: what rates are taken of, since a running one may still go either way. */
export function endedFlows({ byStatus }: Pick<Aggregate, 'byStatus'>): number {
  return byStatus.succeeded + byStatus.failed;
}

/**
 * The value that at least `share` (0 to 1) of the sorted values do not exceed: the nearest-rank percentile, always one
 * of the values themselves. Null without values.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? null;
}

/** A copy in ascending order. */
export function sortedNumbers(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}
