/** What the heading of a verdict says before anything else: where the record contradicts itself. */

import type { Flow, Step } from '../flow/flow.ts';
import { wasSent } from '../flow/reach.ts';
import { sameChannel } from '../record/channel.ts';
import type { Doubt } from './clauses.ts';

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

/** The doubts of a flow: on what arrived, then on its end, then on its times. Empty where nothing contradicts itself. */
export function doubtsOf(flow: Flow): Doubt[] {
  const channel = flow.terminationChannel;
  const absent = channel !== null && !flow.steps.some((step) => sameChannel(step.channel, channel));
  return [
    ...flow.steps.filter(wasSent).flatMap(reportDoubts),
    ...(absent && flow.steps.length > 0 ? [{ kind: 'endedByAbsentChannel' as const, channel }] : []),
    ...clockDoubts(flow),
  ];
}
