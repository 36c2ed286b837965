/** A flow as plain text, for a ticket: verdict, facts, steps, findings. Masked when the viewer masks. */

import { outcomeText } from '#features/look/outcome-text.ts';
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
  /** Null where the gateway was not told which. */
  readonly currency: string | null;
  readonly viewer: Viewer;
}

/** `day`: a moment of the flow's day; times of other days carry their date. */
function stepLine(step: Step, day: EpochMs | null, { viewer, currency }: Options): string {
  const { catalogue, format } = viewer;
  const texts = catalogue.flow.text;
  const said = outcomeText(step.outcome, step.status, viewer);
  const prices = step.messages.flatMap(({ price }) => price ?? []);
  const [first, ...rest] = prices;
  const price = first === undefined ? null : rest.reduce((sum, each) => sum.plus(each), first);
  const pieces = [
    texts.step(format.number(step.index + 1), format.channelName(step.channel), said),
    step.detailedStatus,
    step.sentAt === null ? null : texts.sentAt(format.timeOn(step.sentAt, day)),
    step.endedAt === null ? null : texts.resultAt(format.timeOn(step.endedAt, day)),
    price === null ? null : texts.priceOf(texts.inCurrency(format.money(price, decimalsOf(price)), currency)),
  ];
  return pieces.filter((piece) => piece !== null && piece !== '').join(', ');
}

function factLines({ flow, asOf, link, currency, viewer }: Options): string[] {
  const { catalogue, format, masked } = viewer;
  const texts = catalogue.flow.text;
  const recipients = flow.recipients.map((address) => (masked ? maskAddress(address) : address));
  const facts: [string, string | null][] = [
    [texts.flow, flow.trackingId],
    [texts.status, flow.status.kind === 'missing' ? catalogue.heading.noStatus : flow.status.name],
    [catalogue.facts.recipient, recipients.length === 0 ? null : format.list(recipients.slice(0, 8))],
    [catalogue.facts.created, flow.createdAt === null ? null : format.dateTime(flow.createdAt)],
    [
      catalogue.facts.totalPrice,
      flow.totalPrice === null ? null : texts.inCurrency(flow.totalPrice.toFixed(), currency),
    ],
    [texts.asOf, format.dateTime(asOf)],
    [texts.link, link],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
}

/** Lines that read well in any ticket: no markup, no columns. */
export function flowText(options: Options): string {
  const { flow, now, asOf, viewer } = options;
  const { catalogue, format, masked } = viewer;
  const said = verdict(flow, now);
  const found = findings(flow, now);
  const address = (value: string) => (masked ? maskAddress(value) : value);
  const sentences = said.sentences.map((clause) => phraseText(catalogue.verdict.sentence(clause, format)));
  const blocks = [
    [catalogue.verdict.heading(said.heading, format), ...(sentences.length === 0 ? [] : [sentences.join(' ')])],
    factLines(options),
    [catalogue.flow.text.steps, ...flow.steps.map((step) => stepLine(step, flow.createdAt ?? asOf, options))],
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
