/** What one version of a record says otherwise than another, in plain terms. */
import type { Big } from 'big.js';
import type { Flow, Message, Part, Step } from '../flow/flow.ts';
import type { Channel } from '../record/channel.ts';
import { statusKey } from '../record/status.ts';
import type { EpochMs } from '../values/time.ts';
import { stepsByName } from './version.ts';

/** Which step a difference speaks of: its place in the version that has it, the later one where both do. */
interface OfStep {
  readonly stepIndex: number;
  readonly channel: Channel;
}

/** `part`: of a step of several parts; null for a step of one. Null for a value that a version does not have. */
export type Difference =
  | { readonly kind: 'flowStatus'; readonly from: string | null; readonly to: string | null }
  | ({ readonly kind: 'newStep'; readonly to: string | null } & OfStep)
  | ({ readonly kind: 'stepGone'; readonly from: string | null } & OfStep)
  | ({
      readonly kind: 'status';
      readonly part: number | null;
      readonly from: string | null;
      readonly to: string | null;
      /** When the new status was set, as the record says; null where it does not. */
      readonly at: EpochMs | null;
    } & OfStep)
  | ({
      readonly kind: 'reason';
      readonly part: number | null;
      readonly from: string | null;
      readonly to: string | null;
    } & OfStep)
  /** The same status, set at another time: a receipt that came later. */
  | ({
      readonly kind: 'statusTime';
      readonly part: number | null;
      readonly from: EpochMs | null;
      readonly to: EpochMs | null;
    } & OfStep)
  | ({
      readonly kind: 'price';
      readonly part: number | null;
      readonly from: Big | null;
      readonly to: Big | null;
    } & OfStep)
  | { readonly kind: 'totalPrice'; readonly from: Big | null; readonly to: Big | null }
  | { readonly kind: 'endedBy'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'statusCode'; readonly from: string | null; readonly to: string | null };

export function statusName(status: Flow['status'] | Step['status']): string | null {
  return status.kind === 'missing' ? null : status.name;
}

const channelName = (channel: Channel | null) => (channel === null || channel.kind === 'missing' ? null : channel.name);

/** Names that the vendor takes for one are one. */
function sameName(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && statusKey(a) === statusKey(b));
}

function samePrice(a: Big | null, b: Big | null): boolean {
  return a === b || (a !== null && b !== null && a.eq(b));
}

const ofMessage = (message: Message) => ({
  status: statusName(message.status),
  reason: message.detailedStatus,
  at: message.updatedAt,
  price: message.price,
});

function partDifferences(step: OfStep, part: number | null, before: Message, after: Message): Difference[] {
  const [a, b] = [ofMessage(before), ofMessage(after)];
  const found: Difference[] = [];
  if (!sameName(a.status, b.status))
    found.push({ kind: 'status', ...step, part, from: a.status, to: b.status, at: b.at });
  else if (a.at !== b.at) found.push({ kind: 'statusTime', ...step, part, from: a.at, to: b.at });
  if (!sameName(a.reason, b.reason)) found.push({ kind: 'reason', ...step, part, from: a.reason, to: b.reason });
  if (!samePrice(a.price, b.price)) found.push({ kind: 'price', ...step, part, from: a.price, to: b.price });
  return found;
}

/** Parts by their number, or by their place where they have none that tells them apart. */
function partsByNumber({ parts }: Step): ReadonlyMap<string, Part> {
  const numbered = new Set(parts.list.map(({ number }) => number));
  const tell = numbered.size === parts.list.length && !numbered.has(null);
  return new Map(parts.list.map((part, place) => [tell ? `number ${part.number}` : `place ${place}`, part]));
}

function stepDifferences(before: Step, after: Step): Difference[] {
  const step = { stepIndex: after.index, channel: after.channel };
  const earlier = partsByNumber(before);
  return [...partsByNumber(after)].flatMap(([name, part], place): Difference[] => {
    const number = after.parts.list.length === 1 ? null : (part.number ?? place + 1);
    const old = earlier.get(name);
    const to = statusName(part.message.status);
    if (old !== undefined) return partDifferences(step, number, old.message, part.message);
    return [{ kind: 'status', ...step, part: number, from: null, to, at: part.message.updatedAt }];
  });
}

function flowDifferences(before: Flow, after: Flow): Difference[] {
  const found: Difference[] = [];
  const [status, newStatus] = [statusName(before.status), statusName(after.status)];
  if (!sameName(status, newStatus)) found.push({ kind: 'flowStatus', from: status, to: newStatus });
  const [by, newBy] = [channelName(before.terminationChannel), channelName(after.terminationChannel)];
  if (!sameName(by, newBy)) found.push({ kind: 'endedBy', from: by, to: newBy });
  if (before.statusCode !== after.statusCode)
    found.push({ kind: 'statusCode', from: before.statusCode, to: after.statusCode });
  if (!samePrice(before.totalPrice, after.totalPrice))
    found.push({ kind: 'totalPrice', from: before.totalPrice, to: after.totalPrice });
  return found;
}

/**
 * What `after` says otherwise than `before`: of the flow first, then of each step in the chain's order. Empty where the
 * difference is of no status, reason, time of a status or price. `partial`: `after` may leave steps and fields of the flow
 * out, as a callback about one step does; what it leaves out has not gone.
 */
export function differences(before: Flow, after: Flow, partial = false): Difference[] {
  const earlier = stepsByName(before);
  const later = stepsByName(after);
  const ofFlow = flowDifferences(before, after).filter(({ kind, ...change }) => !partial || toOf(change) !== null);
  const ofSteps = [...later].flatMap(([name, step]): Difference[] => {
    const old = earlier.get(name);
    if (old !== undefined) return stepDifferences(old, step);
    return [{ kind: 'newStep', stepIndex: step.index, channel: step.channel, to: statusName(step.status) }];
  });
  const gone = partial
    ? []
    : [...earlier]
        .filter(([name]) => !later.has(name))
        .map(([, step]): Difference => {
          return { kind: 'stepGone', stepIndex: step.index, channel: step.channel, from: statusName(step.status) };
        });
  return [...ofFlow, ...ofSteps, ...gone];
}

function toOf(change: object): unknown {
  return 'to' in change ? change.to : null;
}
