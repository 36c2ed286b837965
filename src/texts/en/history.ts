/** Texts of what the gateway's history has of a flow. */
import type { Difference } from '#model/history/differences.ts';
import type { Source } from '#model/history/version.ts';
import { clip } from '../clip.ts';
import type { Format } from '../format.ts';

const none = 'no value';
const word = (value: string | null) => (value === null ? 'no status' : clip(value, 40));
const from = (before: string, after: string) => `${before} → ${after}`;

/** "step 2 (Sms)", "step 2 (Sms), part 3" */
function place(change: Extract<Difference, { stepIndex: number }>, format: Format): string {
  const step = `step ${format.number(change.stepIndex + 1)} (${format.channelName(change.channel)})`;
  const part = 'part' in change ? change.part : null;
  return part === null ? step : `${step}, part ${format.number(part)}`;
}

function price(value: Extract<Difference, { kind: 'price' }>['from'], format: Format): string {
  return value === null ? none : format.money(value, Math.max(2, value.toFixed().split('.')[1]?.length ?? 0));
}

/** One difference, in plain words. */
function difference(change: Difference, format: Format): string {
  const time = (at: number | null) => (at === null ? 'no time' : format.dateTime(at));
  switch (change.kind) {
    case 'flowStatus':
      return `flow: ${from(word(change.from), word(change.to))}`;
    case 'newStep':
      return `${place(change, format)} is new: ${word(change.to)}`;
    case 'stepGone':
      return `${place(change, format)} is gone`;
    case 'status':
      return `${place(change, format)}: ${from(word(change.from), word(change.to))}`;
    case 'reason':
      return `${place(change, format)}, reason: ${from(clip(change.from ?? none, 40), clip(change.to ?? none, 40))}`;
    case 'statusTime':
      return `${place(change, format)}, same status, set at another time: ${from(time(change.from), time(change.to))}`;
    case 'price':
      return `${place(change, format)}, price: ${from(price(change.from, format), price(change.to, format))}`;
    case 'totalPrice':
      return `total price: ${from(price(change.from, format), price(change.to, format))}`;
    case 'endedBy':
      return `ended by: ${from(clip(change.from ?? none, 40), clip(change.to ?? none, 40))}`;
    case 'statusCode':
      return `statusCode: ${from(clip(change.from ?? none, 40), clip(change.to ?? none, 40))}`;
  }
}

const sources: Readonly<Record<Source, string>> = {
  page: 'opened here',
  search: 'found by a search',
  callback: 'posted as Routee’s callback',
  upload: 'uploaded by a person',
};

export const history = {
  title: 'History',
  intro: 'What this gateway saw of the flow, newest first.',
  later: 'This gateway keeps what it sees of the flow. The list is made by a script.',
  asJson: 'As JSON',
  loading: 'Looking…',
  failed: (reason: string) => `The history could not be read: ${reason}`,
  empty: 'Nothing of this flow has been kept yet.',
  sources,
  claim: 'claim',
  claimHint: 'Anybody may have posted it: it is not taken for Routee’s answer.',
  seenAt: (time: string) => `seen at ${time}`,
  seenSo: (first: string, last: string) => `seen so from ${first} to ${last}`,
  times: (count: number, format: Format) =>
    `${format.number(count)} ${format.plural(count, { one: 'time', other: 'times' })}`,
  first: 'The first that was kept.',
  same: 'No status, reason, price or time of a status differs.',
  unread: 'Too old to be compared here.',
  refused: 'It cannot be read as a flow.',
  saysOtherwise: 'Other than Routee’s answer of then:',
  difference,
  pageThen: 'The page then',
  pageThenOf: (time: string) => `The page as it was at ${time}`,
  compare: 'Compare two versions',
  compareFirst: 'First version',
  compareSecond: 'Second version',
  version: (number: string, time: string, source: string) => `${number}: ${time}, ${source}`,
  field: 'Field',
  absent: 'not there',
  noDifference: 'The two are the same.',
  moreFields: (count: string) => `and ${count} more`,
  asOfTitle: (time: string) => `This is the page as it was at ${time}`,
  asOfText: (time: string) =>
    `It is kept in the gateway’s history: Routee’s answer was seen so, last by then, at ${time}.`,
  now: 'The page as it is now',
  nothingThen: 'Nothing of this flow is kept of that time.',
  goneTitle: 'Routee no longer has this flow',
  goneText: (time: string) => `What you see is kept in the gateway’s history: last seen at ${time}.`,
  observed: (fromStatus: string | null, toStatus: string | null, after: string, before: string) =>
    after === before
      ? `Observed: ${from(word(fromStatus), word(toStatus))}, at ${before}.`
      : `Observed: ${from(word(fromStatus), word(toStatus))}, between ${after} and ${before}.`,
  observedFlow: 'The flow.',
  legend: 'observed: changed between two looks',
  onceDelivered: (channel: string, status: string, time: string, now: string | null) =>
    `From the history: ${channel} was ${clip(status, 40)} when it was seen at ${time}; the record now says ${word(now)}. The recipient may have it.`,
  used: (versions: number, first: string, last: string, format: Format) =>
    `From the gateway’s history: ${format.number(versions)} ${format.plural(versions, { one: 'version', other: 'versions' })} of Routee’s answers, seen from ${first} to ${last}. Callbacks and uploads are not used.`,
  keep: 'Keep in the history',
  keepHint: 'Sends the record to this gateway, which keeps it as a claim of yours',
  keeping: 'Sending…',
  kept: 'Sent: it is kept as a claim.',
  notKept: (reason: string) => `It was not kept: ${reason}`,
  noId: 'The record names no tracking ID to keep it under.',
};
