/** What the timeline says about a step, in words: its status, its hand-over, and its whole story as sentences. */

import type { Flow, Handover, Step } from '#model/flow/flow.ts';
import type { Timeline, TimelineRow } from '#model/readings/timeline.ts';
import { statusKey } from '#model/record/status.ts';
import type { EpochMs } from '#model/values/time.ts';
import type { Catalogue } from '#texts/en.ts';
import type { Format } from '#texts/format.ts';
import { outcomeText } from './outcome-text.ts';
import { shownText } from './visible-text.ts';

export interface Words {
  readonly catalogue: Catalogue;
  readonly format: Format;
}

/** Names of a record are shown as they stand, but not at any length. */
const longest = 48;

export const channelText = (row: Pick<Step, 'channel'>, { format }: Words) =>
  shownText(format.channelName(row.channel), longest);

/** The status word. */
export const outcomeName = (row: TimelineRow, words: Words): string =>
  shownText(outcomeText(row.outcome, row.status, words), longest);

/** The status word, and what says more than it: the detailed status, or who took the call. */
export function statusText(row: TimelineRow, flow: Flow, words: Words): string {
  const status = outcomeName(row, words);
  const content = flow.steps[row.stepIndex]?.messages[0].content;
  const more = content?.kind === 'voice' && content.answeredBy !== null ? content.answeredBy : row.detailedStatus;
  return more === null || statusKey(more) === statusKey(status) ? status : `${status} · ${shownText(more, longest)}`;
}

/** Offset from the flow's creation, to the millisecond where it has any: "+10 min 0.2 s", "+20 h 10.125 s". */
export function offsetText(at: EpochMs, origin: EpochMs, words: Words): string {
  const { timeline } = words.catalogue;
  const ms = Math.round(at - origin);
  if (ms === 0) return timeline.origin;
  return ms < 0 ? timeline.before(exactText(-ms, words)) : timeline.offset(exactText(ms, words));
}

const hourMs = 3_600_000;

/** A length that `format.duration` would round, written out; any other as it writes it. */
function exactText(ms: number, { catalogue, format }: Words): string {
  if (ms < 1000 || (ms < hourMs && ms % 100 === 0)) return format.duration(ms);
  const pieces: string[] = [];
  let rest = ms;
  for (const unit of [24 * hourMs, hourMs, 60_000]) {
    const whole = rest - (rest % unit);
    if (whole > 0) pieces.push(format.duration(whole));
    rest -= whole;
  }
  if (rest > 0) pieces.push(catalogue.timeline.seconds(format.number(rest / 1000)));
  return pieces.join(' ');
}

/** What offsets are counted from. */
export const originOf = (flow: Flow, timeline: Timeline): EpochMs => flow.createdAt ?? timeline.start;

export interface HandoverTexts {
  readonly full: string;
  readonly short: string;
  /** False where the record gives no reason for going on. */
  readonly listed: boolean;
}

/** True where a listed status, set before the next step was sent, explains why the flow went on. */
export function isExplained({ listing, gapMs }: Handover): boolean {
  return (gapMs === null || gapMs >= 0) && (listing === 'listed' || listing === 'listedByDefault');
}

export function handoverTexts(handover: Handover, flow: Flow, words: Words): HandoverTexts {
  const { catalogue, format } = words;
  const texts = catalogue.timeline.handover;
  const next = flow.steps[handover.toStep];
  const name = next === undefined ? '' : channelText(next, words);
  const trigger = handover.trigger.kind === 'missing' ? texts.noStatus : shownText(handover.trigger.name, longest);
  const later = handover.gapMs === null || handover.gapMs < 0 ? null : format.duration(handover.gapMs);
  const short = texts.short(trigger, name, later);
  const listed = isExplained(handover);
  if (handover.gapMs !== null && handover.gapMs < 0) {
    return { full: texts.overlap(trigger, name, format.duration(-handover.gapMs)), short, listed: false };
  }
  switch (handover.listing) {
    case 'listed':
      return { full: texts.listed(trigger, name, later), short, listed };
    case 'listedByDefault':
      return { full: texts.listedByDefault(trigger, name, later), short, listed };
    case 'notListed':
    case 'notListedByDefault':
      return { full: texts.notListed(trigger, name, later), short: texts.shortNotListed(trigger, name, later), listed };
    case 'unknown':
      return { full: texts.unknown(trigger, name, later), short, listed };
  }
}

export function notSentText(row: TimelineRow, flow: Flow, words: Words): string | null {
  if (row.outcome.kind !== 'notSent') return null;
  const { reason } = row.outcome;
  const texts = words.catalogue.timeline.notSent;
  if (reason.kind !== 'notNeeded') return texts[reason.kind];
  const step = flow.steps[reason.stepIndex];
  return texts.notNeeded(words.format.number(reason.stepIndex + 1), step === undefined ? '' : channelText(step, words));
}

/** The label of the flow's end: "Succeeded · flow ended by Voice". */
export function endedText(flow: Flow, words: Words): string {
  const status =
    flow.status.kind === 'missing' ? words.catalogue.timeline.handover.noStatus : shownText(flow.status.name, longest);
  const channel = flow.terminationChannel;
  return words.catalogue.timeline.ended(status, channel === null ? null : channelText({ channel }, words));
}

/** How long a step took, or has taken so far; null when the record does not say. */
export function lengthText(row: TimelineRow, { catalogue, format }: Words): string | null {
  if (row.span === null || row.lanes.every((lane) => lane.intervals.length === 0)) return null;
  const length = format.duration(row.span.to - row.span.from);
  return row.span.open ? catalogue.timeline.soFar(length) : length;
}

/** The step's story, one sentence each, in the order of events; the hand-over comes last. */
export function storyOf(row: TimelineRow, flow: Flow, timeline: Timeline, now: EpochMs, words: Words): string[] {
  const { catalogue, format } = words;
  const texts = catalogue.timeline.story;
  const notSent = notSentText(row, flow, words);
  if (notSent !== null) return [`${notSent}.`];
  const story: string[] = [];
  const step = flow.steps[row.stepIndex];
  const sentAt = step?.sentAt ?? null;
  if (sentAt === null) story.push(texts.noTime);
  else {
    const origin = originOf(flow, timeline);
    story.push(texts.sent(format.timeOn(sentAt, origin), sentAt === origin ? null : offsetText(sentAt, origin, words)));
  }
  const status = statusText(row, flow, words);
  const length = row.span === null ? null : format.duration(row.span.to - row.span.from);
  if (length === null || lengthText(row, words) === null) story.push(texts.endedUnknown(status));
  else story.push(row.span?.open === true ? texts.waiting(status, length) : texts.ended(status, length));
  const call = callOf(row);
  if (call !== null) story.push(texts.call(format.duration(call.ringing), format.duration(call.talking)));
  if (row.ttl !== null) {
    story.push(texts.ttl(format.duration(row.ttl.ttlMs)));
    if (row.ttl.counting) story.push(texts.ttlLeft(format.duration(row.ttl.deadline - now)));
  }
  if (row.handover !== null) story.push(`${handoverTexts(row.handover, flow, words).full}.`);
  return story;
}

/** Lengths of ringing and talking of a call, where the record tells them apart. */
export function callOf(row: TimelineRow): { ringing: number; talking: number } | null {
  const intervals = row.lanes[0]?.intervals ?? [];
  const [ringing, talking] = intervals;
  if (ringing?.kind !== 'ringing' || talking?.kind !== 'talking') return null;
  return { ringing: ringing.to - ringing.from, talking: talking.to - talking.from };
}
