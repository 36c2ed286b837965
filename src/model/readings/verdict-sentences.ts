/** The sentences under a verdict's heading: what each step came to, the most telling first kept. */

import { doubtedSteps } from '../flow/clock-doubts.ts';
import type { Flow, Step } from '../flow/flow.ts';
import { endedByExpiry, fitsTtl, fittingTtlUnit, ttlDeadline, ttlRelation } from '../flow/handover.ts';
import { countOf } from '../flow/parts.ts';
import { deliveredWhole, wasSent } from '../flow/reach.ts';
import { answeredAt } from '../flow/reports.ts';
import { type MessageStatus, statusKey } from '../record/status.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';
import type { BalanceGround, SentenceClause } from './clauses.ts';
import { commonest } from './commonest.ts';
import { isTalking } from './talking.ts';

const mostSentences = 3;
/** Of so many tries told of together every reason is named. */
const fewTries = 4;

function statusName(status: MessageStatus): string | null {
  return status.kind === 'reported' ? status.name : null;
}

/** The commonest reason of the parts that did not arrive, unless it only repeats the status. */
function reasonOf(step: Step): { reason: string | null; count: number } {
  const failed = step.parts.list.filter(({ state }) => state === 'notDelivered').map(({ message }) => message);
  const found = commonest(failed.flatMap(({ detailedStatus }) => detailedStatus ?? []));
  if (found === null || statusKey(found.reason) === statusKey(statusName(step.status) ?? '')) {
    return { reason: null, count: 0 };
  }
  return found;
}

/** From sending to the end, where the record has both, in order and not in doubt. */
function stepTime(flow: Flow, step: Step): DurationMs | null {
  const doubtful = doubtedSteps(flow.clockDoubts).has(step.index);
  // A status older than its message is a finding; a sentence about it would say something untrue.
  return step.sentAt === null || step.endedAt === null || step.endedAt < step.sentAt || doubtful
    ? null
    : step.endedAt - step.sentAt;
}

const balanceStatuses = new Set(['unsent', 'terminated']);

function balanceGround(flow: Flow, step: Step): BalanceGround | null {
  if (flow.statusCode === '1') return 'statusCode';
  if (/balance|credit/i.test(step.detailedStatus ?? '')) return 'reason';
  // Who has no balance cannot send the next step either.
  return flow.steps.some((later) => later.index > step.index && wasSent(later) && deliveredWhole(later.outcome))
    ? null
    : 'documented';
}

function expirySentence(flow: Flow, step: Step, ttlMs: DurationMs): SentenceClause | null {
  const { channel } = step;
  const afterMs = stepTime(flow, step);
  const relation = ttlRelation(step);
  if (afterMs === null || relation.kind === 'none') return null;
  if (relation.kind === 'expired') return { kind: 'ttlRanOut', channel, ttlMs };
  return { kind: 'expiredOff', channel, afterMs, ttlMs, fits: fittingTtlUnit(afterMs, ttlMs) };
}

function failureSentence(flow: Flow, step: Step): SentenceClause {
  const status = statusName(step.status) ?? '';
  const key = statusKey(status);
  const { channel } = step;
  if (balanceStatuses.has(key)) return { kind: 'noBalance', channel, status, ground: balanceGround(flow, step) };
  const expiry = endedByExpiry(step) && step.ttlMs !== null ? expirySentence(flow, step, step.ttlMs) : null;
  if (expiry !== null) return expiry;
  if (channel.kind === 'known' && channel.name === 'Voice' && (key === 'busy' || key === 'noanswer')) {
    return { kind: 'callNotAnswered', status: key === 'busy' ? 'busy' : 'noAnswer', afterMs: stepTime(flow, step) };
  }
  return { kind: 'cameBack', channel, parts: step.parts.list.length, status, ...reasonOf(step) };
}

function deliverySentence(flow: Flow, step: Step): SentenceClause {
  const [message] = step.messages;
  const afterMs = stepTime(flow, step);
  if (message.content.kind === 'voice') {
    const answered = afterMs === null ? null : answeredAt(message);
    const ringMs = answered === null || message.createdAt === null ? null : answered - message.createdAt;
    return { kind: 'call', answeredBy: message.content.answeredBy, ringMs, durationS: message.content.durationS };
  }
  const seen = statusKey(statusName(step.status) ?? '') === 'seen';
  return { kind: 'deliveredAfter', channel: step.channel, parts: step.parts.list.length, seen, afterMs };
}

function partsSentence(step: Step, outcome: Extract<Step['outcome'], { kind: 'partlyDelivered' }>): SentenceClause {
  const { delivered, total, open } = outcome;
  const absent = Math.min(open, total - step.parts.list.length);
  const failed = total - delivered - open;
  return { kind: 'someParts', channel: step.channel, delivered, total, failed, open, absent, ...reasonOf(step) };
}

function waitingSentence(flow: Flow, step: Step, now: EpochMs): SentenceClause {
  const { channel, parts } = step;
  const status = statusName(step.status);
  if (flow.ended) return { kind: 'noResult', channel, status };
  if (isTalking(step)) return { kind: 'talking', sentAt: step.sentAt, now };
  const delivered = countOf(parts, 'delivered');
  const counts = delivered === 0 ? null : { delivered, total: parts.total };
  return { kind: 'waiting', channel, status, parts: counts, sentAt: step.sentAt, ttlEndsAt: ttlDeadline(step), now };
}

function expiredAfterDelivery(step: Step, expiredAt: EpochMs | null): SentenceClause {
  const deadline = ttlDeadline(step);
  const at = expiredAt ?? step.endedAt;
  const borneOut = step.ttlMs !== null && deadline !== null && at !== null && fitsTtl(at - deadline, step.ttlMs);
  return { kind: 'expiredAfterDelivery', channel: step.channel, ttlMs: borneOut ? step.ttlMs : null };
}

function stepSentence(flow: Flow, step: Step, now: EpochMs): SentenceClause | null {
  const { channel, outcome, contradiction } = step;
  if (contradiction !== null) {
    return {
      kind: 'contradicted',
      channel,
      status: statusName(contradiction.message.status) ?? '',
      reason: contradiction.reason,
    };
  }
  switch (outcome.kind) {
    case 'notSent':
      return null;
    case 'waiting':
      return waitingSentence(flow, step, now);
    case 'unknown':
      return { kind: 'unknownStatus', channel, status: statusName(step.status) };
    case 'delivered':
      return deliverySentence(flow, step);
    case 'unheard': {
      const { content } = step.messages[0];
      return { kind: 'callUnheard', by: outcome.by, answeredBy: content.kind === 'voice' ? content.answeredBy : null };
    }
    case 'partlyDelivered':
      return partsSentence(step, outcome);
    case 'expiredAfterDelivery':
      return expiredAfterDelivery(step, outcome.expiredAt);
    case 'notDelivered':
      return failureSentence(flow, step);
  }
}

/** What one would tell first, where there is no room for all: the higher, the sooner kept. */
function weight(step: Step, lastSent: number): number {
  switch (step.outcome.kind) {
    case 'waiting':
    case 'delivered':
    case 'unheard':
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

interface Candidate {
  readonly clause: SentenceClause;
  readonly weight: number;
  /** The step it tells of, where such steps can be told of together. */
  readonly folds: { readonly result: 'failed' | 'none'; readonly reason: string } | null;
}

function foldable(step: Step): Candidate['folds'] {
  const kind = step.contradiction === null ? step.outcome.kind : null;
  if (kind !== 'notDelivered' && kind !== 'unknown' && kind !== 'waiting') return null;
  const reason = (kind === 'notDelivered' ? step.detailedStatus : null) ?? statusName(step.status) ?? '';
  return { result: kind === 'notDelivered' ? 'failed' : 'none', reason };
}

/** Where there are more sentences than room: the tries of one result in one sentence, at the place of the first. */
function folded(candidates: readonly Candidate[], result: 'failed' | 'none'): Candidate[] {
  const alike = candidates.filter(({ folds }) => folds?.result === result);
  if (candidates.length <= mostSentences || alike.length < 2) return [...candidates];
  const found = commonest(alike.flatMap(({ folds }) => folds?.reason ?? []));
  const shared = found !== null && found.count > 1 && found.reason !== '' ? found : { reason: null, count: 0 };
  const few = alike.length <= fewTries ? alike.flatMap(({ folds }) => folds?.reason ?? []) : [];
  const reasons = [...new Set(few.filter((reason) => reason !== ''))];
  const clause: SentenceClause = { kind: 'manyTries', result, tries: alike.length, reasons, ...shared };
  return candidates.flatMap((candidate) =>
    candidate.folds?.result !== result
      ? [candidate]
      : candidate === alike[0]
        ? [{ clause, weight: 4, folds: null }]
        : [],
  );
}

function flowCandidates(flow: Flow): Candidate[] {
  const found: Candidate[] = [];
  if (flow.status.kind === 'failed' && flow.statusCode !== null) {
    found.push({ clause: { kind: 'statusCode', code: flow.statusCode }, weight: 5, folds: null });
  }
  const notNeeded = flow.steps.filter(
    (step) => step.outcome.kind === 'notSent' && step.outcome.reason.kind === 'notNeeded',
  );
  if (notNeeded.length > 0) {
    const channels = notNeeded.map((step) => step.channel);
    found.push({ clause: { kind: 'notNeeded', channels }, weight: 1, folds: null });
  }
  return found;
}

/** At most three sentences, in the order of the chain, the flow's own last. */
export function verdictSentences(flow: Flow, now: EpochMs): SentenceClause[] {
  const lastSent = flow.steps.findLast(wasSent)?.index ?? -1;
  const steps: Candidate[] = flow.steps.flatMap((step) => {
    const clause = stepSentence(flow, step, now);
    return clause === null ? [] : [{ clause, weight: weight(step, lastSent), folds: foldable(step) }];
  });
  const about = flowCandidates(flow);
  const telling = about.filter((candidate) => candidate.weight > 1);
  // What was not needed gives way before tries are told of together.
  const crowded = steps.length + telling.length > mostSentences;
  const candidates = crowded ? folded(folded([...steps, ...telling], 'failed'), 'none') : [...steps, ...about];
  return candidates
    .map((candidate, place) => ({ ...candidate, place }))
    .sort((a, b) => b.weight - a.weight || b.place - a.place)
    .slice(0, mostSentences)
    .sort((a, b) => a.place - b.place)
    .map((candidate) => candidate.clause);
}
