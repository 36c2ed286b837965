/** The verdict in English. */
import type { Attempt, HeadingClause, SentenceClause } from '#model/readings/clauses.ts';
import { statusKey } from '#model/record/status.ts';
import { clip, fitting } from '../clip.ts';
import type { Format } from '../format.ts';
import { type Phrase, phrase, strong } from '../phrase.ts';

/** How a failed try reads after the channel's name: "Viber expired". */
const tried: Readonly<Record<string, string>> = {
  expired: 'expired',
  undelivered: 'was undelivered',
  failed: 'failed',
  unsent: 'was not sent',
  terminated: 'was terminated',
  busy: 'was busy',
  noanswer: 'was not answered',
  delivered: 'was delivered',
  seen: 'was seen',
  completed: 'was completed',
};

function attempt({ channel, status, inPart }: Attempt, format: Format): string {
  const name = clip(format.channelName(channel), 24);
  if (inPart) return `${name} arrived in part`;
  if (status.kind === 'missing') return `${name} gave no status`;
  if (status.class === 'inProgress') return `${name} got no result`;
  return `${name} ${tried[statusKey(status.name)] ?? `ended ${clip(status.name, 24)}`}`;
}

const attempts = (list: readonly Attempt[], format: Format) => format.list(list.map((item) => attempt(item, format)));

/** ", after …" with every try named, or their number where that would be too long; empty without tries. */
function after(list: readonly Attempt[], format: Format, room: number): string {
  if (list.length === 0) return '';
  const named = `, after ${attempts(list, format)}`;
  if (named.length <= room) return named;
  return list.length === 1 ? ', after one failed try' : `, after ${format.number(list.length)} failed tries`;
}

function headingText(clause: HeadingClause, format: Format): string {
  const name = (item: Attempt) => clip(format.channelName(item.channel), 24);
  switch (clause.kind) {
    case 'reached':
      return `Reached by ${name(clause.by)}${clause.after.length === 0 ? ' on the first try' : after(clause.after, format, 90)}.`;
    case 'reachedTwice': {
      const names = clause.by.map(name);
      const text =
        names.length === 2
          ? `Delivered twice: by ${format.list(names)}`
          : `Delivered ${format.number(names.length)} times: by ${format.list(names)}`;
      const base = text.length <= 90 ? text : `Delivered by ${format.number(names.length)} steps`;
      return `${base}${after(clause.after, format, 110 - base.length)}.`;
    }
    case 'partlyReached': {
      const base = `Reached in part: ${format.number(clause.delivered)} of ${format.number(clause.total)} ${name(clause.by)} parts arrived`;
      return `${base}${after(clause.after, format, 118 - base.length)}.`;
    }
    case 'succeededUnproven':
      return 'Routee says it succeeded, but no step shows a delivery.';
    case 'notReached': {
      const named = `Not reached: ${attempts(clause.attempts, format)}.`;
      return named.length <= 120
        ? named
        : `Not reached: ${format.number(clause.attempts.length)} tries, none delivered.`;
    }
    case 'failedThoughDelivered':
      return `Routee says it failed, but ${name(clause.by)} shows a delivery.`;
    case 'neverSent':
      return neverSent(clause.statusCode);
    case 'queued':
      return 'Queued: nothing has been sent yet.';
    case 'running':
      return `${running(clause.on, name)}${after(clause.after, format, 85)}.`;
    case 'deliveredStillOpen':
      return `Delivered by ${name(clause.by)}; the flow has not ended yet.`;
    case 'statusUnknown':
      return statusUnknown(clause.name, clause.delivered === null ? null : name(clause.delivered));
    case 'empty':
      return 'There is no message in this record.';
  }
}

function running(on: Attempt | null, name: (item: Attempt) => string): string {
  return on === null ? 'Running: between two steps' : `Running: ${name(on)} is being tried`;
}

function neverSent(statusCode: string | null): string {
  switch (statusCode) {
    case '0':
      return 'Never sent: Routee had a server error.';
    case '1':
      return 'Never sent: the account’s balance was too low.';
    case '2':
      return 'Never sent: there was no step to go on with.';
    case '3':
      return 'Never sent: the failover was not triggered.';
    default:
      return 'Failed before anything was sent.';
  }
}

function statusUnknown(status: string | null, channel: string | null): string {
  const says =
    status === null ? 'The record names no flow status' : `The flow’s status “${clip(status, 24)}” is not documented`;
  return channel === null ? `${says}.` : `${says}; ${channel} shows a delivery.`;
}

function sentence(clause: SentenceClause, format: Format): Phrase {
  switch (clause.kind) {
    case 'ttlRanOut':
      return phrase`${format.channelName(clause.channel)} ran out its ${format.duration(clause.ttlMs)} TTL without delivery.`;
    case 'expiredAfterDelivery':
      return clause.ttlMs === null
        ? phrase`${format.channelName(clause.channel)} was ${strong('delivered, then expired')} because nobody saw it in time.`
        : phrase`${format.channelName(clause.channel)} was ${strong('delivered, then expired')} because nobody saw it within ${format.duration(clause.ttlMs)}.`;
    case 'cameBack':
      return cameBack(clause, format);
    case 'noBalance':
      return phrase`${format.channelName(clause.channel)} came back ${strong(clause.status)}: the account’s balance was too low.`;
    case 'someParts': {
      const base = phrase`${format.number(clause.delivered)} of ${format.number(clause.total)} ${format.channelName(clause.channel)} parts arrived; the rest came back`;
      return clause.reason === null ? phrase`${base} undelivered.` : phrase`${base} ${strong(clause.reason)}.`;
    }
    case 'deliveredAfter':
      return deliveredAfter(clause, format);
    case 'call':
      return call(clause, format);
    case 'callNotAnswered': {
      const what = clause.status === 'busy' ? 'The called line was busy' : 'The call was not answered';
      return clause.afterMs === null
        ? phrase`${what}.`
        : phrase`${what}, as reported after ${format.duration(clause.afterMs)}.`;
    }
    case 'waiting':
      return waiting(clause, format);
    case 'noResult':
      return clause.status === null
        ? phrase`${format.channelName(clause.channel)} never got a status.`
        : phrase`${format.channelName(clause.channel)} stayed ${strong(clause.status)} and never got a final status.`;
    case 'unknownStatus':
      return clause.status === null
        ? phrase`${format.channelName(clause.channel)} has no status in the record.`
        : phrase`${format.channelName(clause.channel)} has the status ${strong(clause.status)}, which is not documented.`;
    case 'notNeeded':
      return phrase`${format.list(clause.channels.map((channel) => format.channelName(channel)))} ${clause.channels.length === 1 ? 'was' : 'were'} not needed.`;
    case 'statusCode':
      return statusCode(clause.code);
  }
}

/** "Both SMS parts", "All 3 SMS parts". */
function allParts(parts: number, name: string, format: Format): string {
  return parts === 2 ? `Both ${name} parts` : `All ${format.number(parts)} ${name} parts`;
}

function cameBack(clause: Extract<SentenceClause, { kind: 'cameBack' }>, format: Format): Phrase {
  const { channel, parts, status, reason } = clause;
  const name = format.channelName(channel);
  const what = `${parts > 1 ? allParts(parts, name, format) : name} came back`;
  return reason === null ? phrase`${what} ${strong(status)}.` : phrase`${what} ${strong(reason)}.`;
}

function deliveredAfter(clause: Extract<SentenceClause, { kind: 'deliveredAfter' }>, format: Format): Phrase {
  const name = format.channelName(clause.channel);
  const several = clause.parts > 1;
  const what = several ? `${allParts(clause.parts, name, format)} were` : `${name} was`;
  const how = clause.seen ? 'delivered and seen' : 'delivered';
  return clause.afterMs === null
    ? phrase`${what} ${how}.`
    : phrase`${what} ${how} ${format.duration(clause.afterMs)} after ${several ? 'they were' : 'it was'} sent.`;
}

function call(clause: Extract<SentenceClause, { kind: 'call' }>, format: Format): Phrase {
  const who =
    clause.answeredBy === null
      ? ''
      : clause.answeredBy === 'human' || clause.answeredBy === 'machine'
        ? ` by a ${clause.answeredBy}`
        : ` by “${clip(clause.answeredBy, 24)}”`;
  const ring = clause.ringMs === null ? '' : ` after ${format.duration(clause.ringMs)}`;
  const lasted = clause.durationS === null ? '' : ` and lasted ${format.duration(clause.durationS * 1000)}`;
  return phrase`The call was answered${who}${ring}${lasted}.`;
}

function waiting(clause: Extract<SentenceClause, { kind: 'waiting' }>, format: Format): Phrase {
  const name = format.channelName(clause.channel);
  const { sentAt, ttlEndsAt, now } = clause;
  const since = sentAt === null ? '' : ` since ${format.moment(sentAt, now)}`;
  const state =
    clause.status === null
      ? phrase`${name} has waited for a status${since}`
      : phrase`${name} is ${strong(clause.status)}${since === '' ? '' : `, waiting${since}`}`;
  if (ttlEndsAt === null) return phrase`${state}.`;
  return phrase`${state}; its TTL ${ttlEndsAt >= now ? 'ends' : 'ended'} at ${format.moment(ttlEndsAt, now)}.`;
}

function statusCode(code: string): Phrase {
  switch (code) {
    case '0':
      return phrase`Routee gives the reason ${strong('server error')} (statusCode 0).`;
    case '1':
      return phrase`Routee gives the reason ${strong('insufficient balance')} (statusCode 1).`;
    case '2':
      return phrase`Routee gives the reason ${strong('no next step')} (statusCode 2).`;
    case '3':
      return phrase`Routee gives the reason ${strong('failover not triggered')} (statusCode 3).`;
    default:
      return phrase`Routee gives the undocumented statusCode ${strong(clip(code, 24))}.`;
  }
}

export const verdict = {
  /** At most 120 characters. */
  heading: (clause: HeadingClause, format: Format): string => fitting(headingText(clause, format), 120),
  sentence,
};
