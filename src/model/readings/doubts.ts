/** What the heading of a verdict says before anything else: where the record contradicts itself. */

import { doubtedSteps } from '../flow/clock-doubts.ts';
import type { Flow, Step } from '../flow/flow.ts';
import { ttlRelation } from '../flow/handover.ts';
import { wasSent } from '../flow/reach.ts';
import { sameChannel } from '../record/channel.ts';
import { clockErrorMs, type EpochMs } from '../values/time.ts';
import type { Doubt } from './clauses.ts';

/** Networks report late, and say so within days; ten times its TTL is given to a long one. */
const latestReceiptMs = 7 * 24 * 3600_000;
const latestReceiptTtls = 10;

function clockDoubts(flow: Flow): Doubt[] {
  return flow.clockDoubts.map((clock) => {
    const step = clock.stepIndex === null ? undefined : flow.steps[clock.stepIndex];
    return { kind: 'clock', channel: step?.channel ?? null, clock };
  });
}

function reportDoubts(step: Step): Doubt[] {
  const otherwise = step.parts.list.find((part) => part.reportedOtherwise !== null)?.reportedOtherwise;
  const { channel, contradiction, parts } = step;
  const found: Doubt[] = [];
  if (otherwise?.status.kind === 'reported') {
    found.push({ kind: 'reportedOtherwise', channel, later: otherwise.status.name });
  }
  if (contradiction?.message.status.kind === 'reported') {
    const { reason } = contradiction;
    found.push({ kind: 'contradiction', channel, status: contradiction.message.status.name, reason });
  }
  if (parts.counts.length > 1) found.push({ kind: 'partCounts', channel, counts: parts.counts });
  return found;
}

/** Ends whose date nobody would believe: told only where the step's times are not doubted otherwise. */
function endDoubts(flow: Flow, now: EpochMs): Doubt[] {
  const told = doubtedSteps(flow.clockDoubts);
  return flow.steps.flatMap((step): Doubt[] => {
    const { channel, endedAt, status, ttlMs } = step;
    if (!wasSent(step) || told.has(step.index) || endedAt === null || status.kind === 'missing') return [];
    if (endedAt - now > clockErrorMs) {
      return [{ kind: 'inTheFuture', channel, status: status.name, byMs: endedAt - now }];
    }
    const relation = ttlRelation(step);
    const late = relation.kind === 'expiredOff' || relation.kind === 'endedAfter' ? relation.byMs : 0;
    return late > Math.max(latestReceiptMs, (ttlMs ?? 0) * latestReceiptTtls)
      ? [{ kind: 'longPastTtl', channel, status: status.name, byMs: late }]
      : [];
  });
}

/** The doubts of a flow: on what arrived, then on its end, then on its times. Empty where nothing contradicts itself. */
export function doubtsOf(flow: Flow, now: EpochMs): Doubt[] {
  const channel = flow.terminationChannel;
  const absent = channel !== null && !flow.steps.some((step) => sameChannel(step.channel, channel));
  return [
    ...flow.steps.filter(wasSent).flatMap(reportDoubts),
    ...(absent && flow.steps.length > 0 ? [{ kind: 'endedByAbsentChannel' as const, channel }] : []),
    ...clockDoubts(flow),
    ...endDoubts(flow, now),
  ];
}
