/** Texts of the failover timeline. Arguments are texts already written for the viewer. */
import type { Format } from '../format.ts';
export const timeline = {
  parts: (value: number, format: Format) =>
    `${format.number(value)} ${format.plural(value, { one: 'part', other: 'parts' })}`,
  title: 'Failover timeline',
  scale: 'Scale',
  evenSteps: 'Even steps',
  evenStepsHint: 'Every step gets the same width',
  trueTime: 'True time',
  trueTimeHint: 'Width is proportional to time',
  folded: 'Folded',
  foldedHint:
    'True time, but for the stretches in which nothing happened: each is drawn narrow and says how long it is',
  fit: 'Fit',
  fitHint: 'Show the whole flow (0)',
  openGap: (length: string) => `Show the ${length} in which nothing happened`,
  keysHint: 'Zoom: drag, Ctrl + wheel, + −',
  steps: 'Steps of the flow',
  showMore: 'Show more steps',
  noSteps: 'The record holds no messages, so there is nothing to draw.',
  noTimes: 'The record gives no usable time for this step.',
  number: (index: string) => `Step ${index}`,
  partRange: (from: string, to: string) => `parts ${from}–${to}`,
  part: (part: string) => `part ${part}`,
  offset: (duration: string) => `+${duration}`,
  before: (duration: string) => `−${duration}`,
  origin: '0',
  seconds: (value: string) => `${value} s`,
  ttl: (duration: string) => `TTL ${duration}`,
  ttlLeft: (ttl: string, left: string) => `TTL ${ttl}, ${left} left`,
  now: 'now',
  soFar: (duration: string) => `${duration} so far`,

  /** The label of a hand-over arrow. */
  handover: {
    listed: (trigger: string, next: string, later: string | null) =>
      `${trigger} is in failoverOnStatuses → next: ${next}${later === null ? '' : `, ${later} later`}`,
    listedByDefault: (trigger: string, next: string, later: string | null) =>
      `${trigger} is in Routee’s default failoverOnStatuses → next: ${next}${later === null ? '' : `, ${later} later`}`,
    notListed: (trigger: string, next: string, later: string | null) =>
      `${trigger} is not in failoverOnStatuses, yet next: ${next}${later === null ? '' : `, ${later} later`}`,
    unknown: (trigger: string, next: string, later: string | null) =>
      `${trigger} → next: ${next}${later === null ? '' : `, ${later} later`}`,
    overlap: (trigger: string, next: string, earlier: string) =>
      `${next} was sent ${earlier} before ${trigger} was reported`,
    short: (trigger: string, next: string, later: string | null) =>
      `${trigger} → ${next}${later === null ? '' : `, ${later}`}`,
    shortNotListed: (trigger: string, next: string, later: string | null) =>
      `${trigger}, not listed → ${next}${later === null ? '' : `, ${later}`}`,
    noStatus: 'no status',
  },
  ended: (status: string, by: string | null) =>
    by === null ? `${status} · flow ended` : `${status} · flow ended by ${by}`,

  /** Why a declared step was not sent. */
  notSent: {
    notNeeded: (step: string, channel: string) => `not sent: not needed, step ${step} (${channel}) delivered`,
    flowEnded: 'not sent: the flow ended first',
    notYet: 'not sent yet',
    unexplained: 'not sent: the record does not say why',
  },

  legend: {
    waiting: 'waiting for a result',
    ringing: 'ringing',
    talking: 'talking',
    open: 'still waiting',
    ttl: 'TTL',
    failover: 'failover, with its trigger',
    notListed: 'failover that no listed status explains',
  },

  /** The same story told in words, for each step. */
  story: {
    sent: (at: string, offset: string | null) => (offset === null ? `Sent at ${at}.` : `Sent at ${at} (${offset}).`),
    noTime: 'The record does not say when it was sent.',
    ended: (status: string, after: string) => `${status}, after ${after}.`,
    endedUnknown: (status: string) => `${status}; the record does not say when.`,
    waiting: (status: string, since: string) => `${status}, waiting for ${since}.`,
    call: (ringing: string, talking: string) => `Rang for ${ringing}, then talked for ${talking}.`,
    ttl: (ttl: string) => `Its TTL was ${ttl}.`,
    ttlLeft: (left: string) => `${left} of its TTL are left.`,
    flowEnded: (label: string, at: string) => `${label}, at ${at}.`,
  },

  tooltip: {
    created: 'Sent',
    updated: 'Status set',
    duration: 'Took',
    ringing: 'Ringing',
    talking: 'Talking',
    ttl: 'TTL ends',
    counts: 'Parts',
  },
};
