/** Sentences of a step's card that are put together from several fields. */

import type { Flow, Handover, Step } from '#model/flow/flow.ts';
import { ttlRelation } from '#model/flow/handover.ts';
import type { Words } from '../look/row-texts.ts';
import { shownText } from '../look/visible-text.ts';

/** TTL, whether it lasts until seen, and what it had to do with the step's end; null when the record names none. */
export function ttlText(step: Step, handover: Handover | null, { catalogue, format }: Words): string | null {
  if (step.ttlMs === null) return null;
  const texts = catalogue.cards;
  const { content } = step.messages[0];
  const ttl = format.duration(step.ttlMs);
  const named =
    content.kind === 'viber' && content.expireOnDelivery !== null
      ? texts.untilSeen(ttl, content.expireOnDelivery)
      : ttl;
  const relation = handover?.ttl ?? ttlRelation(step);
  switch (relation.kind) {
    case 'none':
    case 'endedBefore':
      return named;
    case 'expired':
      return relation.byMs > 0 ? `${named}; ${texts.ttlExpired(format.duration(relation.byMs))}` : named;
    case 'expiredOff': {
      const by = format.duration(Math.abs(relation.byMs));
      return `${named}; ${texts.ttlExpiredOff(relation.byMs < 0 ? texts.ttlEarly(by) : texts.ttlLate(by))}`;
    }
    case 'endedAfter':
      return `${named}; ${texts.ttlOver(format.duration(relation.byMs))}`;
  }
}

/** Why and how soon the flow went on; `listed` is false where the record gives no reason for it. */
export function wentOnText(handover: Handover, { catalogue, format }: Words): { text: string; listed: boolean } | null {
  if (handover.trigger.kind === 'missing') return null;
  const texts = catalogue.cards.wentOn;
  const status = shownText(handover.trigger.name, 40);
  if (handover.gapMs !== null && handover.gapMs < 0) {
    return { text: texts.overlap(status, format.duration(-handover.gapMs)), listed: false };
  }
  const later = handover.gapMs === null ? null : format.duration(handover.gapMs);
  switch (handover.listing) {
    case 'listed':
    case 'listedByDefault':
      return { text: texts.listed(status, later), listed: true };
    case 'notListed':
    case 'notListedByDefault':
      return { text: texts.notListed(status, later), listed: false };
    case 'unknown':
      return null;
  }
}

/** Why a declared step was not sent; null for a step that was. */
export function whyNotSent(step: Step, flow: Flow, { catalogue, format }: Words): string | null {
  if (step.outcome.kind !== 'notSent') return null;
  const { reason } = step.outcome;
  const texts = catalogue.cards.notSent;
  if (reason.kind !== 'notNeeded') return texts[reason.kind];
  const other = flow.steps[reason.stepIndex];
  const channel = other === undefined ? catalogue.cards.none : shownText(format.channelName(other.channel), 24);
  return texts.notNeeded(format.number(reason.stepIndex + 1), channel);
}
