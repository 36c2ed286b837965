/** A flow as plain text, for a ticket: verdict, facts, steps, findings. Masked when the viewer masks. */

import { stepLine } from '#features/cards/step-text.ts';
import { findingText } from '#features/findings/finding-text.ts';
import { findings } from '#model/findings/findings.ts';
import type { Flow } from '#model/flow/flow.ts';
import { maskAddress } from '#model/masking/masking.ts';
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
  const { catalogue, format } = viewer;
  const day = flow.createdAt ?? asOf;
  const said = verdict(flow, now);
  const found = findings(flow, now);
  const sentences = said.sentences.map((clause) => phraseText(catalogue.verdict.sentence(clause, format)));
  const blocks = [
    [catalogue.verdict.heading(said.heading, format), ...(sentences.length === 0 ? [] : [sentences.join(' ')])],
    factLines(options),
    [catalogue.flow.text.steps, ...flow.steps.map((step) => stepLine(step, { ...options, day }))],
    found.length === 0
      ? []
      : [catalogue.flow.text.findings, ...found.map((finding) => `- ${findingText(finding, viewer)}`)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
