/** Texts of the step cards. Arguments are texts already written for the viewer, or numbers with their format. */
import type { Format } from '../format.ts';

const count = (value: number, one: string, other: string, format: Format) =>
  `${format.number(value)} ${value === 1 ? one : other}`;

export const cards = {
  title: 'Steps',
  copy: (number: string) => `Copy step ${number} as text`,
  step: (number: string, channel: string) => `${number} · ${channel}`,
  parts: (value: number, format: Format) => count(value, 'part', 'parts', format),
  copyId: 'Copy the message id',
  navigation: 'Steps to show',
  allSteps: (count: string) => `All ${count} steps`,
  failedSteps: (count: string) => `Failed only (${count})`,
  lastStep: 'Last step',
  showMore: (left: string) => `Show more steps (${left} left)`,

  /** Names of the facts. */
  fact: {
    reason: 'Reason',
    fromTo: 'From → to',
    sent: 'Sent',
    result: 'Result',
    lastStatus: 'Last status',
    operator: 'Operator',
    country: 'Country',
    parts: 'Parts',
    ttl: 'TTL',
    price: 'Price',
    failsOverOn: 'Fails over on',
    wentOn: 'Went on',
    messageId: 'Message id',
    answeredBy: 'Answered by',
    duration: 'Duration',
    label: 'Label',
  },

  notSent: {
    notNeeded: (step: string, channel: string) => `Not needed: step ${step} (${channel}) delivered.`,
    flowEnded: 'The flow ended before its turn came.',
    notYet: 'Its turn has not come yet.',
    unexplained: 'The record does not say why.',
  },

  none: '—',
  notInRecord: 'not in the record',
  explained: (status: string, meaning: string) => `${status}: ${meaning}`,
  /** Stands right behind a time. */
  after: (length: string) => `, after ${length}`,
  /** Instead of the meaning of a reason that the step’s outcome rules out. */
  reasonAfterDelivery: 'Nobody saw it in time; it had been delivered before.',
  reasonContradicts: 'This is the opposite of its status: one of the two is wrong.',
  arrow: (from: string, to: string) => `${from} → ${to}`,
  operatorIn: (operator: string, country: string) => `${operator}, ${country}`,
  untilSeen: (ttl: string, yes: boolean) =>
    yes ? `${ttl} to be seen, or it expires even when delivered` : `${ttl} to be delivered; it need not be seen`,
  times: (pieces: string, each: string) => `${pieces} × ${each}`,
  answered: (by: string, after: string | null) => (after === null ? by : `${by}, after ${after}`),
  wentOn: {
    listed: (status: string, later: string | null) =>
      `${status} is among them${later === null ? '' : `; the next step was sent ${later} later`}`,
    notListed: (status: string, later: string | null) =>
      `${status} is not among them, yet the next step was sent${later === null ? '' : ` ${later} later`}`,
    overlap: (status: string, earlier: string) => `the next step was sent ${earlier} before ${status} was reported`,
  },
  ttlExpired: (by: string) => `ran out, reported ${by} later`,
  ttlExpiredOff: (when: string) => `says it expired, but ${when}`,
  ttlEarly: (by: string) => `${by} before its end`,
  ttlLate: (by: string) => `${by} after its end`,
  ttlOver: (by: string) => `the result came ${by} after its end`,
  morePartsSummary: (counts: string) => `all of them: ${counts}`,
  partsAbsent: (value: number, format: Format) => `${format.number(value)} not in the record`,
  showParts: 'Show every part',
  partsTitle: 'Parts of this SMS',
  partColumns: { part: 'Part', status: 'Status', reason: 'Reason', sent: 'Sent', result: 'Result', price: 'Price' },

  /** The message itself. */
  content: {
    noText: 'No text in the record.',
    callNoText: 'A call has no text in its tracking record.',
    unknownChannel: 'This kind of message is not documented; its fields stand below.',
    template: (id: string) => `Template ${id}`,
    templateParam: (name: string, value: string) => `${name}: ${value}`,
    showAll: 'Show the whole text',
    showLess: 'Show less',
    cut: (total: string) => `Cut here; the whole text has ${total} characters and stands in the raw record.`,
    image: 'Image',
    video: 'Video',
    thumbnail: 'Preview of the video',
    file: 'File',
    load: (kind: string, host: string) => `${kind} · load from ${host}`,
    loadHint: (host: string) => `Loads from ${host}, which then learns that somebody looked.`,
    hide: (kind: string) => `Hide ${kind.toLowerCase()}`,
    failed: (kind: string, host: string) => `${kind} could not be loaded from ${host}.`,
    masked: (kind: string, host: string) => `${kind} from ${host}, hidden while masked`,
    imageAlt: 'The image of this message',
    button: (caption: string, host: string) => `Button “${caption}” → ${host}`,
    buttonNoLink: (caption: string) => `Button “${caption}”`,
    noCaption: 'no caption',
    open: (name: string, host: string) => `${name} → ${host}`,
    unsafe: (address: string) => `not a web address: ${address}`,
    newTab: 'opens in a new tab',
    megabytes: (size: string) => `${size} MB`,
  },
};
