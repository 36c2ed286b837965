/** An outcome as a word: the status as Routee spells it, with what the status alone does not say. */

import type { Outcome } from '#model/flow/flow.ts';
import type { MessageStatus } from '#model/record/status.ts';
import type { Catalogue } from '#texts/en.ts';
import type { Format } from '#texts/format.ts';

export function outcomeText(
  outcome: Outcome,
  status: MessageStatus,
  { catalogue, format }: { catalogue: Catalogue; format: Format },
): string {
  const texts = catalogue.outcome;
  const name = status.kind === 'missing' ? texts.noStatus : status.name;
  switch (outcome.kind) {
    case 'notSent':
      return texts.notSent;
    case 'partlyDelivered':
      return texts.partly(format.number(outcome.delivered), format.number(outcome.total));
    case 'unheard':
      return texts.unheard[outcome.by](name);
    case 'expiredAfterDelivery':
      return texts.expiredAfterDelivery(name);
    default:
      return name;
  }
}
