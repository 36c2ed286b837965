/** What is said of one flow: worked out once, then written as text or as JSON. */

import { channelText, endedText, statusText, storyOf } from '#features/look/row-texts.ts';
import { shownText } from '#features/look/visible-text.ts';
import type { Finding } from '#model/findings/finding.ts';
import { findings } from '#model/findings/findings.ts';
import type { Flow } from '#model/flow/flow.ts';
import { maskJsonBytes } from '#model/masking/json-bytes.ts';
import { maskAddress } from '#model/masking/masking.ts';
import type { Verdict } from '#model/readings/clauses.ts';
import { type Timeline, timeline } from '#model/readings/timeline.ts';
import { verdict } from '#model/readings/verdict.ts';
import { readFlow } from '#model/record/read-flow.ts';
import type { Refusal } from '#model/record/refusal.ts';
import type { EpochMs } from '#model/values/time.ts';
import { phraseText } from '#texts/phrase.ts';
import { type ExitStatus, statusOf } from './exit-status.ts';
import { flowLook } from './flow-signs.ts';
import { harmless, type Writer } from './words.ts';

export interface Report {
  readonly flow: Flow;
  readonly verdict: Verdict;
  readonly timeline: Timeline;
  readonly findings: readonly Finding[];
  readonly status: ExitStatus;
  readonly now: EpochMs;
  readonly masked: boolean;
}

function maskedText(text: string): string {
  const masked = maskJsonBytes(Buffer.from(text, 'utf8'));
  // What cannot be masked is not shown: it then reads as empty.
  return masked.ok ? Buffer.from(masked.bytes).toString('utf8') : '';
}

/** `asked`: the ID that was asked for; null for a record of a file. */
export function reportOf(
  text: string,
  { asked, now, masked }: { asked: string | null; now: EpochMs; masked: boolean },
): Report | Refusal {
  const first = readFlow(text);
  const reading = masked && first.ok ? readFlow(maskedText(first.text)) : first;
  if (!reading.ok) return reading.refusal;
  const { flow } = reading;
  const said = verdict(flow, now);
  const found = findings(flow, now, asked);
  const status = statusOf(said, found);
  return { flow, verdict: said, timeline: timeline(flow, now), findings: found, status, now, masked };
}

const severityLook = {
  problem: { colour: 'red', sign: '✕' },
  warning: { colour: 'yellow', sign: '!' },
  info: { colour: 'cyan', sign: 'i' },
} as const;

function headingText({ verdict: said }: Report, { catalogue, format }: Writer): string {
  return harmless(catalogue.verdict.heading(said.heading, format));
}

function sentences({ verdict: said }: Report, { catalogue, format }: Writer): string[] {
  return said.sentences.map((clause) => harmless(phraseText(catalogue.verdict.sentence(clause, format))));
}

function stepTexts({ flow, timeline: drawn, now }: Report, writer: Writer) {
  return drawn.rows.map((row) => ({
    number: writer.format.number(row.stepIndex + 1),
    channel: harmless(channelText(row, writer)),
    status: harmless(statusText(row, flow, writer)),
    story: storyOf(row, flow, drawn, now, writer).map(harmless),
  }));
}

function findingText(finding: Finding, { catalogue, format }: Writer, masked: boolean) {
  const address = (value: string) => (masked ? maskAddress(value) : value);
  const texts = catalogue.findings;
  return {
    title: texts.title[finding.code],
    sentence: harmless(phraseText(texts.sentence(finding, format, address))),
  };
}

function timelineLines(report: Report, writer: Writer): string[] {
  const { flow, timeline: drawn } = report;
  const { catalogue, format, paint } = writer;
  const steps = stepTexts(report, writer).flatMap(({ number, channel, status, story }) => [
    `  ${number}  ${paint('bold', channel)}  ${status}`,
    `     ${paint('dim', story.join(' '))}`,
  ]);
  if (drawn.rows.length === 0) steps.push(`  ${catalogue.timeline.noSteps}`);
  if (drawn.ended !== null) {
    const label = harmless(endedText(flow, writer));
    steps.push(`  ${catalogue.timeline.story.flowEnded(label, format.time(drawn.ended.at))}`);
  }
  return ['', paint('bold', catalogue.timeline.title), ...steps];
}

function findingLines({ findings: found, masked }: Report, writer: Writer): string[] {
  if (found.length === 0) return [];
  const { catalogue, format, paint } = writer;
  const rows = found.map((finding) => {
    const { colour, sign } = severityLook[finding.severity];
    const { title, sentence } = findingText(finding, writer, masked);
    return `  ${paint(colour, sign)} ${paint('bold', catalogue.findingsPanel.colon(title))} ${sentence}`;
  });
  return ['', paint('bold', catalogue.findingsPanel.count(found.length, format)), ...rows];
}

/** The report as lines, without a line's end. */
export function reportLines(report: Report, writer: Writer): string[] {
  const { flow } = report;
  const { catalogue, paint } = writer;
  const { colour, sign } = flowLook(report.verdict.tone);
  const id = flow.trackingId === null ? catalogue.heading.noId : harmless(shownText(flow.trackingId, 128));
  return [
    paint('dim', `${catalogue.heading.flow} ${id}`),
    `${paint(colour, sign)} ${paint('bold', headingText(report, writer))}`,
    ...sentences(report, writer),
    ...timelineLines(report, writer),
    ...findingLines(report, writer),
  ];
}

const isoOrNull = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString());

/** The report for scripts. Names stay; texts follow the language. */
export function reportJson(report: Report, writer: Writer): object {
  const { flow, verdict: said, status, masked } = report;
  return {
    trackingId: flow.trackingId,
    exitStatus: status,
    running: flow.running,
    verdict: {
      tone: said.tone,
      kind: said.heading.kind,
      heading: headingText(report, writer),
      sentences: sentences(report, writer),
    },
    createdAt: isoOrNull(flow.createdAt),
    endedAt: isoOrNull(flow.endedAt),
    steps: stepTexts(report, writer).map(({ channel, status: name, story }, index) => ({
      channel,
      status: name,
      outcome: flow.steps[index]?.outcome.kind ?? null,
      sentAt: isoOrNull(flow.steps[index]?.sentAt ?? null),
      endedAt: isoOrNull(flow.steps[index]?.endedAt ?? null),
      story,
    })),
    findings: report.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      ...findingText(finding, writer, masked),
      paths: finding.paths,
    })),
  };
}
