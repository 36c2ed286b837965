/** Findings that no single record shows: what changed that should not have. From Routee's own answers alone. */
import type { Big } from 'big.js';
import { decider, fieldPaths, rootPath } from '../findings/evidence.ts';
import type { Finding } from '../findings/finding.ts';
import type { Flow, Step } from '../flow/flow.ts';
import { decimalsOf } from '../readings/price.ts';
import type { Channel } from '../record/channel.ts';
import { readStatus, type StatusClass, statusKey } from '../record/status.ts';
import { type Difference, differences } from './differences.ts';
import { ownAnswers, type Seen, stepsByName } from './version.ts';

/** The order in which statuses may follow each other; statuses of one number may come in any order. Vendor's status tables. */
const ranks: readonly (readonly [status: string, rank: number])[] = [
  ['queued', 0],
  ['initiated', 1],
  ['sent', 1],
  ['ringing', 2],
  ['inprogress', 3],
  ['seen', 6],
];
const rankByClass: Readonly<Record<Exclude<StatusClass, 'unknown'>, number>> = {
  inProgress: 1,
  notDelivered: 4,
  delivered: 5,
};

/** Null for a status of which the order is not known. */
function rankOf(channel: Channel, name: string | null): number | null {
  const status = readStatus(channel, name);
  if (status.kind === 'missing' || status.class === 'unknown' || statusKey(status.name) === 'unknown') return null;
  return ranks.find(([key]) => key === statusKey(status.name))?.[1] ?? rankByClass[status.class];
}

/** Queued, then in progress, then one end or the other, and no more. */
const flowRanks: Readonly<Record<Flow['status']['kind'], number | null>> = {
  queued: 0,
  inProgress: 1,
  succeeded: 2,
  failed: 2,
  unknown: null,
  missing: null,
};

/** Null for a flow that went on as flows do. */
function oddChange(before: Flow, after: Flow): 'status-went-back' | 'receipt-after-end' | null {
  const [from, to] = [flowRanks[before.status.kind], flowRanks[after.status.kind]];
  if (from === null || to === null) return null;
  if (to < from) return 'status-went-back';
  return from === 2 && before.status.kind !== after.status.kind ? 'receipt-after-end' : null;
}

/** A Viber message that was delivered expires where nobody sees it (vendor's page "Viber", `expireOnDelivery`). */
function isUsualExpiry(step: Step | undefined, to: string | null): boolean {
  return to !== null && statusKey(to) === 'expired' && step?.outcome.kind === 'expiredAfterDelivery';
}

interface Pair {
  readonly earlier: Seen;
  readonly later: Seen;
  /** What is shown, in whose record the paths lie. */
  readonly shown: Flow;
}

/** A step of the later version, as another version has it. */
function stepIn(flow: Flow, { later }: Pair, stepIndex: number): Step | undefined {
  const name = [...stepsByName(later.flow)].find(([, step]) => step.index === stepIndex)?.[0];
  return name === undefined ? undefined : stepsByName(flow).get(name);
}

function ofStep(pair: Pair, stepIndex: number, field: 'status' | 'price') {
  const step = stepIn(pair.shown, pair, stepIndex);
  return step === undefined
    ? { severity: 'warning' as const, stepIndexes: [], paths: [rootPath(pair.shown, 'messages')] }
    : {
        severity: 'warning' as const,
        stepIndexes: [step.index],
        paths: fieldPaths(pair.shown, [decider(step)], field),
      };
}

const spanOf = ({ earlier, later }: Pair) => ({
  after: Math.min(earlier.lastSeen, later.firstSeen),
  before: later.firstSeen,
});

function statusFindings(pair: Pair, change: Extract<Difference, { kind: 'status' }>): Finding[] {
  const { channel, stepIndex, from, to } = change;
  if (from === null || to === null) return [];
  const facts = { channel, from, to, ...spanOf(pair) };
  const [rank, newRank] = [rankOf(channel, from), rankOf(channel, to)];
  const back = rank !== null && newRank !== null && newRank < rank;
  if (back && !isUsualExpiry(pair.later.flow.steps[stepIndex], to))
    return [{ code: 'status-went-back', ...ofStep(pair, stepIndex, 'status'), ...facts }];
  if (!pair.earlier.flow.ended) return [];
  return [{ code: 'receipt-after-end', ...ofStep(pair, stepIndex, 'status'), ...facts }];
}

function findingsOf(pair: Pair, change: Difference): Finding[] {
  const span = spanOf(pair);
  const root = (field: string) => ({
    severity: 'warning' as const,
    stepIndexes: [],
    paths: [rootPath(pair.shown, field)],
  });
  switch (change.kind) {
    case 'status':
      return statusFindings(pair, change);
    case 'flowStatus': {
      const { from, to } = change;
      const code = oddChange(pair.earlier.flow, pair.later.flow);
      if (from === null || to === null || code === null) return [];
      return [{ code, ...root('status'), channel: null, from, to, ...span }];
    }
    case 'price': {
      const { from, to, channel, stepIndex } = change;
      // While a step is under way its price may still be made up.
      const isDone = pair.earlier.flow.ended || (stepIn(pair.earlier.flow, pair, stepIndex)?.endedAt ?? null) !== null;
      if (from === null || to === null || !isDone) return [];
      return [
        {
          code: 'price-changed',
          ...ofStep(pair, stepIndex, 'price'),
          channel,
          from,
          to,
          decimals: decimalsOfBoth(from, to),
          ...span,
        },
      ];
    }
    case 'totalPrice': {
      const { from, to } = change;
      if (from === null || to === null || !pair.earlier.flow.ended) return [];
      return [
        {
          code: 'price-changed',
          ...root('totalPrice'),
          channel: null,
          from,
          to,
          decimals: decimalsOfBoth(from, to),
          ...span,
        },
      ];
    }
    default:
      return [];
  }
}

const decimalsOfBoth = (a: Big, b: Big) => Math.max(2, decimalsOf(a), decimalsOf(b));

/** Only the newest of each code and step; more would say the same again. */
const sameSubject = (a: Finding, b: Finding) => a.code === b.code && a.stepIndexes.join() === b.stepIndexes.join();

/**
 * What changed between Routee's own answers and should not have: receipts after the flow's end, statuses that went back,
 * prices of what was done. In the order of the steps, the newest of each kind; empty for fewer than two answers. `paths` lie
 * in the record of `shown`.
 */
export function historyFindings(seen: readonly Seen[], shown: Flow): Finding[] {
  const own = ownAnswers(seen);
  const all = own.slice(1).flatMap((later, place): Finding[] => {
    const pair: Pair = { earlier: own[place] ?? later, later, shown };
    return differences(pair.earlier.flow, later.flow).flatMap((change) => findingsOf(pair, change));
  });
  return all
    .filter((finding, place) => !all.slice(place + 1).some((other) => sameSubject(finding, other)))
    .sort((a, b) => (a.stepIndexes[0] ?? -1) - (b.stepIndexes[0] ?? -1));
}
