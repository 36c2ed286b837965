/** Texts of the search box and of what it finds. */
import type { Format } from '../format.ts';

export const search = {
  landmark: 'Find a flow',
  label: 'Tracking ID, link, log line, record or telephone number',
  placeholder: 'Tracking ID, link or log line…',
  submit: 'Show flow',
  /** Followed by a telephone number. */
  flowsTo: 'Flows to',
  telephone: (count: number, format: Format) =>
    count === 1
      ? 'This is a telephone number, not a tracking ID.'
      : `These are ${format.number(count)} telephone numbers, not tracking IDs.`,
  telephoneHint: 'The flows that were sent to each are a click away. Numbers stay out of addresses and links.',
  digits: 'These digits can be a telephone number or a tracking ID.',
  digitsHint: 'Choose what they are. As a telephone number they stay out of the address.',
  /** Followed by the digits. */
  asId: 'Open the flow with the tracking ID',
  mail: 'This is a mail address, not a tracking ID.',
  mailHint: 'Flows are found by their tracking ID or by the telephone number that they were sent to.',
  damaged: 'This is not a whole tracking ID.',
  missing: (count: number, found: number, expected: number, format: Format) =>
    `${count === 1 ? 'One character is missing' : `${format.number(count)} characters are missing`}: this tracking ID has ${format.number(found)} of ${format.number(expected)}.`,
  extra: (count: number, found: number, expected: number, format: Format) =>
    `${count === 1 ? 'One character is too many' : `${format.number(count)} characters are too many`}: this tracking ID has ${format.number(found)} and should have ${format.number(expected)}.`,
  group: (place: number, found: number, expected: number, format: Format) =>
    `Between its hyphens, part ${format.number(place)} has ${format.number(found)} characters and should have ${format.number(expected)}.`,
  wrongCharacter: (character: string) =>
    `“${character}” does not belong in a tracking ID: it is made of the digits 0 to 9 and the letters a to f. Copy it again from where it stands.`,
  copyAgain: 'Copy it again from where it stands.',
  lookAlikes: 'Letters and digits that look alike were mixed up in this tracking ID.',
  lookAlikesHint: 'Tracking IDs have only the digits 0 to 9 and the letters a to f. This is most likely meant:',
  messageOnly: 'This part of a record holds only the ID of a message, not the ID of its flow.',
  messageOnlyHint: 'The ID of the flow is in the part that is missing, usually at its beginning.',
  messageOnlyList: 'To look it up all the same:',
  cutOff: 'The record was cut off: this is its flow, looked up anew.',
  notWhole: (count: number, format: Format) =>
    count === 1 ? 'One more is not a whole tracking ID:' : `${format.number(count)} more are not whole tracking IDs:`,
  empty: 'Paste a tracking ID, or anything that holds one.',
  none: 'There is no tracking ID in this text.',
  noneHint:
    'A tracking ID looks like 30830fad-21ed-49b0-89d0-bbada2fd5640. Other forms are found where the text calls them trackingId.',
  found: (count: number, format: Format) =>
    count === 1
      ? 'One tracking ID is in this text:'
      : `${format.number(count)} tracking IDs are in this text. Which flow?`,
  lookUpAll: (count: number, format: Format) => `Look all ${format.number(count)} up at once`,
  foundList: 'Flows found in the text',
  more: (left: number, format: Format) => `and ${format.number(left)} more, not listed here`,
};
