/** What the program makes of a record, as a text a reviewer can read: verdict, facts, timeline, price, latency, findings. */

import { findings } from '#model/findings/findings.ts';
import type { Flow, Outcome, Step } from '#model/flow/flow.ts';
import { latency } from '#model/readings/latency.ts';
import { price } from '#model/readings/price.ts';
import { type TimelineRow, timeline } from '#model/readings/timeline.ts';
import { verdict } from '#model/readings/verdict.ts';
import { type FlowReading, readFlow } from '#model/record/read-flow.ts';
import { pathText } from '#model/values/json.ts';
import type { EpochMs } from '#model/values/time.ts';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { phraseText } from '#texts/phrase.ts';

const format = createFormat({ language: 'en', zone: 'UTC' });
const none = '–';
/** Of very long flows the first rows tell enough. */
const mostRows = 12;
const mostPaths = 6;

/** Hostile texts stay on one line and of a length that can be read; controls show as their code. */
function plain(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
  return shown.length > 160 ? `${shown.slice(0, 160)}… (${shown.length})` : shown;
}

function orNone<Value>(value: Value | null, write: (value: Value) => string): string {
  return value === null ? none : plain(write(value));
}

const time = (at: EpochMs) => format.dateTime(at);

function factLines(flow: Flow, now: EpochMs): string[] {
  const step = (index: number) => `step ${index + 1} of ${flow.steps.length}`;
  const when = orNone(flow.reach, ({ kind, at, atMost }) => `${kind}${atMost ? ' at most' : ''} ${time(at)}`);
  const reached = flow.reachedBy === null ? none : `by ${step(flow.reachedBy)}, ${when}`;
  return [
    `tracking ID  ${orNone(flow.trackingId, (id) => id)}`,
    `status       ${flow.status.kind === 'missing' ? none : plain(flow.status.name)}${flow.running ? ' (running)' : flow.ended ? '' : ' (not known whether it ended)'}`,
    `statusCode   ${orNone(flow.statusCode, (code) => code)}`,
    `ended by     ${orNone(flow.terminationChannel, format.channelName)}, ${orNone(flow.terminationStep, step)}`,
    `recipient    ${orNone(flow.recipient, () => flow.recipients.join(', '))}, ${orNone(flow.country, (code) => `${code} ${format.countryName(code)}`)}`,
    `created      ${orNone(flow.createdAt, time)}`,
    `reached      ${reached}`,
    `ended        ${orNone(flow.endedAt, time)}`,
    `sent by      ${orNone(flow.originatingService, (name) => name)}, ${orNone(flow.applicationId, (id) => id)}`,
    `flow kind    ${orNone(flow.flowKind, (kind) => kind)}`,
    `seen at      ${time(now)}`,
  ];
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'notSent':
      return outcome.reason.kind === 'notNeeded'
        ? `notSent (not needed: step ${outcome.reason.stepIndex + 1})`
        : `notSent (${outcome.reason.kind})`;
    case 'partlyDelivered':
      return `partlyDelivered (${outcome.delivered} of ${outcome.total}, ${outcome.open} open)`;
    case 'unheard':
      return `unheard (${outcome.by})`;
    default:
      return outcome.kind;
  }
}

function statusText({ status, detailedStatus }: Pick<Step, 'status' | 'detailedStatus'>): string {
  const name = status.kind === 'missing' ? 'no status' : `${plain(status.name)} [${status.class}]`;
  return detailedStatus === null ? name : `${name} · ${plain(detailedStatus)}`;
}

function rowLines(row: TimelineRow, start: EpochMs): string[] {
  const offset = (at: EpochMs) => `+${format.duration(at - start)}`;
  const lanes = row.lanes.slice(0, mostRows).map((lane) => {
    const spans = lane.intervals.map(({ kind, from, to }) => `${kind} ${offset(from)} to ${offset(to)}`);
    const part = lane.part === null ? '' : `part ${lane.part}: `;
    return `    ${part}${spans.length > 0 ? spans.join(', ') : lane.at === null ? 'no time' : `only ${offset(lane.at)}`}`;
  });
  const more = row.lanes.length > mostRows ? [`    … ${row.lanes.length - mostRows} more`] : [];
  const ttl =
    row.ttl === null
      ? []
      : [
          `    TTL ${format.duration(row.ttl.ttlMs)} ends ${offset(row.ttl.deadline)}${row.ttl.counting ? ', counting' : ''}`,
        ];
  const handover = row.handover;
  const next =
    handover === null
      ? []
      : [
          `    → step ${handover.toStep + 1}: ${handover.trigger.kind === 'missing' ? 'no status' : plain(handover.trigger.name)} is ${handover.listing}; ${orNone(handover.gapMs, (gap) => `${format.duration(gap)} later`)}; TTL ${handover.ttl.kind}`,
        ];
  return [
    `  ${row.stepIndex + 1} ${plain(format.channelName(row.channel))}: ${outcomeText(row.outcome)}, ${statusText(row)}`,
    ...lanes,
    ...more,
    ...ttl,
    ...next,
  ];
}

function timelineLines(flow: Flow, now: EpochMs): string[] {
  const drawn = timeline(flow, now);
  const rows = drawn.rows.slice(0, mostRows).flatMap((row) => rowLines(row, drawn.start));
  const more = drawn.rows.length > mostRows ? [`  … ${drawn.rows.length - mostRows} more steps`] : [];
  const end = drawn.ended === null ? 'not ended' : `ended +${format.duration(drawn.ended.at - drawn.start)}`;
  const gaps = drawn.idleGaps.map(
    ({ from, to }) => `+${format.duration(from - drawn.start)} to +${format.duration(to - drawn.start)}`,
  );
  return [...rows, ...more, `  ${end}; idle: ${gaps.length === 0 ? none : gaps.slice(0, 4).join(', ')}`];
}

function moneyLines(flow: Flow): string[] {
  const { steps, sum, total, agreement, spentOnFailed, decimals } = price(flow);
  const money = (value: NonNullable<typeof sum>) => format.money(value, decimals);
  const each = steps
    .slice(0, mostRows)
    .map((step) => `${step.stepIndex + 1}: ${orNone(step.sum, money)}${step.failed ? ' (failed)' : ''}`);
  const explained =
    agreement.kind === 'differs' && agreement.explainedBy !== null
      ? `, explained by step ${agreement.explainedBy.steps.map((index) => index + 1).join(' + ')}${agreement.explainedBy.oneEach ? ', one part each' : ''}`
      : '';
  return [
    `  ${each.length === 0 ? none : each.join(', ')}`,
    `  sum ${orNone(sum, money)}, totalPrice ${orNone(total, money)}: ${agreement.kind}${explained}; on failed tries ${money(spentOnFailed)}`,
  ];
}

function latencyLines(flow: Flow): string[] {
  const { split, steps } = latency(flow);
  const reported = steps.flatMap(({ stepIndex, messages }) =>
    messages
      .filter((message) => message.reported !== null)
      .slice(0, mostRows)
      .map(
        (message) =>
          `  step ${stepIndex + 1}: reported ${message.reported?.value} (${message.reported?.unit}), measured ${orNone(message.measuredMs, format.milliseconds)}`,
      ),
  );
  if (split === null) return ['  no split', ...reported.slice(0, mostRows)];
  const { totalMs, channelMs, ttlMs, handoverMs, otherMs } = split;
  const parts = Object.entries({ totalMs, channelMs, ttlMs, handoverMs, otherMs });
  return [
    `  ${parts.map(([name, ms]) => `${name} ${format.milliseconds(ms)}`).join(', ')}`,
    ...reported.slice(0, mostRows),
  ];
}

function findingLines(flow: Flow, now: EpochMs): string[] {
  const found = findings(flow, now);
  if (found.length === 0) return [`  ${none}`];
  return found.flatMap((finding) => {
    const paths = finding.paths.slice(0, mostPaths).map(pathText).join(', ');
    const more = finding.paths.length > mostPaths ? `, … ${finding.paths.length - mostPaths} more` : '';
    return [
      `  ${finding.severity} ${finding.code}`,
      `    ${en.findings.title[finding.code]}: ${plain(phraseText(en.findings.sentence(finding, format, (to) => to)))}`,
      `    ${plain(paths)}${more}`,
    ];
  });
}

/** Where the record lay and what was read in another spelling; nothing where all was as documented. */
function noteBlock({ record, place }: Extract<FlowReading, { ok: true }>): [string, string[]][] {
  const texts = en.findingsPanel.notes;
  const lines = record.notes.flatMap(({ kind, paths, count }) => [
    `  ${texts.sentences[kind]}`,
    `    ${count}: ${plain(paths.slice(0, mostPaths).map(pathText).join(', '))}`,
  ]);
  const where = place === null ? [] : [`  ${texts.place(place)}`];
  return lines.length + where.length === 0 ? [] : [['Notes', [...where, ...lines]]];
}

/** Everything said of the record in a text, seen at `now`. */
export function readingText(text: string, now: EpochMs): string {
  const reading = readFlow(text);
  if (!reading.ok) {
    const choices = reading.records.map(
      ({ flow, place }) => `\n  ${flow.trackingId} ${place === null ? '' : pathText(place.path)}`,
    );
    return `Refused: ${plain(JSON.stringify(reading.refusal))}${choices.join('')}\n`;
  }
  const { flow } = reading;
  const said = verdict(flow, now);
  const sentences = said.sentences.map((clause) => plain(phraseText(en.verdict.sentence(clause, format))));
  const blocks: [string, string[]][] = [
    ['Facts', factLines(flow, now).map((line) => `  ${line}`)],
    ['Timeline', timelineLines(flow, now)],
    ['Price', moneyLines(flow)],
    ['Latency', latencyLines(flow)],
    ['Findings', findingLines(flow, now)],
    ...noteBlock(reading),
  ];
  return [
    `${plain(en.verdict.heading(said.heading, format))} [${said.tone}]`,
    ...sentences,
    ...blocks.flatMap(([title, lines]) => ['', title, ...lines]),
    '',
  ].join('\n');
}
