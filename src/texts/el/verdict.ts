/** The verdict in Greek. Names of channels are neuter and undeclined: «το Viber». */
import type { Attempt, HeadingClause, SentenceClause } from '#model/readings/clauses.ts';
import { statusKey } from '#model/record/status.ts';
import { clip, fitting } from '../clip.ts';
import type { verdict as english } from '../en/verdict.ts';
import type { Format } from '../format.ts';
import { type Phrase, phrase, strong } from '../phrase.ts';

/** How a failed try reads after the channel's name: «το Viber έληξε». */
const tried: Readonly<Record<string, string>> = {
  expired: 'έληξε',
  undelivered: 'δεν παραδόθηκε',
  failed: 'απέτυχε',
  unsent: 'δεν στάλθηκε',
  terminated: 'τερματίστηκε',
  busy: 'ήταν κατειλημμένο',
  noanswer: 'δεν απαντήθηκε',
  delivered: 'παραδόθηκε',
  seen: 'διαβάστηκε',
  completed: 'ολοκληρώθηκε',
};

function attempt({ channel, status, inPart }: Attempt, format: Format): string {
  const name = `το ${clip(format.channelName(channel), 24)}`;
  if (inPart) return `${name} έφτασε εν μέρει`;
  if (status.kind === 'missing') return `${name} δεν έδωσε κατάσταση`;
  if (status.class === 'inProgress') return `${name} έμεινε χωρίς αποτέλεσμα`;
  return `${name} ${tried[statusKey(status.name)] ?? `κατέληξε σε ${clip(status.name, 24)}`}`;
}

const attempts = (list: readonly Attempt[], format: Format) => format.list(list.map((item) => attempt(item, format)));

/** «, αφού …» with every try named, or their number where that would be too long; empty without tries. */
function after(list: readonly Attempt[], format: Format, room: number): string {
  if (list.length === 0) return '';
  const named = `, αφού ${attempts(list, format)}`;
  if (named.length <= room) return named;
  const tries = format.plural(list.length, { one: 'αποτυχημένη προσπάθεια', other: 'αποτυχημένες προσπάθειες' });
  return `, μετά από ${format.number(list.length)} ${tries}`;
}

function headingText(clause: HeadingClause, format: Format): string {
  const name = (item: Attempt) => clip(format.channelName(item.channel), 24);
  switch (clause.kind) {
    case 'reached':
      return `Παραδόθηκε με ${name(clause.by)}${clause.after.length === 0 ? ' με την πρώτη' : after(clause.after, format, 90)}.`;
    case 'reachedTwice': {
      const names = clause.by.map(name);
      const times = names.length === 2 ? 'δύο φορές' : `${format.number(names.length)} φορές`;
      const text = `Παραδόθηκε ${times}: με ${format.list(names)}`;
      const base = text.length <= 90 ? text : `Παραδόθηκε από ${format.number(names.length)} βήματα`;
      return `${base}${after(clause.after, format, 110 - base.length)}.`;
    }
    case 'partlyReached': {
      const base = `Παραδόθηκε εν μέρει: έφτασαν ${format.number(clause.delivered)} από ${format.number(clause.total)} τμήματα ${name(clause.by)}`;
      return `${base}${after(clause.after, format, 118 - base.length)}.`;
    }
    case 'succeededUnproven':
      return 'Η Routee λέει ότι πέτυχε, αλλά κανένα βήμα δεν δείχνει παράδοση.';
    case 'notReached': {
      const named = `Δεν παραδόθηκε: ${attempts(clause.attempts, format)}.`;
      return named.length <= 120
        ? named
        : `Δεν παραδόθηκε: ${format.number(clause.attempts.length)} προσπάθειες, καμία με επιτυχία.`;
    }
    case 'failedThoughDelivered':
      return `Η Routee λέει ότι απέτυχε, αλλά το ${name(clause.by)} δείχνει παράδοση.`;
    case 'neverSent':
      return neverSent(clause.statusCode);
    case 'queued':
      return 'Σε αναμονή: δεν έχει σταλεί ακόμη τίποτα.';
    case 'running':
      return `${running(clause.on, name)}${after(clause.after, format, 85)}.`;
    case 'deliveredStillOpen':
      return `Παραδόθηκε με ${name(clause.by)}· η ροή δεν έχει τελειώσει ακόμη.`;
    case 'statusUnknown':
      return statusUnknown(clause.name, clause.delivered === null ? null : name(clause.delivered));
    case 'empty':
      return 'Δεν υπάρχει κανένα μήνυμα σε αυτή την εγγραφή.';
  }
}

function running(on: Attempt | null, name: (item: Attempt) => string): string {
  return on === null ? 'Σε εξέλιξη: ανάμεσα σε δύο βήματα' : `Σε εξέλιξη: δοκιμάζεται το ${name(on)}`;
}

function neverSent(statusCode: string | null): string {
  switch (statusCode) {
    case '0':
      return 'Δεν στάλθηκε ποτέ: σφάλμα διακομιστή της Routee.';
    case '1':
      return 'Δεν στάλθηκε ποτέ: το υπόλοιπο του λογαριασμού δεν επαρκούσε.';
    case '2':
      return 'Δεν στάλθηκε ποτέ: δεν υπήρχε επόμενο βήμα.';
    case '3':
      return 'Δεν στάλθηκε ποτέ: το failover δεν ενεργοποιήθηκε.';
    default:
      return 'Απέτυχε πριν σταλεί οτιδήποτε.';
  }
}

function statusUnknown(status: string | null, channel: string | null): string {
  const says =
    status === null
      ? 'Η εγγραφή δεν αναφέρει κατάσταση ροής'
      : `Η κατάσταση ροής «${clip(status, 24)}» δεν είναι τεκμηριωμένη`;
  return channel === null ? `${says}.` : `${says}· το ${channel} δείχνει παράδοση.`;
}

function sentence(clause: SentenceClause, format: Format): Phrase {
  switch (clause.kind) {
    case 'ttlRanOut':
      return phrase`Το ${format.channelName(clause.channel)} εξάντλησε το TTL των ${format.duration(clause.ttlMs)} χωρίς παράδοση.`;
    case 'expiredAfterDelivery':
      return clause.ttlMs === null
        ? phrase`Το ${format.channelName(clause.channel)} ${strong('παραδόθηκε και μετά έληξε')}, επειδή κανείς δεν το είδε εγκαίρως.`
        : phrase`Το ${format.channelName(clause.channel)} ${strong('παραδόθηκε και μετά έληξε')}, επειδή κανείς δεν το είδε μέσα σε ${format.duration(clause.ttlMs)}.`;
    case 'cameBack':
      return cameBack(clause, format);
    case 'noBalance':
      return phrase`Το ${format.channelName(clause.channel)} επέστρεψε ${strong(clause.status)}: το υπόλοιπο του λογαριασμού δεν επαρκούσε.`;
    case 'someParts': {
      const base = phrase`Έφτασαν ${format.number(clause.delivered)} από ${format.number(clause.total)} τμήματα ${format.channelName(clause.channel)}· τα υπόλοιπα`;
      return clause.reason === null
        ? phrase`${base} δεν παραδόθηκαν.`
        : phrase`${base} επέστρεψαν ${strong(clause.reason)}.`;
    }
    case 'deliveredAfter':
      return deliveredAfter(clause, format);
    case 'call':
      return call(clause, format);
    case 'callNotAnswered': {
      const what = clause.status === 'busy' ? 'Η γραμμή ήταν κατειλημμένη' : 'Η κλήση δεν απαντήθηκε';
      return clause.afterMs === null
        ? phrase`${what}.`
        : phrase`${what}, όπως αναφέρθηκε μετά από ${format.duration(clause.afterMs)}.`;
    }
    case 'waiting':
      return waiting(clause, format);
    case 'noResult':
      return clause.status === null
        ? phrase`Το ${format.channelName(clause.channel)} δεν πήρε ποτέ κατάσταση.`
        : phrase`Το ${format.channelName(clause.channel)} έμεινε ${strong(clause.status)} και δεν πήρε ποτέ τελική κατάσταση.`;
    case 'unknownStatus':
      return clause.status === null
        ? phrase`Το ${format.channelName(clause.channel)} δεν έχει κατάσταση στην εγγραφή.`
        : phrase`Το ${format.channelName(clause.channel)} έχει την κατάσταση ${strong(clause.status)}, που δεν είναι τεκμηριωμένη.`;
    case 'notNeeded': {
      const names = format.list(clause.channels.map((channel) => `το ${format.channelName(channel)}`));
      return phrase`Δεν ${clause.channels.length === 1 ? 'χρειάστηκε' : 'χρειάστηκαν'} ${names}.`;
    }
    case 'statusCode':
      return statusCode(clause.code);
  }
}

/** «Και τα δύο τμήματα SMS», «Και τα 3 τμήματα SMS». */
function allParts(parts: number, name: string, format: Format): string {
  return `Και τα ${parts === 2 ? 'δύο' : format.number(parts)} τμήματα ${name}`;
}

function cameBack(clause: Extract<SentenceClause, { kind: 'cameBack' }>, format: Format): Phrase {
  const { channel, parts, status, reason } = clause;
  const name = format.channelName(channel);
  const what = parts > 1 ? `${allParts(parts, name, format)} επέστρεψαν` : `Το ${name} επέστρεψε`;
  return phrase`${what} ${strong(reason ?? status)}.`;
}

function deliveredAfter(clause: Extract<SentenceClause, { kind: 'deliveredAfter' }>, format: Format): Phrase {
  const name = format.channelName(clause.channel);
  const several = clause.parts > 1;
  const what = several ? allParts(clause.parts, name, format) : `Το ${name}`;
  const delivered = several ? 'παραδόθηκαν' : 'παραδόθηκε';
  const seen = several ? ' και διαβάστηκαν' : ' και διαβάστηκε';
  const how = `${delivered}${clause.seen ? seen : ''}`;
  return clause.afterMs === null
    ? phrase`${what} ${how}.`
    : phrase`${what} ${how} ${format.duration(clause.afterMs)} μετά την αποστολή.`;
}

function answerer(answeredBy: string): string {
  if (answeredBy === 'human') return ' από άνθρωπο';
  return answeredBy === 'machine' ? ' από τηλεφωνητή' : ` από «${clip(answeredBy, 24)}»`;
}

function call(clause: Extract<SentenceClause, { kind: 'call' }>, format: Format): Phrase {
  const who = clause.answeredBy === null ? '' : answerer(clause.answeredBy);
  const ring = clause.ringMs === null ? '' : ` μετά από ${format.duration(clause.ringMs)}`;
  const lasted = clause.durationS === null ? '' : ` και διήρκεσε ${format.duration(clause.durationS * 1000)}`;
  return phrase`Η κλήση απαντήθηκε${who}${ring}${lasted}.`;
}

function waiting(clause: Extract<SentenceClause, { kind: 'waiting' }>, format: Format): Phrase {
  const name = format.channelName(clause.channel);
  const { sentAt, ttlEndsAt, now } = clause;
  const since = sentAt === null ? '' : ` από τις ${format.moment(sentAt, now)}`;
  const state =
    clause.status === null
      ? phrase`Το ${name} περιμένει κατάσταση${since}`
      : phrase`Το ${name} είναι ${strong(clause.status)}${since === '' ? '' : `, σε αναμονή${since}`}`;
  if (ttlEndsAt === null) return phrase`${state}.`;
  return phrase`${state}· το TTL του ${ttlEndsAt >= now ? 'τελειώνει' : 'τελείωσε'} στις ${format.moment(ttlEndsAt, now)}.`;
}

function statusCode(code: string): Phrase {
  switch (code) {
    case '0':
      return phrase`Η Routee δίνει ως αιτία ${strong('σφάλμα διακομιστή')} (statusCode 0).`;
    case '1':
      return phrase`Η Routee δίνει ως αιτία ${strong('ανεπαρκές υπόλοιπο')} (statusCode 1).`;
    case '2':
      return phrase`Η Routee δίνει ως αιτία ${strong('κανένα επόμενο βήμα')} (statusCode 2).`;
    case '3':
      return phrase`Η Routee δίνει ως αιτία ${strong('το failover δεν ενεργοποιήθηκε')} (statusCode 3).`;
    default:
      return phrase`Η Routee δίνει τον μη τεκμηριωμένο statusCode ${strong(clip(code, 24))}.`;
  }
}

export const verdict: typeof english = {
  heading: (clause, format) => fitting(headingText(clause, format), 120),
  sentence,
};
