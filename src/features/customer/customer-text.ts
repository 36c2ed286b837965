/** One paragraph for the customer, in a language of its own: the viewer's may be another. */
import type { Flow } from '#model/flow/flow.ts';
import { type CustomerEnd, customerFacts } from '#model/readings/customer.ts';
import type { Channel } from '#model/record/channel.ts';
import type { EpochMs } from '#model/values/time.ts';
import type { Catalogue } from '#texts/en.ts';
import { createFormat, type Format, type Language } from '#texts/format.ts';

type Texts = Catalogue['customer'];

const load: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('#texts/en/customer.ts')).customer,
  el: async () => (await import('#texts/el/customer.ts')).customer,
};

function reachedText(end: Extract<CustomerEnd, { kind: 'reached' }>, texts: Texts, format: Format): string {
  const channel = format.channelName(end.by);
  if (end.at === null) return texts.deliveredSometime(channel);
  const when = format.dateTime(end.at);
  switch (end.how) {
    case 'seen':
      return texts.seen(channel, when);
    case 'answered':
      return end.atMost ? texts.answeredBefore(when) : texts.answered(when);
    case 'delivered':
      return end.atMost ? texts.deliveredBefore(channel, when) : texts.delivered(channel, when);
  }
}

function endText(end: CustomerEnd, texts: Texts, format: Format): string {
  const name = (by: Channel | null) => (by === null ? '' : format.channelName(by));
  switch (end.kind) {
    case 'reached':
      return reachedText(end, texts, format);
    case 'inPart':
      return texts.inPart(name(end.by));
    case 'underWay':
      return end.by === null ? texts.underWay : texts.underWayBy(name(end.by));
    case 'unheard':
    case 'notReached':
    case 'notSent':
    case 'unknown':
      return texts[end.kind];
  }
}

export interface CustomerOptions {
  readonly flow: Flow;
  readonly now: EpochMs;
  readonly language: Language;
  readonly zone: string;
}

export async function customerText({ flow, now, language, zone }: CustomerOptions): Promise<string> {
  const texts = await load[language]();
  const format = createFormat({ language, zone });
  const { createdAt, failed, end } = customerFacts(flow, now);
  if (end.kind === 'notSent') return texts.notSent;
  const sent = createdAt === null ? texts.sentSometime : texts.sent(format.dateTime(createdAt));
  const tried = failed.length === 0 ? [] : [texts.failed(format.list(failed.map(format.channelName)))];
  return [sent, ...tried, endText(end, texts, format)].join(' ');
}
