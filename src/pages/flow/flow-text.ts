/** A flow as plain text, for a ticket: verdict, facts, steps, findings. Masked when the reader masks. */

import { phraseText } from '#messages/phrase.ts';
import { findings } from '#model/findings.ts';
import type { Flow, Step } from '#model/flow.ts';
import { maskAddress } from '#model/masking.ts';
import { decimalsOf } from '#model/price.ts';
import type { EpochMs } from '#model/time.ts';
import { verdict } from '#model/verdict.ts';
import type { Reader } from '#ui/reader.tsx';

interface Options {
  readonly flow: Flow;
  readonly now: EpochMs;
  readonly asOf: EpochMs;
  readonly link: string;
  readonly reader: Reader;
}

function stepLine(step: Step, { messages, format }: Reader): string {
  const texts = messages.flow.text;
  const status = step.status.kind === 'missing' ? messages.outcome.noStatus : step.status.name;
  const said = step.outcome.kind === 'notSent' ? messages.outcome.notSent : status;
  const prices = step.messages.flatMap(({ price }) => price ?? []);
  const [first, ...rest] = prices;
  const price = first === undefined ? null : rest.reduce((sum, each) => sum.plus(each), first);
  const pieces = [
    texts.step(format.number(step.index + 1), format.channelName(step.channel), said),
    step.detailedStatus,
    step.sentAt === null ? null : texts.sentAt(format.time(step.sentAt)),
    step.endedAt === null ? null : texts.resultAt(format.time(step.endedAt)),
    price === null ? null : texts.priceOf(format.money(price, decimalsOf(price))),
  ];
  return pieces.filter((piece) => piece !== null && piece !== '').join(', ');
}

function factLines({ flow, asOf, link, reader }: Options): string[] {
  const { messages, format, masked } = reader;
  const texts = messages.flow.text;
  const recipient = flow.recipient === null ? null : masked ? maskAddress(flow.recipient) : flow.recipient;
  const facts: [string, string | null][] = [
    [texts.flow, flow.trackingId],
    [texts.status, flow.status.kind === 'missing' ? messages.heading.noStatus : flow.status.name],
    [messages.facts.recipient, recipient],
    [messages.facts.created, flow.createdAt === null ? null : format.dateTime(flow.createdAt)],
    [messages.facts.totalPrice, flow.totalPrice === null ? null : flow.totalPrice.toFixed()],
    [texts.asOf, format.dateTime(asOf)],
    [texts.link, link],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
}

/** Lines that read well in any ticket: no markup, no columns. */
export function flowText(options: Options): string {
  const { flow, now, reader } = options;
  const { messages, format, masked } = reader;
  const said = verdict(flow, now);
  const found = findings(flow, now);
  const address = (value: string) => (masked ? maskAddress(value) : value);
  const sentences = said.sentences.map((clause) => phraseText(messages.verdict.sentence(clause, format)));
  const blocks = [
    [messages.verdict.heading(said.heading, format), ...(sentences.length === 0 ? [] : [sentences.join(' ')])],
    factLines(options),
    [messages.flow.text.steps, ...flow.steps.map((step) => stepLine(step, reader))],
    found.length === 0
      ? []
      : [
          messages.flow.text.findings,
          ...found.map((finding) => {
            const sentence = phraseText(messages.findings.sentence(finding, format, address));
            return `- ${messages.findingsPanel.colon(messages.findings.title[finding.code])} ${sentence}`;
          }),
        ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
