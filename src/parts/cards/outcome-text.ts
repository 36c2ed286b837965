/** An outcome as a word: the status as Routee spells it, with what the status alone does not say. */

import type { Messages } from '#messages/en.ts';
import type { Format } from '#messages/format.ts';
import type { Outcome } from '#model/flow.ts';
import type { MessageStatus } from '#model/status.ts';

export function outcomeText(
  outcome: Outcome,
  status: MessageStatus,
  { messages, format }: { messages: Messages; format: Format },
): string {
  const texts = messages.outcome;
  const name = status.kind === 'missing' ? texts.noStatus : status.name;
  switch (outcome.kind) {
    case 'notSent':
      return texts.notSent;
    case 'partlyDelivered':
      return texts.partly(format.number(outcome.delivered), format.number(outcome.total));
    case 'expiredAfterDelivery':
      return texts.expiredAfterDelivery(name);
    default:
      return name;
  }
}
