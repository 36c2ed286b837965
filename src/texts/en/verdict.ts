/** The verdict in English. */
import type { Attempt, Doubt, HeadingClause, HeadingFacts, Late, SentenceClause } from '#model/readings/clauses.ts';
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

/** ", after …" with every try named, their number where that would be too long, or nothing. */
function after(list: readonly Attempt[], format: Format, room: number): string {
  if (list.length === 0) return '';
  const named = `, after ${attempts(list, format)}`;
  if (named.length <= room) return named;
  const counted = list.length === 1 ? ', after one failed try' : `, after ${format.number(list.length)} failed tries`;
  return counted.length <= room ? counted : '';
}

function headingText(clause: HeadingFacts, format: Format, most: number): string {
  const name = (item: Attempt) => clip(format.channelName(item.channel), 24);
  const tries = (base: string, list: readonly Attempt[]) => `${base}${after(list, format, most - 2 - base.length)}.`;
  switch (clause.kind) {
    case 'reached':
      return tries(
        `Reached ${clause.elsewhere ? 'another number ' : ''}by ${name(clause.by)}${clause.after.length === 0 ? ' on the first try' : ''}`,
        clause.after,
      );
    case 'reachedTwice': {
      const names = clause.by.map(name);
      const text =
        names.length === 2
          ? `Delivered twice: by ${format.list(names)}`
          : `Delivered ${format.number(names.length)} times: by ${format.list(names)}`;
      const base = text.length <= 90 ? text : `Delivered by ${format.number(names.length)} steps`;
      return tries(base, clause.after);
    }
    case 'partlyReached': {
      const arrived = `${format.number(clause.delivered)} of ${format.number(clause.total)} ${name(clause.by)} parts arrived`;
      const base = clause.open === 0 ? `Reached in part: ${arrived}` : `${arrived}, ${unproven(clause, format)}`;
      return tries(base, clause.after);
    }
    case 'unheard':
      return tries(answered(clause.answerer), clause.after);
    case 'deliveryDoubted': {
      const status = clause.by.status.kind === 'missing' ? 'no status' : clip(clause.by.status.name, 24);
      return `Not clear: ${name(clause.by)} says ${status}, its reason ${clip(clause.reason, 40)}.`;
    }
    case 'succeededUnproven':
      return succeededUnproven(clause.open, name);
    case 'notReached': {
      const named = `Not reached: ${attempts(clause.attempts, format)}.`;
      return named.length <= most
        ? named
        : `Not reached: ${format.number(clause.attempts.length)} tries, none delivered.`;
    }
    case 'failedThoughDelivered':
      return `Routee says it failed, but ${name(clause.by)} shows a delivery.`;
    case 'neverSent':
      return neverSent(clause.statusCode);
    case 'queued':
      return clause.late === null
        ? 'Queued: nothing has been sent yet.'
        : `Overdue: nothing has been sent, queued ${since(clause.late, format)}.`;
    case 'running':
      return tries(running(clause, name, format), clause.after);
    case 'deliveredStillOpen':
      return `Delivered by ${name(clause.by)}; the flow has not ended yet.`;
    case 'statusUnknown':
      return statusUnknown(clause.name, clause.delivered === null ? null : name(clause.delivered));
    case 'empty':
      return 'There is no message in this record.';
  }
}

function unproven({ open, absent }: Extract<HeadingFacts, { kind: 'partlyReached' }>, format: Format): string {
  const silent = open - absent;
  const missing = `${format.number(absent)} not in the record`;
  if (silent === 0) return missing;
  const says = `${format.number(silent)} without a receipt`;
  return absent === 0 ? says : `${says}, ${missing}`;
}

function answered(by: Extract<HeadingFacts, { kind: 'unheard' }>['answerer']): string {
  switch (by) {
    case 'machine':
      return 'Answered by a machine: nobody has heard it';
    case 'nobody':
      return 'The call lasted 0 s: nobody has heard it';
    case 'unknown':
      return 'The call was answered, but it is not known by whom';
  }
}

function succeededUnproven(open: Attempt | null, name: (item: Attempt) => string): string {
  const says = 'Routee says it succeeded, but ';
  if (open === null) return `${says}no step shows a delivery.`;
  const { status } = open;
  if (status.kind === 'missing') return `${says}${name(open)} has no status.`;
  return status.class === 'unknown'
    ? `${says}the status ${clip(status.name, 24)} of ${name(open)} is not documented.`
    : `${says}${name(open)} is still ${clip(status.name, 24)}.`;
}

const since = (late: NonNullable<Late>, format: Format) => `since ${format.moment(late.since, late.now)}`;

function running(
  { on, late, talking }: Extract<HeadingFacts, { kind: 'running' }>,
  name: (item: Attempt) => string,
  format: Format,
): string {
  if (late === null) {
    if (on === null) return 'Running: between two steps';
    if (on.status.kind === 'reported' && on.status.class === 'unknown') {
      return `Running: the status ${clip(on.status.name, 24)} of ${name(on)} is not documented`;
    }
    return talking ? 'Running: the call was answered and goes on' : `Running: ${name(on)} is being tried`;
  }
  const when = format.moment(late.since, late.now);
  return on === null
    ? `Overdue: no next step has come since ${when}`
    : `Overdue: ${name(on)} should have ended at ${when}`;
}

function clockDoubt({ channel, clock }: Extract<Doubt, { kind: 'clock' }>, format: Format): string {
  const by = format.duration(Math.abs(clock.byMs));
  const name = clip(format.channelName(channel ?? { kind: 'missing' }), 24);
  switch (clock.kind) {
    case 'zone':
      return `${name} times off by exactly ${by}`;
    case 'statusBeforeCreation':
      return `${name} has a status ${by} older than itself`;
    case 'messageBeforeFlow':
      return `${name} was created ${by} before the flow`;
    case 'updatedBeforeCreation':
      return `The flow was updated ${by} before it was created`;
  }
}

function doubtText(doubt: Doubt, format: Format): string {
  switch (doubt.kind) {
    case 'clock':
      return clockDoubt(doubt, format);
    case 'reportedOtherwise':
      return `${clip(format.channelName(doubt.channel), 24)} later reported ${clip(doubt.later, 24)}`;
    case 'contradiction':
      return `${clip(format.channelName(doubt.channel), 24)} says ${clip(doubt.status, 24)} and ${clip(doubt.reason, 30)}`;
    case 'longPastTtl':
      return `${clip(format.channelName(doubt.channel), 24)}’s ${clip(doubt.status, 16)} is dated ${format.duration(doubt.byMs)} after its TTL`;
    case 'inTheFuture':
      return `${clip(format.channelName(doubt.channel), 24)}’s ${clip(doubt.status, 16)} is dated ${format.duration(doubt.byMs)} ahead of now`;
    case 'partCounts':
      return `${clip(format.channelName(doubt.channel), 24)} parts disagree: ${format.list(doubt.counts.slice(0, 3).map((count) => format.number(count)))} in all`;
    case 'endedByAbsentChannel':
      return `Ended by ${clip(format.channelName(doubt.channel), 24)}, which is no step of it`;
  }
}

/** "Doubtful: … (2 more). " before the heading; empty without doubts. */
function doubtsText(doubts: readonly Doubt[], format: Format): string {
  const [first, ...rest] = doubts.map((doubt) => doubtText(doubt, format));
  if (first === undefined) return '';
  const more = rest.length === 0 ? '' : ` (${format.number(rest.length)} more)`;
  return `${fitting(`Doubtful: ${first}${more}.`, 72)} `;
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
    case 'expiredOff':
      return expiredOff(clause, format);
    case 'expiredAfterDelivery':
      return clause.ttlMs === null
        ? phrase`${format.channelName(clause.channel)} was ${strong('delivered, then expired')}; nobody saw it before that.`
        : phrase`${format.channelName(clause.channel)} was ${strong('delivered, then expired')} because nobody saw it within ${format.duration(clause.ttlMs)}.`;
    case 'cameBack':
      return cameBack(clause, format);
    case 'noBalance':
      return noBalance(clause, format);
    case 'someParts':
      return someParts(clause, format);
    case 'contradicted':
      return phrase`${format.channelName(clause.channel)} is ${strong(clause.status)}, but its reason is ${strong(clause.reason)}: one of the two is wrong.`;
    case 'callUnheard':
      return callUnheard(clause);
    case 'talking':
      return clause.sentAt === null
        ? phrase`The call was answered and goes on.`
        : phrase`The call, made at ${format.moment(clause.sentAt, clause.now)}, was answered and goes on.`;
    case 'manyTries':
      return manyTries(clause, format);
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
  const { channel, parts, status, reason, count } = clause;
  const name = format.channelName(channel);
  const what = `${parts > 1 ? allParts(parts, name, format) : name} came back`;
  if (reason === null) return phrase`${what} ${strong(status)}.`;
  if (parts === 1 || count === parts) return phrase`${what} ${strong(reason)}.`;
  return phrase`${what}, ${format.number(count)} of them ${strong(reason)}.`;
}

function expiredOff(clause: Extract<SentenceClause, { kind: 'expiredOff' }>, format: Format): Phrase {
  const { channel, afterMs, ttlMs, fits } = clause;
  const name = format.channelName(channel);
  const says = phrase`${name} expired after ${strong(format.duration(afterMs))}, though its TTL is ${format.duration(ttlMs)}`;
  return fits === null
    ? phrase`${says}: why is not in the record.`
    : phrase`${says}; ${format.number(fits.written)} read as ${fits.unit} would fit.`;
}

function noBalance(clause: Extract<SentenceClause, { kind: 'noBalance' }>, format: Format): Phrase {
  const says = phrase`${format.channelName(clause.channel)} came back ${strong(clause.status)}`;
  switch (clause.ground) {
    case 'statusCode':
    case 'reason':
      return phrase`${says}: the account’s balance was too low.`;
    case 'documented':
      return phrase`${says}, probably for lack of balance, which Routee documents as this status’s cause.`;
    case null:
      return phrase`${says}; the record does not say why.`;
  }
}

function someParts(clause: Extract<SentenceClause, { kind: 'someParts' }>, format: Format): Phrase {
  const { delivered, total, failed, open, absent, reason, count } = clause;
  const silent = open - absent;
  const how =
    reason === null
      ? phrase` undelivered`
      : count === failed
        ? phrase` ${strong(reason)}`
        : phrase`, ${format.number(count)} of them ${strong(reason)}`;
  const rest: Phrase[] = [
    ...(failed > 0 ? [phrase`${format.number(failed)} came back${how}`] : []),
    ...(silent > 0 ? [phrase`${format.number(silent)} ${silent === 1 ? 'has' : 'have'} no receipt`] : []),
    ...(absent > 0 ? [phrase`${format.number(absent)} ${absent === 1 ? 'is' : 'are'} not in the record`] : []),
  ];
  const start = phrase`${format.number(delivered)} of ${format.number(total)} ${format.channelName(clause.channel)} parts arrived`;
  return rest
    .reduce<Phrase>((text, piece, place) => phrase`${text}${place === 0 ? '; ' : ', '}${piece}`, start)
    .concat('.');
}

function callUnheard({ by, answeredBy }: Extract<SentenceClause, { kind: 'callUnheard' }>): Phrase {
  const named = answeredBy === null ? phrase`` : phrase` (answeredBy ${strong(clip(answeredBy, 24))})`;
  switch (by) {
    case 'machine':
      return phrase`A machine took the call${named}: no person is known to have heard it.`;
    case 'nobody':
      return phrase`The call was completed but lasted 0 s${named}.`;
    case 'unknown':
      return phrase`The record does not say that a person took the call${named}.`;
  }
}

function manyTries(clause: Extract<SentenceClause, { kind: 'manyTries' }>, format: Format): Phrase {
  const { tries, reason, count } = clause;
  const result = clause.result === 'failed' ? 'tries failed' : 'tries have no result';
  const base = phrase`${strong(format.number(tries))} ${result}`;
  if (clause.reasons.length > 0) return phrase`${base}: ${format.list(clause.reasons.map((text) => clip(text, 40)))}.`;
  if (reason === null) return clause.result === 'failed' ? phrase`${base}, each for another reason.` : phrase`${base}.`;
  if (count === tries) return phrase`${base}, all of them ${strong(clip(reason, 40))}.`;
  return phrase`${base}, most often ${strong(clip(reason, 40))} (${format.number(count)}).`;
}

function deliveredAfter(clause: Extract<SentenceClause, { kind: 'deliveredAfter' }>, format: Format): Phrase {
  const name = format.channelName(clause.channel);
  const several = clause.parts > 1;
  const what = several ? `${allParts(clause.parts, name, format)} were` : `${name} was`;
  const how = clause.seen ? (clause.afterMs === null ? 'delivered and seen' : 'seen') : 'delivered';
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
  const parts =
    clause.parts === null
      ? ''
      : `; ${format.number(clause.parts.delivered)} of ${format.number(clause.parts.total)} parts are delivered`;
  if (ttlEndsAt === null) return phrase`${state}${parts}.`;
  return phrase`${state}${parts}; its TTL ${ttlEndsAt >= now ? 'ends' : 'ended'} at ${format.moment(ttlEndsAt, now)}.`;
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
  /** At most 120 characters, the doubts first. */
  heading: (clause: HeadingClause, format: Format): string => {
    const doubts = doubtsText(clause.doubts ?? [], format);
    return fitting(`${doubts}${headingText(clause, format, 120 - doubts.length)}`, 120);
  },
  sentence,
};
