/** From a record to a flow: the chain, its hand-overs, who reached the recipient and when it ended. */
import { type Channel, readChannel, sameChannel } from '../record/channel.ts';
import { idOf, moneyOf, readMessage, textOf, timeOf } from '../record/message.ts';
import { type FlowRecord, pathInRecord, unreadTriggers } from '../record/record.ts';
import { statusKey } from '../record/status.ts';
import type { EpochMs } from '../values/time.ts';
import type { Flow, FlowStatus, Message, NotSentReason, Outcome, Step } from './flow.ts';
import { handoversOf } from './handover.ts';
import { groupMessages, neverSent, sentOutcome, stepOf } from './steps.ts';

const flowStatuses = { queued: 'queued', inprogress: 'inProgress', succeeded: 'succeeded', failed: 'failed' } as const;

/** Vendor's page "Failover tracking", root `status`; compared without regard to case, spaces, `_` and `-`. */
export function readFlowStatus(name: string | null): FlowStatus {
  if (name === null) return { kind: 'missing' };
  const key = statusKey(name);
  const kind = Object.hasOwn(flowStatuses, key) ? flowStatuses[key as keyof typeof flowStatuses] : 'unknown'; // hasOwn proved the key
  return { kind, name };
}

/** True where the recipient got the message, in whole or in part, whatever the flow made of it. */
export function reached(outcome: Outcome): boolean {
  return outcome.kind === 'delivered' || outcome.kind === 'partlyDelivered' || outcome.kind === 'expiredAfterDelivery';
}

/** True for a step that Routee tried. */
export function wasSent(step: Step): boolean {
  return step.outcome.kind !== 'notSent';
}

/**
 * When a step reached the recipient: the latest status date of what was delivered; for a call, its end less its
 * duration, that is the answer. Null when it did not, or when the record does not hold the moment (a Viber message
 * that expired after delivery keeps only the expiry).
 */
export function reachedAt(step: Step): EpochMs | null {
  if (step.outcome.kind !== 'delivered' && step.outcome.kind !== 'partlyDelivered') return null;
  const times = step.messages.flatMap((message) => deliveredAt(message) ?? []);
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}

function deliveredAt(message: Message): EpochMs | null {
  if (message.status.kind !== 'reported' || message.status.class !== 'delivered') return null;
  return answeredAt(message) ?? message.updatedAt;
}

/** When a call was answered, from its end and its `duration`; null when either is missing or they do not fit its start. */
export function answeredAt(message: Message): EpochMs | null {
  const { content, createdAt, updatedAt } = message;
  if (content.kind !== 'voice' || content.durationS === null || content.durationS <= 0 || updatedAt === null)
    return null;
  const at = updatedAt - content.durationS * 1000;
  return createdAt !== null && at < createdAt ? null : at;
}

function outcomesOf(groups: ReturnType<typeof groupMessages>, status: FlowStatus): Outcome[] {
  const running = status.kind === 'queued' || status.kind === 'inProgress';
  const sent = groups.map((group) => (group.every(neverSent) ? null : sentOutcome(group, running)));
  return sent.map((outcome, index) => outcome ?? { kind: 'notSent', reason: notSentReason(sent, index, status) });
}

function notSentReason(sent: readonly (Outcome | null)[], index: number, status: FlowStatus): NotSentReason {
  if (status.kind === 'queued' || status.kind === 'inProgress') return { kind: 'notYet' };
  const before = sent.slice(0, index);
  const stepIndex = before.findLastIndex(
    (outcome) => outcome?.kind === 'delivered' || outcome?.kind === 'partlyDelivered',
  );
  if (stepIndex >= 0) return { kind: 'notNeeded', stepIndex };
  return status.kind === 'succeeded' || status.kind === 'failed' ? { kind: 'flowEnded' } : { kind: 'unexplained' };
}

function terminationStepOf(steps: readonly Step[], channel: Channel | null): number | null {
  if (channel === null) return null;
  const fitting = steps.filter((step) => sameChannel(step.channel, channel));
  return (fitting.findLast(wasSent) ?? (fitting.length === 1 ? fitting[0] : undefined))?.index ?? null;
}

function firstReached(steps: readonly Step[]): Step | null {
  const reaching = steps.filter((step) => reached(step.outcome));
  const time = (step: Step) => reachedAt(step) ?? step.sentAt ?? Number.POSITIVE_INFINITY;
  return reaching.reduce<Step | null>((best, step) => (best === null || time(step) < time(best) ? step : best), null);
}

function endOf(steps: readonly Step[], updatedAt: EpochMs | null): EpochMs | null {
  const times = [updatedAt, ...steps.map((step) => step.endedAt)].filter((time) => time !== null);
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}

/** The flow a record describes. Pure and total: a record with nothing in it gives a flow without steps. */
export function toFlow(record: FlowRecord): Flow {
  const { fields } = record;
  const status = readFlowStatus(textOf(fields.status));
  const unread = unreadTriggers(record, fields.messages.length);
  const messages = fields.messages.flatMap((message, index) =>
    message
      ? [
          readMessage(message, {
            index,
            path: pathInRecord(record, ['messages', index]),
            triggersUnread: unread.has(index),
          }),
        ]
      : [],
  );
  const groups = groupMessages(messages);
  const outcomes = outcomesOf(groups, status);
  const steps = groups.map((group, index) => stepOf(group, index, outcomes[index] ?? { kind: 'unknown' }));
  const open = status.kind === 'missing' || status.kind === 'unknown';
  const running =
    status.kind === 'queued' ||
    status.kind === 'inProgress' ||
    (open && steps.some((step) => step.outcome.kind === 'waiting'));
  const ended = textOf(fields.terminationChannel);
  const terminationChannel = ended === null ? null : readChannel(ended);
  const updatedAt = timeOf(fields.updatedAt);
  const reachedBy = firstReached(steps);
  return {
    record,
    trackingId: idOf(fields.trackingId),
    status,
    terminationChannel,
    terminationStep: terminationStepOf(steps, terminationChannel),
    statusCode: idOf(fields.statusCode),
    totalPrice: moneyOf(fields.totalPrice),
    originatingService: textOf(fields.originatingService),
    applicationId: idOf(fields.applicationId),
    flowKind: textOf(fields.flowKind),
    createdAt: timeOf(fields.createdAt),
    updatedAt,
    steps,
    handovers: handoversOf(steps),
    running,
    recipient: messages.find((message) => message.to !== null)?.to ?? null,
    country: messages.find((message) => message.country !== null)?.country ?? null,
    reachedAt: reachedBy === null ? null : reachedAt(reachedBy),
    reachedBy: reachedBy?.index ?? null,
    endedAt: running ? null : endOf(steps, updatedAt),
  };
}
