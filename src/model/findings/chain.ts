/** Findings on the chain: hand-overs, deliveries, and how the flow says it ended. */

import type { Flow, Handover, Step } from '../flow/flow.ts';
import { triggerListing, ttlDeadline } from '../flow/handover.ts';
import { deliveredWhole, reached, wasSent } from '../flow/reach.ts';
import { sameChannel } from '../record/channel.ts';
import { statusKey } from '../record/status.ts';
import type { EpochMs } from '../values/time.ts';
import { decider, fieldPath, fieldPaths, rootPath } from './evidence.ts';
import type { Finding } from './finding.ts';

/** A flow may stay open this long after its last delivery before it is odd. */
const closingTimeMs = 60_000;

const nameOf = (step: Step) => (step.status.kind === 'reported' ? step.status.name : '');

function notListed(flow: Flow, handover: Handover): Finding[] {
  const from = flow.steps[handover.fromStep];
  const to = flow.steps[handover.toStep];
  const byDefault = handover.listing === 'notListedByDefault';
  if (from === undefined || to === undefined || !(byDefault || handover.listing === 'notListed')) return [];
  return [
    {
      code: 'failover-not-listed',
      severity: byDefault ? 'warning' : 'problem',
      stepIndexes: [from.index, to.index],
      paths: [
        fieldPath(flow, decider(from), 'status'),
        fieldPath(flow, decider(from), 'failoverOnStatuses'),
        fieldPath(flow, to.messages[0], 'createdAt'),
      ],
      from: from.channel,
      to: to.channel,
      status: nameOf(from),
      byDefault,
      late: handover.gapMs !== null && handover.gapMs < 0,
    },
  ];
}

/** The last step tried ended with a status it should fail over on, another step was declared, and the flow ended. */
function missing(flow: Flow): Finding[] {
  const last = flow.steps.findLast(wasSent);
  const next = last === undefined ? undefined : flow.steps[last.index + 1];
  if (flow.running || last === undefined || next === undefined) return [];
  const listing = triggerListing(last);
  if (listing !== 'listed' && listing !== 'listedByDefault') return [];
  if (flow.status.kind !== 'succeeded' && flow.status.kind !== 'failed') return [];
  return [
    {
      code: 'failover-missing',
      severity: 'problem',
      stepIndexes: [last.index, next.index],
      paths: [
        fieldPath(flow, decider(last), 'status'),
        fieldPath(flow, decider(last), 'failoverOnStatuses'),
        next.messages[0].path,
      ],
      from: last.channel,
      to: next.channel,
      status: nameOf(last),
    },
  ];
}

/** Steps that delivered all of the message and do not deny it themselves. */
function fullDeliveries(flow: Flow): Step[] {
  return flow.steps.filter((step) => deliveredWhole(step.outcome) && step.contradiction === null);
}

function deliveries(flow: Flow): Finding[] {
  const full = fullDeliveries(flow);
  const twice: Finding[] =
    full.length < 2
      ? []
      : [
          {
            code: 'delivered-twice',
            severity: 'warning',
            stepIndexes: full.map((step) => step.index),
            paths: fieldPaths(flow, full.map(decider), 'status'),
            channels: full.map((step) => step.channel),
          },
        ];
  const expired = flow.steps.flatMap((step): Finding[] =>
    step.outcome.kind !== 'expiredAfterDelivery'
      ? []
      : [
          {
            code: 'expired-after-delivery',
            severity: 'warning',
            stepIndexes: [step.index],
            paths: fieldPaths(flow, [decider(step)], 'status', 'expiredOnDeliveryAt'),
            channel: step.channel,
            at: step.outcome.expiredAt,
            ttlMs: step.ttlMs,
          },
        ],
  );
  return [...twice, ...expired];
}

type TerminationWhy = Extract<Finding, { code: 'termination-channel-mismatch' }>['why'];

function terminationWhy(flow: Flow, last: Step | undefined): TerminationWhy | null {
  const channel = flow.terminationChannel;
  const over = flow.status.kind === 'succeeded' || flow.status.kind === 'failed';
  // One that could not be read is not empty.
  const unreadable = flow.record.problems.some(({ path }) => path.length === 1 && path[0] === 'terminationChannel');
  if (channel === null) return over && last !== undefined && !unreadable ? 'missing' : null;
  if (flow.status.kind === 'queued' || flow.status.kind === 'inProgress') return 'stillRunning';
  if (!flow.steps.some((step) => sameChannel(step.channel, channel))) return 'noSuchStep';
  const ended = flow.terminationStep === null ? undefined : flow.steps[flow.terminationStep];
  if (ended === undefined || !wasSent(ended)) return 'notSent';
  if (flow.status.kind === 'succeeded' && !mayHaveReached(ended)) return 'notDelivered';
  return last !== undefined && last.index > ended.index ? 'notLast' : null;
}

function termination(flow: Flow): Finding[] {
  const last = flow.steps.findLast(wasSent);
  const why = terminationWhy(flow, last);
  if (why === null) return [];
  return [
    {
      code: 'termination-channel-mismatch',
      severity: 'warning',
      stepIndexes: flow.terminationStep === null ? [] : [flow.terminationStep],
      paths: [rootPath(flow, 'terminationChannel'), ...(last ? [fieldPath(flow, decider(last), 'status')] : [])],
      channel: flow.terminationChannel,
      why,
      last: last?.channel ?? null,
    },
  ];
}

/** True where a step reached somebody, or does not tell: nobody is accused for a word that is not known. */
function mayHaveReached({ outcome, contradiction, status }: Step): boolean {
  const unknown = outcome.kind === 'unknown' && status.kind === 'reported';
  return reached(outcome) || outcome.kind === 'unheard' || unknown || contradiction !== null;
}

type StatusWhy = Extract<Finding, { code: 'flow-status-mismatch' }>['why'];

/**
 * True for a Viber message that was delivered and may still expire: with `expireOnDelivery` the flow goes on until it is
 * seen or its TTL ends (page "Failover", Viber's `expireOnDelivery`).
 */
function waitsToBeSeen(step: Step, now: EpochMs): boolean {
  const [{ content }] = step.messages;
  const seen = step.status.kind === 'reported' && statusKey(step.status.name) === 'seen';
  if (content.kind !== 'viber' || content.expireOnDelivery !== true || seen) return false;
  const deadline = ttlDeadline(step);
  return deadline !== null && now <= deadline + closingTimeMs;
}

function statusMismatch(flow: Flow, now: EpochMs): { why: StatusWhy; steps: readonly Step[] } | null {
  const sent = flow.steps.filter(wasSent);
  const full = fullDeliveries(flow);
  switch (flow.status.kind) {
    case 'succeeded':
      return sent.some(mayHaveReached) ? null : { why: 'succeededNotDelivered', steps: sent };
    case 'failed':
      return full.some((step) => step.outcome.kind === 'delivered') ? { why: 'failedButDelivered', steps: full } : null;
    case 'queued':
      return sent.some((step) => step.endedAt !== null) ? { why: 'queuedButSent', steps: sent } : null;
    case 'inProgress': {
      const last = sent.at(-1);
      const done = last?.outcome.kind === 'delivered' && last.endedAt !== null && now - last.endedAt > closingTimeMs;
      return done && last !== undefined && !waitsToBeSeen(last, now) ? { why: 'openButDone', steps: [last] } : null;
    }
    case 'unknown':
    case 'missing':
      return null;
  }
}

/** The flow's own status against its steps (vendor's matrix of channel outcomes). */
function flowStatus(flow: Flow, now: EpochMs): Finding[] {
  const mismatch = statusMismatch(flow, now);
  if (mismatch === null || flow.status.kind === 'missing') return [];
  return [
    {
      code: 'flow-status-mismatch',
      severity: 'problem',
      stepIndexes: mismatch.steps.map((step) => step.index),
      paths: [rootPath(flow, 'status'), ...fieldPaths(flow, mismatch.steps.map(decider), 'status')],
      status: flow.status.name,
      why: mismatch.why,
      channel: mismatch.steps[0]?.channel ?? null,
    },
  ];
}

/** What does not add up in the order of events as a chain. */
export function chainFindings(flow: Flow, now: EpochMs): Finding[] {
  return [
    ...flow.handovers.flatMap((handover) => notListed(flow, handover)),
    ...missing(flow),
    ...deliveries(flow),
    ...termination(flow),
    ...flowStatus(flow, now),
  ];
}
