/** A flow as plain text, for a ticket: verdict, facts, steps, findings. Masked when the viewer masks. */

import { findings } from '#model/findings/findings.ts';
import type { Flow, Step } from '#model/flow/flow.ts';
import { maskAddress } from '#model/masking/masking.ts';
import { decimalsOf } from '#model/readings/price.ts';
import { verdict } from '#model/readings/verdict.ts';
import type { EpochMs } from '#model/values/time.ts';
import { phraseText } from '#texts/phrase.ts';
import type { Viewer } from '#ui/viewer.tsx';

interface Options {
  readonly flow: Flow;
  readonly now: EpochMs;
  readonly asOf: EpochMs;
  readonly link: string;
  readonly viewer: Viewer;
}

function stepLine(step: Step, { catalogue, format }: Viewer): string {
  const texts = catalogue.flow.text;
  const status = step.status.kind === 'missing' ? catalogue.outcome.noStatus : step.status.name;
  const said = step.outcome.kind === 'notSent' ? catalogue.outcome.notSent : status;
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

function factLines({ flow, asOf, link, viewer }: Options): string[] {
  const { catalogue, format, masked } = viewer;
  const texts = catalogue.flow.text;
  const recipient = flow.recipient === null ? null : masked ? maskAddress(flow.recipient) : flow.recipient;
  const facts: [string, string | null][] = [
    [texts.flow, flow.trackingId],
    [texts.status, flow.status.kind === 'missing' ? catalogue.heading.noStatus : flow.status.name],
    [catalogue.facts.recipient, recipient],
    [catalogue.facts.created, flow.createdAt === null ? null : format.dateTime(flow.createdAt)],
    [catalogue.facts.totalPrice, flow.totalPrice === null ? null : flow.totalPrice.toFixed()],
    [texts.asOf, format.dateTime(asOf)],
    [texts.link, link],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
}

/** Lines that read well in any ticket: no markup, no columns. */
export function flowText(options: Options): string {
  const { flow, now, viewer } = options;
  const { catalogue, format, masked } = viewer;
  const said = verdict(flow, now);
  const found = findings(flow, now);
  const address = (value: string) => (masked ? maskAddress(value) : value);
  const sentences = said.sentences.map((clause) => phraseText(catalogue.verdict.sentence(clause, format)));
  const blocks = [
    [catalogue.verdict.heading(said.heading, format), ...(sentences.length === 0 ? [] : [sentences.join(' ')])],
    factLines(options),
    [catalogue.flow.text.steps, ...flow.steps.map((step) => stepLine(step, viewer))],
    found.length === 0
      ? []
      : [
          catalogue.flow.text.findings,
          ...found.map((finding) => {
            const sentence = phraseText(catalogue.findings.sentence(finding, format, address));
            return `- ${catalogue.findingsPanel.colon(catalogue.findings.title[finding.code])} ${sentence}`;
          }),
        ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
