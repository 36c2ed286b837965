/** Whether a call has been answered and still goes on. */
import type { Step } from '../flow/flow.ts';
import { statusKey } from '../record/status.ts';

/** A call that is `InProgress` has been answered; `Ringing` and before it has not (vendor's Voice statuses). */
export function isTalking({ channel, status, outcome }: Step): boolean {
  const voice = channel.kind === 'known' && channel.name === 'Voice';
  return voice && outcome.kind === 'waiting' && status.kind === 'reported' && statusKey(status.name) === 'inprogress';
}
