/** Times of a record that cannot all be right: out of order, or apart by as much as the clocks of two zones. */

import { type DurationMs, type EpochMs, roundingMs } from '../values/time.ts';
import { wholeOffset, zoneWithOffset } from '../values/zone-offset.ts';
import type { ClockDoubt, Message, Step } from './flow.ts';

type Against = Extract<ClockDoubt, { kind: 'zone' }>['against'];

/** A first message follows its flow, and a next step the status before it, within so long. */
const promptMs = 5000;
/** A status that is dated before its message took no longer than this, if a zone is to explain it. */
const usualDeliveryMs = 60_000;

/** The reported latency in both of its units (vendor's reference: milliseconds; its example: seconds). */
function offByLatency(message: Message, measuredMs: DurationMs): DurationMs | null {
  const latency = message.content.kind === 'sms' ? message.content.latency : null;
  if (latency === null || latency < 0 || message.status.kind === 'missing' || message.status.class === 'inProgress')
    return null;
  for (const reportedMs of [latency, latency * 1000]) {
    const allowedMs = Math.max(roundingMs, Math.min(usualDeliveryMs, reportedMs / 10));
    if (Math.abs(measuredMs - reportedMs) <= allowedMs) return null;
    const offset = wholeOffset(measuredMs - reportedMs, allowedMs, allowedMs);
    if (offset !== null) return offset;
  }
  return null;
}

interface Times {
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
}

/** A status date later than the flow's own last change, by a zone's distance. */
function offByFlow(message: Message, flow: Times): DurationMs | null {
  const { createdAt, updatedAt } = message;
  if (createdAt === null || updatedAt === null || flow.updatedAt === null) return null;
  const ahead = updatedAt - flow.updatedAt;
  if (ahead <= 0) return null;
  const offset = wholeOffset(ahead, usualDeliveryMs, roundingMs);
  return offset !== null && updatedAt - offset >= createdAt - roundingMs ? offset : null;
}

/** A status date so long after the next step's sending, which follows it at once when a zone is taken off. */
function offByNext(message: Message, nextAt: EpochMs | null): DurationMs | null {
  const { createdAt, updatedAt } = message;
  if (createdAt === null || updatedAt === null || nextAt === null || updatedAt <= nextAt) return null;
  const offset = wholeOffset(updatedAt - nextAt, promptMs, 0);
  return offset !== null && updatedAt - offset >= createdAt - roundingMs ? offset : null;
}

function statusOffset(
  message: Message,
  flow: Times,
  nextAt: EpochMs | null,
): { by: DurationMs; against: Against } | null {
  const { createdAt, updatedAt } = message;
  if (createdAt === null || updatedAt === null) return null;
  const measured = updatedAt - createdAt;
  const candidates: [Against, DurationMs | null][] = [
    ['latency', offByLatency(message, measured)],
    ['creation', measured < -roundingMs ? wholeOffset(measured, 0, usualDeliveryMs) : null],
    ['nextStep', offByNext(message, nextAt)],
    ['flow', offByFlow(message, flow)],
  ];
  const found = candidates.find(([, by]) => by !== null);
  return found === undefined || found[1] === null ? null : { by: found[1], against: found[0] };
}

function statusDoubt(step: Step, flow: Times, nextAt: EpochMs | null): ClockDoubt | null {
  let worst: ClockDoubt | null = null;
  for (const message of step.messages) {
    const { createdAt, updatedAt, country } = message;
    if (createdAt === null || updatedAt === null) continue;
    const zone = statusOffset(message, flow, nextAt);
    if (zone !== null) {
      const named = zoneWithOffset(country, zone.by, updatedAt);
      return { kind: 'zone', stepIndex: step.index, byMs: zone.by, zone: named, against: zone.against };
    }
    const byMs = createdAt - updatedAt;
    if (byMs <= roundingMs || (worst !== null && worst.byMs >= byMs)) continue;
    worst = { kind: 'statusBeforeCreation', stepIndex: step.index, byMs };
  }
  return worst;
}

/** The first step against the flow's own creation. */
function creationDoubt(step: Step | undefined, flow: Times): ClockDoubt | null {
  if (step === undefined || step.sentAt === null || flow.createdAt === null) return null;
  const afterMs = step.sentAt - flow.createdAt;
  const offset = wholeOffset(afterMs, roundingMs, promptMs);
  if (offset !== null) {
    const zone = zoneWithOffset(step.messages[0].country, offset, step.sentAt);
    return { kind: 'zone', stepIndex: step.index, byMs: offset, zone, against: 'flow' };
  }
  return afterMs < -roundingMs ? { kind: 'messageBeforeFlow', stepIndex: step.index, byMs: -afterMs } : null;
}

/** At most one doubt a step on its status dates, one on its creation against the flow's, one on the flow's own times. */
export function clockDoubts(steps: readonly Step[], flow: Times): ClockDoubt[] {
  const sent = steps.filter((step) => step.outcome.kind !== 'notSent');
  const own =
    flow.createdAt !== null && flow.updatedAt !== null && flow.createdAt - flow.updatedAt > roundingMs
      ? [{ kind: 'updatedBeforeCreation' as const, stepIndex: null, byMs: flow.createdAt - flow.updatedAt }]
      : [];
  const created = creationDoubt(sent[0], flow);
  const statuses = sent.flatMap((step, place) => statusDoubt(step, flow, sent[place + 1]?.sentAt ?? null) ?? []);
  return [...own, ...(created === null ? [] : [created]), ...statuses];
}

const doubted = new WeakMap<readonly ClockDoubt[], ReadonlySet<number>>();

/** Steps whose own times are doubtful, so that no length is told from them; a late start of the flow is not among them. */
export function doubtedSteps(doubts: readonly ClockDoubt[]): ReadonlySet<number> {
  const known = doubted.get(doubts);
  if (known !== undefined) return known;
  const found = new Set(doubts.flatMap((doubt) => (doubt.kind === 'messageBeforeFlow' ? [] : (doubt.stepIndex ?? []))));
  doubted.set(doubts, found);
  return found;
}
