/** Groups a record's messages into the steps of its chain, and says what became of each. */

import { type MessageStatus, statusKey } from '../record/status.ts';
import type { Answerer, Message, Outcome, Step, StepParts } from './flow.ts';
import { countOf, partOf } from './parts.ts';
import { contradictingReason, expiredAfterDelivery } from './reports.ts';

type Messages = readonly [Message, ...Message[]];

/**
 * Messages of one step share order and channel; the parts of an SMS share a `messageId` too. Without an id, objects that
 * say they are one of several parts belong together, as do those of one `smsId`; any other stands alone.
 */
function groupKey(message: Message): string {
  const channel = message.channel.kind === 'missing' ? '' : message.channel.name.toLowerCase();
  const id = message.messageId ?? (isPart(message) ? 'parts' : (smsIdOf(message) ?? `#${message.index}`));
  // With the channel's length no two different triples give the same text.
  return `${message.order} ${channel.length} ${channel}${id}`;
}

function isPart(message: Message): boolean {
  return message.content.kind === 'sms' && message.content.parts !== null && message.content.parts > 1;
}

function smsIdOf(message: Message): string | null {
  return message.content.kind === 'sms' && message.content.smsId !== null ? `sms ${message.content.smsId}` : null;
}

const last = (value: number | null) => value ?? Number.POSITIVE_INFINITY;

/** `Infinity - Infinity` is no order, so ties are found before subtracting. */
function compare(a: number | null, b: number | null): number {
  return last(a) === last(b) ? 0 : last(a) - last(b);
}

function earliest(messages: readonly Message[]): number | null {
  let found: number | null = null;
  for (const { createdAt } of messages) {
    if (createdAt !== null && (found === null || createdAt < found)) found = createdAt;
  }
  return found;
}

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce<number | null>((a, b) => (a === null ? b : b === null ? a : Math.max(a, b)), null);
}

/**
 * The messages by step, in the order of the chain: by `order` (those without one last), equal orders by the earliest
 * `createdAt`, then by place in the record. Within a step by part number, then by place.
 */
export function groupMessages(messages: readonly Message[]): Messages[] {
  const groups = new Map<string, [Message, ...Message[]]>();
  for (const message of messages) {
    const key = groupKey(message);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [message]);
    else group.push(message);
  }
  const sorted = [...groups.values()].map((group) => ({ group, sentAt: earliest(group) }));
  sorted.sort(
    (a, b) =>
      compare(a.group[0].order, b.group[0].order) || compare(a.sentAt, b.sentAt) || a.group[0].index - b.group[0].index,
  );
  for (const { group } of sorted)
    if (group.length > 1) group.sort((a, b) => compare(partOf(a), partOf(b)) || a.index - b.index);
  return sorted.map(({ group }) => group);
}

/** True for a declared message that shows no sign of having been sent: no status, and no id or no creation time. */
export function neverSent(message: Message): boolean {
  return (
    message.status.kind === 'missing' &&
    message.updatedAt === null &&
    (message.createdAt === null || message.messageId === null)
  );
}

/** How far a flow is, by its own status: `open` is neither running nor ended, as far as is known. */
export type Phase = 'running' | 'ended' | 'open';

/** Spellings of `answeredBy` that name a person; Routee documents `human`. */
const people = new Set(['human', 'person']);
/** And those of a machine: `machine`, `machine_start`, `machine_end_beep`, `machine_end_silence`, `fax`, … */
const machine = /^(?:machine|fax|voicemail|answeringmachine)/;

/** Who took a call that no person is known to have heard; null for one that a person did, or may have, answered. */
function unheardBy({ content }: Message): Answerer | null {
  if (content.kind !== 'voice') return null;
  const by = statusKey(content.answeredBy ?? '');
  if (machine.test(by)) return 'machine';
  if (content.durationS !== null && content.durationS <= 0) return 'nobody';
  return by === '' || people.has(by) ? null : 'unknown';
}

function deliveredOutcome(messages: Messages): Outcome {
  const by = unheardBy(messages[0]);
  return by === null ? { kind: 'delivered' } : { kind: 'unheard', by };
}

function undeliveredOutcome(messages: Messages): Outcome {
  const expired = messages.find(expiredAfterDelivery);
  return expired?.content.kind === 'viber'
    ? { kind: 'expiredAfterDelivery', expiredAt: expired.content.expiredOnDeliveryAt }
    : { kind: 'notDelivered' };
}

/** Outcome of a sent step by its parts. A part without a receipt waits until the flow has ended; one without any status
 * waits only while it runs. */
export function sentOutcome(messages: Messages, parts: StepParts, phase: Phase): Outcome {
  const { total } = parts;
  const count = (state: Parameters<typeof countOf>[1]) => countOf(parts, state);
  const [delivered, failed] = [count('delivered'), count('notDelivered')];
  if (delivered === total) return deliveredOutcome(messages);
  const waits = count('inProgress') > 0 || (phase === 'running' && count('missing') > 0);
  if (waits && (phase !== 'ended' || delivered === 0))
    return count('unknown') > 0 ? { kind: 'unknown' } : { kind: 'waiting' };
  if (delivered > 0 && (phase === 'ended' || count('unknown') + count('missing') === 0)) {
    return { kind: 'partlyDelivered', delivered, total, open: total - delivered - failed };
  }
  return failed === parts.list.length ? undeliveredOutcome(messages) : { kind: 'unknown' };
}

/** The message whose status decides a step: the first that did not arrive, else the first without a result, else the first. */
function decidingMessage({ list }: StepParts, first: Message): Message {
  const decider = list.find(({ state }) => state === 'notDelivered') ?? list.find(({ state }) => state !== 'delivered');
  return (decider ?? list[0])?.message ?? first;
}

function isFinal(status: MessageStatus): boolean {
  return status.kind === 'reported' && (status.class === 'delivered' || status.class === 'notDelivered');
}

function contradictionOf({ list }: StepParts): Step['contradiction'] {
  for (const { message } of list) {
    const reason = contradictingReason(message);
    if (reason !== null) return { message, reason };
  }
  return null;
}

/** The step of a group of messages at a place in the chain; `outcome` as decided for the whole chain. */
export function stepOf(messages: Messages, parts: StepParts, index: number, outcome: Outcome): Step {
  const deciding = decidingMessage(parts, messages[0]);
  const sent = outcome.kind !== 'notSent';
  const ended = sent && parts.list.every(({ message }) => isFinal(message.status));
  const first = messages[0];
  return {
    index,
    channel: first.channel,
    order: first.order,
    messages,
    parts,
    outcome,
    contradiction: contradictionOf(parts),
    status: deciding.status,
    detailedStatus: deciding.detailedStatus,
    sentAt: sent ? earliest(messages) : null,
    endedAt: ended ? latest(parts.list.map(({ message }) => message.updatedAt)) : null,
    ttlMs: latest(messages.map((message) => message.ttlMs)),
    failoverOnStatuses: messages.find((message) => message.failoverOnStatuses !== null)?.failoverOnStatuses ?? null,
    triggersUnread: messages.some((message) => message.triggersUnread),
  };
}
