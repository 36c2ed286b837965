/** The verdict: what happened to the message, as typed clauses that the catalogue turns into sentences. */

import type { Flow, Step } from '../flow/flow.ts';
import { overdue } from '../flow/overdue.ts';
import { deliveredWhole, reached, wasSent } from '../flow/reach.ts';
import { canBeSameAddress } from '../values/address.ts';
import type { EpochMs } from '../values/time.ts';
import type { Attempt, Doubt, HeadingFacts, Late, Verdict } from './clauses.ts';
import { doubtsOf } from './doubts.ts';
import { isTalking } from './talking.ts';
import { verdictSentences } from './verdict-sentences.ts';

function attemptOf(step: Step): Attempt {
  return {
    stepIndex: step.index,
    channel: step.channel,
    status: step.status,
    inPart: step.outcome.kind === 'partlyDelivered',
  };
}

const attemptOrNull = (step: Step | undefined) => (step === undefined ? null : attemptOf(step));

/** A full delivery that its own reason does not deny. */
function delivered(step: Step): boolean {
  return deliveredWhole(step.outcome) && step.contradiction === null;
}

const doubted = (step: Step) => step.contradiction !== null;

/** To another recipient than the flow's first try. */
function elsewhere(step: Step, sent: readonly Step[]): boolean {
  const [first, to] = [sent[0]?.messages[0].to ?? null, step.messages[0].to];
  return first !== null && to !== null && !canBeSameAddress(first, to);
}

function reachedHeading(first: Step, sent: readonly Step[]): HeadingFacts {
  const after = sent.filter((step) => step.index < first.index && !delivered(step)).map(attemptOf);
  const by = attemptOf(first);
  if (first.contradiction !== null) return { kind: 'deliveryDoubted', by, reason: first.contradiction.reason };
  switch (first.outcome.kind) {
    case 'partlyDelivered': {
      const { delivered, total, open } = first.outcome;
      const absent = Math.min(open, total - first.parts.list.length);
      return { kind: 'partlyReached', by, delivered, total, open, absent, after };
    }
    case 'unheard':
      return { kind: 'unheard', by, answerer: first.outcome.by, after };
    default:
      return { kind: 'reached', by, after, elsewhere: elsewhere(first, sent) };
  }
}

function succeededHeading(flow: Flow, sent: readonly Step[]): HeadingFacts {
  const full = sent.filter(delivered);
  const [first] = full;
  if (first !== undefined && full.length > 1) {
    const after = sent.filter((step) => step.index < first.index).map(attemptOf);
    return { kind: 'reachedTwice', by: full.map(attemptOf), after };
  }
  const step =
    first ??
    flow.steps.find((candidate) => candidate.index === flow.reachedBy) ??
    sent.find(({ outcome }) => outcome.kind === 'unheard') ??
    sent.find(doubted);
  if (step !== undefined) return reachedHeading(step, sent);
  const open = sent.findLast(({ outcome }) => outcome.kind === 'unknown' || outcome.kind === 'waiting');
  return { kind: 'succeededUnproven', open: attemptOrNull(open) };
}

function failedHeading(flow: Flow, sent: readonly Step[]): HeadingFacts {
  if (sent.length === 0) return { kind: 'neverSent', statusCode: flow.statusCode };
  const full = sent.find(delivered);
  if (full !== undefined) return { kind: 'failedThoughDelivered', by: attemptOf(full) };
  const telling =
    sent.find((step) => step.outcome.kind === 'partlyDelivered' && !doubted(step)) ??
    sent.find(doubted) ??
    sent.find((step) => step.outcome.kind === 'unheard');
  return telling === undefined ? { kind: 'notReached', attempts: sent.map(attemptOf) } : reachedHeading(telling, sent);
}

function runningHeading(flow: Flow, sent: readonly Step[], now: EpochMs): HeadingFacts {
  const on = sent.findLast((step) => step.outcome.kind === 'waiting' || step.outcome.kind === 'unknown');
  const full = sent.findLast(delivered);
  if (full !== undefined && (on === undefined || on.index < full.index)) {
    return { kind: 'deliveredStillOpen', by: attemptOf(full) };
  }
  const due = overdue(flow, now);
  const late: Late = due === null ? null : { since: due.since, now };
  if (sent.length === 0) return { kind: 'queued', late };
  return {
    kind: 'running',
    on: attemptOrNull(on),
    talking: on !== undefined && isTalking(on),
    late,
    after: sent.filter((step) => step !== on).map(attemptOf),
  };
}

function headingOf(flow: Flow, now: EpochMs): HeadingFacts {
  const sent = flow.steps.filter(wasSent);
  switch (flow.status.kind) {
    case 'succeeded':
      return flow.steps.length === 0 ? { kind: 'empty' } : succeededHeading(flow, sent);
    case 'failed':
      return failedHeading(flow, sent);
    case 'queued':
    case 'inProgress':
      return runningHeading(flow, sent, now);
    case 'unknown':
    case 'missing': {
      if (flow.steps.length === 0) return { kind: 'empty' };
      const reaching = flow.steps.find((step) => reached(step.outcome) && !doubted(step));
      const name = flow.status.kind === 'unknown' ? flow.status.name : null;
      return { kind: 'statusUnknown', name, delivered: attemptOrNull(reaching) };
    }
  }
}

const doubtfulHeadings: readonly HeadingFacts['kind'][] = ['succeededUnproven', 'empty', 'unheard', 'deliveryDoubted'];

function toneOf(flow: Flow, heading: HeadingFacts): Verdict['tone'] {
  if (doubtfulHeadings.includes(heading.kind)) return 'doubtful';
  if (heading.kind === 'reached' && heading.elsewhere) return 'doubtful';
  switch (flow.status.kind) {
    case 'succeeded':
      return 'good';
    case 'failed':
      return 'bad';
    case 'queued':
    case 'inProgress':
      return 'running';
    case 'unknown':
    case 'missing':
      return 'doubtful';
  }
}

/** What leaves open whether the message arrived at all. */
const doubtfulDoubts: readonly Doubt['kind'][] = ['reportedOtherwise', 'contradiction', 'longPastTtl', 'inTheFuture'];

/**
 * The verdict on a flow. The tone follows the flow's own status, never that of one step; sentences stand in the order of
 * the chain, the flow's own last. `now` tells whether a running flow is late, and which times need no date.
 */
export function verdict(flow: Flow, now: EpochMs): Verdict {
  const facts = headingOf(flow, now);
  // What the heading itself says of a contradiction is not said twice.
  const doubts = doubtsOf(flow, now).filter(
    (doubt) => facts.kind !== 'deliveryDoubted' || doubt.kind !== 'contradiction',
  );
  const heading = doubts.length === 0 ? facts : { ...facts, doubts };
  const takenBack = doubts.some(({ kind }) => doubtfulDoubts.includes(kind));
  return { tone: takenBack ? 'doubtful' : toneOf(flow, facts), heading, sentences: verdictSentences(flow, now) };
}
