/** The sentences under a verdict's heading: what each step came to, the most telling first kept. */

import type { Flow, Step } from '../flow/flow.ts';
import { endedByExpiry, ttlDeadline } from '../flow/handover.ts';
import { answeredAt, wasSent } from '../flow/to-flow.ts';
import { type MessageStatus, statusKey } from '../record/status.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';
import type { SentenceClause } from './clauses.ts';

const mostSentences = 3;

function statusName(status: MessageStatus): string | null {
  return status.kind === 'reported' ? status.name : null;
}

/** The reason, unless it only repeats the status. */
function reasonOf(step: Step): string | null {
  const reason = step.detailedStatus;
  if (reason === null || statusKey(reason) === statusKey(statusName(step.status) ?? '')) return null;
  return reason;
}

function stepTime(step: Step): DurationMs | null {
  // A status older than its message is a finding; a sentence about it would say something untrue.
  return step.sentAt === null || step.endedAt === null || step.endedAt < step.sentAt
    ? null
    : step.endedAt - step.sentAt;
}

const balanceStatuses = new Set(['unsent', 'terminated']);

function failureSentence(step: Step): SentenceClause {
  const status = statusName(step.status) ?? '';
  const key = statusKey(status);
  const { channel } = step;
  if (balanceStatuses.has(key)) return { kind: 'noBalance', channel, status };
  if (endedByExpiry(step) && step.ttlMs !== null) return { kind: 'ttlRanOut', channel, ttlMs: step.ttlMs };
  if (channel.kind === 'known' && channel.name === 'Voice' && (key === 'busy' || key === 'noanswer')) {
    return { kind: 'callNotAnswered', status: key === 'busy' ? 'busy' : 'noAnswer', afterMs: stepTime(step) };
  }
  return { kind: 'cameBack', channel, parts: step.messages.length, status, reason: reasonOf(step) };
}

function deliverySentence(step: Step): SentenceClause {
  const [message] = step.messages;
  if (message.content.kind === 'voice') {
    const answered = answeredAt(message);
    const ringMs = answered === null || message.createdAt === null ? null : answered - message.createdAt;
    return { kind: 'call', answeredBy: message.content.answeredBy, ringMs, durationS: message.content.durationS };
  }
  const seen = statusKey(statusName(step.status) ?? '') === 'seen';
  return { kind: 'deliveredAfter', channel: step.channel, parts: step.messages.length, seen, afterMs: stepTime(step) };
}

function waitingSentence(step: Step, running: boolean, now: EpochMs): SentenceClause {
  const { channel } = step;
  const status = statusName(step.status);
  if (!running) return { kind: 'noResult', channel, status };
  return { kind: 'waiting', channel, status, sentAt: step.sentAt, ttlEndsAt: ttlDeadline(step), now };
}

function stepSentence(step: Step, running: boolean, now: EpochMs): SentenceClause | null {
  const { channel, outcome } = step;
  switch (outcome.kind) {
    case 'notSent':
      return null;
    case 'waiting':
      return waitingSentence(step, running, now);
    case 'unknown':
      return { kind: 'unknownStatus', channel, status: statusName(step.status) };
    case 'delivered':
      return deliverySentence(step);
    case 'partlyDelivered':
      return { kind: 'someParts', channel, delivered: outcome.delivered, total: outcome.total, reason: reasonOf(step) };
    case 'expiredAfterDelivery':
      return { kind: 'expiredAfterDelivery', channel, ttlMs: step.ttlMs };
    case 'notDelivered':
      return failureSentence(step);
  }
}

/** What one would tell first, where there is no room for all: the higher, the sooner kept. */
function weight(step: Step, lastSent: number): number {
  switch (step.outcome.kind) {
    case 'waiting':
    case 'delivered':
    case 'partlyDelivered':
      return 4;
    case 'expiredAfterDelivery':
    case 'unknown':
      return 3;
    case 'notDelivered':
    case 'notSent':
      return step.index === lastSent ? 4 : 2;
  }
}

/** At most three sentences, in the order of the chain, the flow's own last. */
export function verdictSentences(flow: Flow, now: EpochMs): SentenceClause[] {
  const lastSent = flow.steps.findLast(wasSent)?.index ?? -1;
  const candidates: { clause: SentenceClause; weight: number }[] = flow.steps.flatMap((step) => {
    const clause = stepSentence(step, flow.running, now);
    return clause === null ? [] : [{ clause, weight: weight(step, lastSent) }];
  });
  if (flow.status.kind === 'failed' && flow.statusCode !== null) {
    candidates.push({ clause: { kind: 'statusCode', code: flow.statusCode }, weight: 5 });
  }
  const notNeeded = flow.steps.filter(
    (step) => step.outcome.kind === 'notSent' && step.outcome.reason.kind === 'notNeeded',
  );
  if (notNeeded.length > 0) {
    const channels = notNeeded.map((step) => step.channel);
    candidates.push({ clause: { kind: 'notNeeded', channels }, weight: 1 });
  }
  return candidates
    .map((candidate, place) => ({ ...candidate, place }))
    .sort((a, b) => b.weight - a.weight || b.place - a.place)
    .slice(0, mostSentences)
    .sort((a, b) => a.place - b.place)
    .map((candidate) => candidate.clause);
}
