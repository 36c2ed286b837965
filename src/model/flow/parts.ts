/** The parts of a step: its messages by what they report on, so that a part reported twice is one part. */

import type { Message, Part, PartState, StepParts } from './flow.ts';

type Messages = readonly [Message, ...Message[]];

/** No SMS has more parts: the header of a concatenated message counts them in one byte (3GPP TS 23.040, 9.2.3.24.1). */
const mostParts = 255;

/** Part number of an SMS part; null for anything else. */
export function partOf(message: Message): number | null {
  return message.content.kind === 'sms' ? message.content.part : null;
}

function smsIdOf(message: Message): string | null {
  return message.content.kind === 'sms' ? message.content.smsId : null;
}

/**
 * The messages of a step by part: those of one number, or without numbers those of one `smsId`. A Viber message or a
 * call has one part, however often it stands in the record, as its id made them one step.
 */
function byPart(messages: Messages): Messages[] {
  const numbers = new Map(
    messages.flatMap((message) => {
      const [id, part] = [smsIdOf(message), partOf(message)];
      return id === null || part === null ? [] : [[id, part] as const];
    }),
  );
  const groups = new Map<string, [Message, ...Message[]]>();
  for (const message of messages) {
    const id = smsIdOf(message);
    const number = partOf(message) ?? (id === null ? null : (numbers.get(id) ?? null));
    const same = number !== null ? `#${number}` : id !== null ? `id ${id}` : `at ${message.index}`;
    const key = message.content.kind === 'sms' ? same : '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [message]);
    else group.push(message);
  }
  return [...groups.values()];
}

const classOf = ({ status }: Message): PartState => (status.kind === 'missing' ? 'missing' : status.class);

/** Of several reports on one part the strongest: a delivery cannot be taken back by a later report, only doubted. */
const strength: readonly PartState[] = ['delivered', 'notDelivered', 'unknown', 'inProgress', 'missing'];

function deciding(reports: Messages): Message {
  const state = strength.find((candidate) => reports.some((report) => classOf(report) === candidate));
  const fitting = reports.filter((report) => classOf(report) === state);
  return fitting.reduce(
    (best, report) => ((report.updatedAt ?? 0) > (best.updatedAt ?? 0) ? report : best),
    fitting[0] ?? reports[0],
  );
}

/** A later report, or one of unknown time, that says of a delivered part that it was not delivered. */
function otherwise(reports: Messages, decider: Message): Message | null {
  if (classOf(decider) !== 'delivered') return null;
  const later = (report: Message) =>
    report.updatedAt === null || decider.updatedAt === null || report.updatedAt >= decider.updatedAt;
  return reports.find((report) => classOf(report) === 'notDelivered' && later(report)) ?? null;
}

function partFrom(reports: Messages): Part {
  const message = deciding(reports);
  const number = reports.map(partOf).find((part) => part !== null) ?? null;
  return { number, message, reports, state: classOf(message), reportedOtherwise: otherwise(reports, message) };
}

const isCount = (count: number | null): count is number =>
  count !== null && Number.isInteger(count) && count >= 1 && count <= mostParts;

/**
 * The parts of a step, by number where they have one. `total` is the largest number of parts that the record speaks of,
 * so that no part is left out; `counts` holds every number it gives, ascending: more than one is a contradiction.
 */
export function partsOf(messages: Messages): StepParts {
  const list = byPart(messages).map(partFrom);
  const declared = messages.flatMap(({ content }) => (content.kind === 'sms' ? (content.parts ?? []) : []));
  const numbers = list.flatMap(({ number }) => number ?? []);
  const named = [...new Set(declared.filter(isCount))].sort((a, b) => a - b);
  const largest = named.at(-1) ?? 0;
  const beyond = named.length === 0 ? [] : [...new Set(numbers.filter((part) => isCount(part) && part > largest))];
  return {
    list,
    total: numbers.filter(isCount).reduce((most, part) => Math.max(most, part), Math.max(list.length, largest)),
    counts: [...named, ...beyond.sort((a, b) => a - b)],
  };
}

/** How many parts of a step are in a state. */
export function countOf({ list }: StepParts, state: PartState): number {
  return list.filter((part) => part.state === state).length;
}
