/** One paragraph for the customer, in a language of its own: the viewer's may be another. */
import type { Flow } from '#model/flow/flow.ts';
import { type CustomerEnd, customerFacts } from '#model/readings/customer.ts';
import type { Channel } from '#model/record/channel.ts';
import type { EpochMs } from '#model/values/time.ts';
import { customer as greek } from '#texts/el/customer.ts';
import { customer as english } from '#texts/en/customer.ts';
import { createFormat, type Format, type Language } from '#texts/format.ts';

/** No part of the catalogues: a page has one language, and this is fetched when somebody copies it. */
const texts = { en: english, el: greek } as const;

type Texts = typeof english;

function reachedText(end: Extract<CustomerEnd, { kind: 'reached' }>, say: Texts, format: Format): string {
  const channel = format.channelName(end.by);
  if (end.at === null) return say.deliveredSometime(channel);
  const when = format.dateTime(end.at);
  switch (end.how) {
    case 'seen':
      return say.seen(channel, when);
    case 'answered':
      return end.atMost ? say.answeredBefore(when) : say.answered(when);
    case 'delivered':
      return end.atMost ? say.deliveredBefore(channel, when) : say.delivered(channel, when);
  }
}

function endText(end: CustomerEnd, say: Texts, format: Format): string {
  const name = (by: Channel | null) => (by === null ? '' : format.channelName(by));
  switch (end.kind) {
    case 'reached':
      return reachedText(end, say, format);
    case 'inPart':
      return say.inPart(name(end.by));
    case 'underWay':
      return end.by === null ? say.underWay : say.underWayBy(name(end.by));
    case 'unheard':
    case 'notReached':
    case 'notSent':
    case 'unknown':
      return say[end.kind];
  }
}

export interface CustomerOptions {
  readonly flow: Flow;
  readonly now: EpochMs;
  readonly language: Language;
  readonly zone: string;
}

export function customerText({ flow, now, language, zone }: CustomerOptions): string {
  const say = texts[language];
  const format = createFormat({ language, zone });
  const { createdAt, failed, end } = customerFacts(flow, now);
  if (end.kind === 'notSent') return say.notSent;
  const sent = createdAt === null ? say.sentSometime : say.sent(format.dateTime(createdAt));
  const tried = failed.length === 0 ? [] : [say.failed(format.list(failed.map(format.channelName)))];
  return [sent, ...tried, endText(end, say, format)].join(' ');
}
