/** What was read in another spelling than the vendor's: one quiet sentence a kind. */

import type { RecordPlace } from '#model/record/read-flow.ts';
import type { NoteKind } from '#model/record/reading.ts';
import { pathText } from '#model/values/json.ts';
import { clip } from '../clip.ts';

const sentences: Readonly<Record<NoteKind, string>> = {
  noValue: 'Values that stand for nothing (0001-01-01, 1970-01-01, N/A, …) were read as no value.',
  timeSpelling: 'Times in another spelling than ISO 8601 were read; each can only be one instant.',
  zoneAssumed: 'Times without a zone were read as UTC, which Routee writes.',
  quoted: 'Numbers or true and false in quotes (or the reverse) were read as what they say.',
  listOfOne: 'Lists of one value were read as that value.',
  mongodb: 'Values in MongoDB’s JSON ($date, $numberDecimal, …) were unwrapped.',
  dynamodb: 'Values in DynamoDB’s JSON (S, N, M, L, …) were unwrapped.',
  firestore: 'Values in Firestore’s JSON (stringValue, …) were unwrapped.',
  wrapped: 'Values in an object of their own were unwrapped.',
  money: 'Prices written as an amount with a currency were read as the amount.',
  statusAsText: 'A status written as one word was read; it says nothing about when it was set.',
  triggersAsText: 'failoverOnStatuses written as one text was read as a list.',
  fieldNames: 'Field names in another spelling (tracking_id, TrackingId, …) were read as the documented ones.',
  messagesShape: 'Messages that are no list were read as one.',
  jsonInText: 'JSON inside a text was opened.',
  countrySpelling: 'Countries in another form (EL, GRC, Greece, gr) were read as their two-letter code.',
  otp: 'This is a record of Failover OTP, Routee’s sibling service: its TTLs are in seconds, and the tracking API does not know its ID.',
  tooDeep: 'What is nested deeper than 200 levels is kept as text.',
  trailingComma: 'Commas before the end of a list or an object were passed over.',
  comment: 'Comments in the JSON were passed over.',
  oddSpace: 'Spaces that JSON does not know (U+00A0 and the like) were passed over.',
};

function place({ path, amongText, line, inText }: RecordPlace): string {
  const inside = path.length === 0 ? '' : ` It lay under ${clip(pathText(path), 80)}.`;
  const around = amongText ? ` Other text stands around it; it begins in line ${line}.` : '';
  const text = inText ? ' It was JSON inside a text.' : '';
  return `One record was found in what was opened.${inside}${text}${around}`;
}

export const readingNotes = {
  title: 'How it was read',
  count: (value: string) => `in ${value} places`,
  fields: 'Fields',
  more: (left: string) => `and ${left} more`,
  sentences,
  place,
};
