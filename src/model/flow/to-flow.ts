/** From a record to a flow: the chain, its hand-overs, who reached the recipient and when it ended. */
import { type Channel, readChannel, sameChannel } from '../record/channel.ts';
import { idOf, moneyOf, readMessage, textOf, timeOf } from '../record/message.ts';
import { type FlowRecord, pathInRecord, unreadTriggers } from '../record/record.ts';
import { statusKey } from '../record/status.ts';
import { distinctAddresses } from '../values/address.ts';
import type { EpochMs } from '../values/time.ts';
import { clockDoubts } from './clock-doubts.ts';
import type { Flow, FlowStatus, NotSentReason, Outcome, OutcomeKind, Step, StepParts } from './flow.ts';
import { handoversOf } from './handover.ts';
import { partsOf } from './parts.ts';
import { firstReached, reachOf, wasSent } from './reach.ts';
import { groupMessages, neverSent, type Phase, sentOutcome, stepOf } from './steps.ts';

const flowStatuses = { queued: 'queued', inprogress: 'inProgress', succeeded: 'succeeded', failed: 'failed' } as const;

/** Vendor's page "Failover tracking", root `status`; compared without regard to case, spaces, `_` and `-`. */
export function readFlowStatus(name: string | null): FlowStatus {
  if (name === null) return { kind: 'missing' };
  const key = statusKey(name);
  const kind = Object.hasOwn(flowStatuses, key) ? flowStatuses[key as keyof typeof flowStatuses] : 'unknown'; // hasOwn proved the key
  return { kind, name };
}

interface Group {
  readonly messages: ReturnType<typeof groupMessages>[number];
  readonly parts: StepParts;
}

function phaseOf(status: FlowStatus): Phase {
  if (status.kind === 'queued' || status.kind === 'inProgress') return 'running';
  return status.kind === 'succeeded' || status.kind === 'failed' ? 'ended' : 'open';
}

function outcomesOf(groups: readonly Group[], phase: Phase): Outcome[] {
  const sent = groups.map(({ messages, parts }) =>
    messages.every(neverSent) ? null : sentOutcome(messages, parts, phase),
  );
  return sent.map((outcome, index) => outcome ?? { kind: 'notSent', reason: notSentReason(sent, index, phase) });
}

function notSentReason(sent: readonly (Outcome | null)[], index: number, phase: Phase): NotSentReason {
  if (phase === 'running') return { kind: 'notYet' };
  const before = sent.slice(0, index);
  const done: readonly (OutcomeKind | undefined)[] = ['delivered', 'partlyDelivered', 'unheard'];
  const stepIndex = before.findLastIndex((outcome) => done.includes(outcome?.kind));
  if (stepIndex >= 0) return { kind: 'notNeeded', stepIndex };
  return phase === 'ended' ? { kind: 'flowEnded' } : { kind: 'unexplained' };
}

function terminationStepOf(steps: readonly Step[], channel: Channel | null): number | null {
  if (channel === null) return null;
  const fitting = steps.filter((step) => sameChannel(step.channel, channel));
  return (fitting.findLast(wasSent) ?? (fitting.length === 1 ? fitting[0] : undefined))?.index ?? null;
}

function endOf(steps: readonly Step[], updatedAt: EpochMs | null): EpochMs | null {
  const times = [updatedAt, ...steps.map((step) => step.endedAt)].filter((time) => time !== null);
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}

/** The flow a record describes. Pure and total: a record with nothing in it gives a flow without steps. */
export function toFlow(record: FlowRecord): Flow {
  const { fields } = record;
  const status = readFlowStatus(textOf(fields.status));
  const phase = phaseOf(status);
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
  const groups = groupMessages(messages).map((group) => ({ messages: group, parts: partsOf(group) }));
  const outcomes = outcomesOf(groups, phase);
  const steps = groups.map(({ messages, parts }, index) =>
    stepOf(messages, parts, index, outcomes[index] ?? { kind: 'unknown' }),
  );
  const running = phase === 'running' || (phase === 'open' && steps.some((step) => step.outcome.kind === 'waiting'));
  const ended = textOf(fields.terminationChannel);
  const terminationChannel = ended === null ? null : readChannel(ended);
  const times = { createdAt: timeOf(fields.createdAt), updatedAt: timeOf(fields.updatedAt) };
  const doubts = clockDoubts(steps, times);
  const reachedBy = firstReached(steps);
  const recipients = distinctAddresses(steps.flatMap((step) => step.messages.flatMap(({ to }) => to ?? [])));
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
    ...times,
    steps,
    handovers: handoversOf(steps),
    running,
    ended: phase === 'ended',
    recipient: recipients[0] ?? null,
    recipients,
    country: messages.find((message) => message.country !== null)?.country ?? null,
    reachedBy: reachedBy?.index ?? null,
    reach: reachedBy === null || status.kind === 'failed' ? null : reachOf(reachedBy, times.createdAt, doubts),
    clockDoubts: doubts,
    endedAt: phase === 'ended' ? endOf(steps, times.updatedAt) : null,
  };
}
