/** Who was reached, by which step, and when. */

import { statusKey } from '../record/status.ts';
import { type EpochMs, roundingMs } from '../values/time.ts';
import type { ClockDoubt, Outcome, Part, Reach, Step } from './flow.ts';
import { answeredAt } from './reports.ts';

/** True where the recipient got the message, in whole or in part, whatever the flow made of it. */
export function reached(outcome: Outcome): boolean {
  return deliveredWhole(outcome) || outcome.kind === 'partlyDelivered';
}

/** True where all of it arrived: a part of an SMS is not a message. */
export function deliveredWhole(outcome: Outcome): boolean {
  return outcome.kind === 'delivered' || outcome.kind === 'expiredAfterDelivery';
}

/** True for a step that Routee tried. */
export function wasSent(step: Step): boolean {
  return step.outcome.kind !== 'notSent';
}

function reachOfPart({ message, state }: Part): Reach | null {
  if (state !== 'delivered' || message.updatedAt === null || message.status.kind === 'missing') return null;
  if (message.content.kind === 'voice') {
    const at = answeredAt(message);
    return { kind: 'answered', at: at ?? message.updatedAt, atMost: at === null };
  }
  const seen = statusKey(message.status.name) === 'seen';
  return { kind: seen ? 'seen' : 'delivered', at: message.updatedAt, atMost: false };
}

/** When a step reached the recipient, as far as its own times tell: its last delivered part. */
function stepReach(step: Step): Reach | null {
  if (step.outcome.kind === 'expiredAfterDelivery') {
    const { expiredAt } = step.outcome;
    return expiredAt === null ? null : { kind: 'delivered', at: expiredAt, atMost: true };
  }
  if (step.outcome.kind !== 'delivered' && step.outcome.kind !== 'partlyDelivered') return null;
  const parts = step.parts.list.map(reachOfPart);
  if (step.parts.list.some(({ state }, place) => state === 'delivered' && parts[place] === null)) return null;
  return parts.reduce<Reach | null>(
    (last, part) => (part !== null && (last === null || part.at > last.at) ? part : last),
    null,
  );
}

/** The step that reached the recipient first: one that delivered all of it, else one that delivered a part. */
export function firstReached(steps: readonly Step[]): Step | null {
  const certain = steps.filter((step) => step.contradiction === null);
  const time = (step: Step) => stepReach(step)?.at ?? step.sentAt ?? Number.POSITIVE_INFINITY;
  const first = (found: readonly Step[]) =>
    found.reduce<Step | null>((best, step) => (best === null || time(step) < time(best) ? step : best), null);
  return (
    first(certain.filter(({ outcome }) => deliveredWhole(outcome))) ??
    first(certain.filter(({ outcome }) => reached(outcome))) ??
    first(steps.filter(({ outcome }) => reached(outcome)))
  );
}

/** When the recipient was reached by a step; null where doubts or the order of the times take its proof away. */
export function reachOf(step: Step, createdAt: EpochMs | null, doubts: readonly ClockDoubt[]): Reach | null {
  if (step.contradiction !== null) return null;
  if (doubts.some(({ stepIndex }) => stepIndex === null || stepIndex === step.index)) return null;
  const reach = stepReach(step);
  if (reach === null || (createdAt !== null && reach.at < createdAt - roundingMs)) return null;
  return createdAt !== null && reach.at < createdAt ? { ...reach, at: createdAt } : reach;
}
