/** The verdict: what happened to the message, as typed clauses that the catalogue turns into sentences. */

import type { Flow, Step } from '../flow/flow.ts';
import { reached, wasSent } from '../flow/to-flow.ts';
import type { EpochMs } from '../values/time.ts';
import type { Attempt, HeadingClause, Verdict } from './clauses.ts';
import { verdictSentences } from './verdict-sentences.ts';

function attemptOf(step: Step): Attempt {
  return {
    stepIndex: step.index,
    channel: step.channel,
    status: step.status,
    inPart: step.outcome.kind === 'partlyDelivered',
  };
}

/** Full deliveries: a part of an SMS is not one. */
function delivered(step: Step): boolean {
  return step.outcome.kind === 'delivered' || step.outcome.kind === 'expiredAfterDelivery';
}

function reachedHeading(first: Step, sent: readonly Step[]): HeadingClause {
  const after = sent.filter((step) => step.index < first.index && !delivered(step)).map(attemptOf);
  if (first.outcome.kind === 'partlyDelivered') {
    const { delivered, total } = first.outcome;
    return { kind: 'partlyReached', by: attemptOf(first), delivered, total, after };
  }
  return { kind: 'reached', by: attemptOf(first), after };
}

function succeededHeading(flow: Flow, sent: readonly Step[]): HeadingClause {
  const full = sent.filter(delivered);
  const [first] = full;
  if (first !== undefined && full.length > 1) {
    const after = sent.filter((step) => step.index < first.index).map(attemptOf);
    return { kind: 'reachedTwice', by: full.map(attemptOf), after };
  }
  const step = first ?? flow.steps.find((candidate) => candidate.index === flow.reachedBy);
  return step === undefined ? { kind: 'succeededUnproven' } : reachedHeading(step, sent);
}

function failedHeading(flow: Flow, sent: readonly Step[]): HeadingClause {
  if (sent.length === 0) return { kind: 'neverSent', statusCode: flow.statusCode };
  const full = sent.find(delivered);
  if (full !== undefined) return { kind: 'failedThoughDelivered', by: attemptOf(full) };
  const partly = sent.find((step) => step.outcome.kind === 'partlyDelivered');
  return partly === undefined ? { kind: 'notReached', attempts: sent.map(attemptOf) } : reachedHeading(partly, sent);
}

function runningHeading(sent: readonly Step[]): HeadingClause {
  const on = sent.findLast((step) => step.outcome.kind === 'waiting' || step.outcome.kind === 'unknown');
  const full = sent.findLast(delivered);
  if (full !== undefined && (on === undefined || on.index < full.index)) {
    return { kind: 'deliveredStillOpen', by: attemptOf(full) };
  }
  if (sent.length === 0) return { kind: 'queued' };
  return {
    kind: 'running',
    on: on === undefined ? null : attemptOf(on),
    after: sent.filter((step) => step !== on).map(attemptOf),
  };
}

function headingOf(flow: Flow): HeadingClause {
  const sent = flow.steps.filter(wasSent);
  switch (flow.status.kind) {
    case 'succeeded':
      return flow.steps.length === 0 ? { kind: 'empty' } : succeededHeading(flow, sent);
    case 'failed':
      return failedHeading(flow, sent);
    case 'queued':
    case 'inProgress':
      return runningHeading(sent);
    case 'unknown':
    case 'missing': {
      if (flow.steps.length === 0) return { kind: 'empty' };
      const reaching = flow.steps.find((step) => reached(step.outcome));
      const name = flow.status.kind === 'unknown' ? flow.status.name : null;
      return { kind: 'statusUnknown', name, delivered: reaching === undefined ? null : attemptOf(reaching) };
    }
  }
}

function toneOf(flow: Flow, heading: HeadingClause): Verdict['tone'] {
  if (heading.kind === 'succeededUnproven' || heading.kind === 'empty') return 'doubtful';
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

/**
 * The verdict on a flow. The tone follows the flow's own status, never that of one step; sentences stand in the order of
 * the chain, the flow's own last. `now` is used only for a running flow's waiting times.
 */
export function verdict(flow: Flow, now: EpochMs): Verdict {
  const heading = headingOf(flow);
  return { tone: toneOf(flow, heading), heading, sentences: verdictSentences(flow, now) };
}
