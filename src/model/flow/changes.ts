/** What a newer answer says that an older one of the same flow did not. */
import type { Channel } from '../record/channel.ts';
import type { Flow, Step } from './flow.ts';

export type Change =
  /** Status names as the records spell them; null where one has none. */
  | { readonly kind: 'flow'; readonly from: string | null; readonly to: string | null }
  | {
      readonly kind: 'step';
      readonly stepIndex: number;
      readonly channel: Channel;
      /** Null for a step that was not there, or not sent, before. */
      readonly from: string | null;
      readonly to: string | null;
    };

function nameOf(status: Flow['status'] | Step['status']): string | null {
  return status.kind === 'missing' ? null : status.name;
}

/** What is compared of a step: a late receipt of one part changes it, too. */
function state(step: Step): string {
  return JSON.stringify([
    step.outcome,
    step.detailedStatus,
    step.messages.map(({ status, updatedAt }) => [nameOf(status), updatedAt]),
  ]);
}

/** Changed steps first, in the chain's order, then the flow's own status. Empty when neither says anything new. */
export function changes(before: Flow, after: Flow): Change[] {
  const found: Change[] = [];
  for (const step of after.steps) {
    const old = before.steps[step.index];
    if (old !== undefined && state(old) === state(step)) continue;
    found.push({
      kind: 'step',
      stepIndex: step.index,
      channel: step.channel,
      from: old === undefined || old.outcome.kind === 'notSent' ? null : nameOf(old.status),
      to: nameOf(step.status),
    });
  }
  const [from, to] = [nameOf(before.status), nameOf(after.status)];
  if (from !== to) found.push({ kind: 'flow', from, to });
  return found;
}
