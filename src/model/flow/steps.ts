/** Groups a record's messages into the steps of its chain, and says what became of each. */

import type { MessageStatus } from '../record/status.ts';
import type { Message, Outcome, Step } from './flow.ts';

type Messages = readonly [Message, ...Message[]];

/**
 * Messages of one step share order and channel; the parts of an SMS share a `messageId` too. Without an id, objects that
 * say they are one of several parts belong together, any other stands alone.
 */
function groupKey(message: Message): string {
  const channel = message.channel.kind === 'missing' ? '' : message.channel.name.toLowerCase();
  const id = message.messageId ?? (isPart(message) ? 'parts' : `#${message.index}`);
  // With the channel's length no two different triples give the same text.
  return `${message.order} ${channel.length} ${channel}${id}`;
}

function isPart(message: Message): boolean {
  return message.content.kind === 'sms' && message.content.parts !== null && message.content.parts > 1;
}

/** Part number of an SMS part; null for anything else. */
export function partOf(message: Message): number | null {
  return message.content.kind === 'sms' ? message.content.part : null;
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

const isClass = (wanted: string) => (message: Message) =>
  message.status.kind === 'reported' && message.status.class === wanted;

/** True when a message was delivered and then set EXPIRED because nobody saw it (`expireOnDelivery`). */
export function expiredAfterDelivery(message: Message): boolean {
  return (
    message.content.kind === 'viber' && message.content.expiredOnDeliveryAt !== null && isClass('notDelivered')(message)
  );
}

/** Outcome of sent messages taken together. `running`: a message without any status counts as waiting. */
export function sentOutcome(messages: Messages, running: boolean): Outcome {
  const delivered = messages.filter(isClass('delivered')).length;
  if (delivered === messages.length) return { kind: 'delivered' };
  if (messages.some((message) => message.status.kind === 'reported' && message.status.class === 'unknown')) {
    return { kind: 'unknown' };
  }
  if (messages.some((message) => message.status.kind === 'missing')) return { kind: running ? 'waiting' : 'unknown' };
  if (messages.some(isClass('inProgress'))) return { kind: 'waiting' };
  if (delivered > 0) return { kind: 'partlyDelivered', delivered, total: messages.length };
  const expired = messages.find(expiredAfterDelivery);
  if (expired?.content.kind === 'viber') {
    return { kind: 'expiredAfterDelivery', expiredAt: expired.content.expiredOnDeliveryAt };
  }
  return { kind: 'notDelivered' };
}

/** The message whose status decides a step: the first that did not arrive, else the first without a result, else the first. */
function decidingMessage(messages: Messages): Message {
  return (
    messages.find(isClass('notDelivered')) ?? messages.find((message) => !isClass('delivered')(message)) ?? messages[0]
  );
}

function isFinal(status: MessageStatus): boolean {
  return status.kind === 'reported' && (status.class === 'delivered' || status.class === 'notDelivered');
}

/** The step of a group of messages at a place in the chain; `outcome` as decided for the whole chain. */
export function stepOf(messages: Messages, index: number, outcome: Outcome): Step {
  const deciding = decidingMessage(messages);
  const sent = outcome.kind !== 'notSent';
  const ended = sent && messages.every((message) => isFinal(message.status));
  const first = messages[0];
  return {
    index,
    channel: first.channel,
    order: first.order,
    messages,
    outcome,
    status: deciding.status,
    detailedStatus: deciding.detailedStatus,
    sentAt: sent ? earliest(messages) : null,
    endedAt: ended ? latest(messages.map((message) => message.updatedAt)) : null,
    ttlMs: latest(messages.map((message) => message.ttlMs)),
    failoverOnStatuses: messages.find((message) => message.failoverOnStatuses !== null)?.failoverOnStatuses ?? null,
    triggersUnread: messages.some((message) => message.triggersUnread),
  };
}
