/** The verdict in Greek. Names of channels are neuter and undeclined: «το Viber». */
import type { Attempt, Doubt, HeadingFacts, SentenceClause } from '#model/readings/clauses.ts';
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

/** «, αφού …» with every try named, their number where that would be too long, or nothing. */
function after(list: readonly Attempt[], format: Format, room: number): string {
  if (list.length === 0) return '';
  const named = `, αφού ${attempts(list, format)}`;
  if (named.length <= room) return named;
  const tries = format.plural(list.length, { one: 'αποτυχημένη προσπάθεια', other: 'αποτυχημένες προσπάθειες' });
  const counted = `, μετά από ${format.number(list.length)} ${tries}`;
  return counted.length <= room ? counted : '';
}

function headingText(clause: HeadingFacts, format: Format, most: number): string {
  const name = (item: Attempt) => clip(format.channelName(item.channel), 24);
  const tries = (base: string, list: readonly Attempt[]) => `${base}${after(list, format, most - 2 - base.length)}.`;
  switch (clause.kind) {
    case 'reached':
      return tries(
        `Παραδόθηκε ${clause.elsewhere ? 'σε άλλον αριθμό ' : ''}με ${name(clause.by)}${clause.after.length === 0 ? ' με την πρώτη' : ''}`,
        clause.after,
      );
    case 'reachedTwice': {
      const names = clause.by.map(name);
      const often = names.length === 2 ? 'δύο φορές' : `${format.number(names.length)} φορές`;
      const text = `Παραδόθηκε ${often}: με ${format.list(names)}`;
      const base = text.length <= 90 ? text : `Παραδόθηκε από ${format.number(names.length)} βήματα`;
      return tries(base, clause.after);
    }
    case 'partlyReached': {
      const arrived = `${format.number(clause.delivered)} από ${format.number(clause.total)} τμήματα ${name(clause.by)}`;
      const base =
        clause.open === 0
          ? `Παραδόθηκε εν μέρει: έφτασαν ${arrived}`
          : `Έφτασαν ${arrived}, ${unproven(clause, format)}`;
      return tries(base, clause.after);
    }
    case 'unheard':
      return tries(answered(clause.answerer), clause.after);
    case 'deliveryDoubted': {
      const status = clause.by.status.kind === 'missing' ? 'χωρίς κατάσταση' : clip(clause.by.status.name, 24);
      return `Ασαφές: το ${name(clause.by)} λέει ${status}, η αιτία του ${clip(clause.reason, 40)}.`;
    }
    case 'succeededUnproven':
      return succeededUnproven(clause.open, name);
    case 'notReached': {
      const named = `Δεν παραδόθηκε: ${attempts(clause.attempts, format)}.`;
      return named.length <= most
        ? named
        : `Δεν παραδόθηκε: ${format.number(clause.attempts.length)} προσπάθειες, καμία με επιτυχία.`;
    }
    case 'failedThoughDelivered':
      return `Η Routee λέει ότι απέτυχε, αλλά το ${name(clause.by)} δείχνει παράδοση.`;
    case 'neverSent':
      return neverSent(clause.statusCode);
    case 'queued':
      return clause.late === null
        ? 'Σε αναμονή: δεν έχει σταλεί ακόμη τίποτα.'
        : `Εκπρόθεσμη: δεν έχει σταλεί τίποτα, σε αναμονή από τις ${format.moment(clause.late.since, clause.late.now)}.`;
    case 'running':
      return tries(running(clause, name, format), clause.after);
    case 'deliveredStillOpen':
      return `Παραδόθηκε με ${name(clause.by)}· η ροή δεν έχει τελειώσει ακόμη.`;
    case 'statusUnknown':
      return statusUnknown(clause.name, clause.delivered === null ? null : name(clause.delivered));
    case 'empty':
      return 'Δεν υπάρχει κανένα μήνυμα σε αυτή την εγγραφή.';
  }
}

function unproven({ open, absent }: Extract<HeadingFacts, { kind: 'partlyReached' }>, format: Format): string {
  const silent = open - absent;
  const missing = `${format.number(absent)} εκτός εγγραφής`;
  if (silent === 0) return missing;
  const says = `${format.number(silent)} χωρίς απόδειξη παράδοσης`;
  return absent === 0 ? says : `${says}, ${missing}`;
}

function answered(by: Extract<HeadingFacts, { kind: 'unheard' }>['answerer']): string {
  switch (by) {
    case 'machine':
      return 'Απάντησε τηλεφωνητής: δεν το άκουσε κανείς';
    case 'nobody':
      return 'Η κλήση διήρκεσε 0 δ: δεν το άκουσε κανείς';
    case 'unknown':
      return 'Η κλήση απαντήθηκε, αλλά δεν είναι γνωστό από ποιον';
  }
}

function succeededUnproven(open: Attempt | null, name: (item: Attempt) => string): string {
  const says = 'Η Routee λέει ότι πέτυχε, αλλά ';
  if (open === null) return `${says}κανένα βήμα δεν δείχνει παράδοση.`;
  const { status } = open;
  if (status.kind === 'missing') return `${says}το ${name(open)} δεν έχει κατάσταση.`;
  return status.class === 'unknown'
    ? `${says}η κατάσταση ${clip(status.name, 24)} του ${name(open)} δεν είναι τεκμηριωμένη.`
    : `${says}το ${name(open)} είναι ακόμη ${clip(status.name, 24)}.`;
}

function running(
  { on, late, talking }: Extract<HeadingFacts, { kind: 'running' }>,
  name: (item: Attempt) => string,
  format: Format,
): string {
  if (late === null) {
    if (on === null) return 'Σε εξέλιξη: ανάμεσα σε δύο βήματα';
    if (on.status.kind === 'reported' && on.status.class === 'unknown') {
      return `Σε εξέλιξη: η κατάσταση ${clip(on.status.name, 24)} του ${name(on)} δεν είναι τεκμηριωμένη`;
    }
    return talking ? 'Σε εξέλιξη: η κλήση απαντήθηκε και συνεχίζεται' : `Σε εξέλιξη: δοκιμάζεται το ${name(on)}`;
  }
  const when = format.moment(late.since, late.now);
  return on === null
    ? `Εκπρόθεσμη: κανένα επόμενο βήμα από τις ${when}`
    : `Εκπρόθεσμη: το ${name(on)} έπρεπε να έχει τελειώσει στις ${when}`;
}

function clockDoubt({ channel, clock }: Extract<Doubt, { kind: 'clock' }>, format: Format): string {
  const by = format.duration(Math.abs(clock.byMs));
  const name = clip(format.channelName(channel ?? { kind: 'missing' }), 24);
  switch (clock.kind) {
    case 'zone':
      return `οι χρόνοι του ${name} απέχουν ακριβώς ${by}`;
    case 'statusBeforeCreation':
      return `το ${name} έχει κατάσταση ${by} παλαιότερη από το ίδιο`;
    case 'messageBeforeFlow':
      return `το ${name} δημιουργήθηκε ${by} πριν από τη ροή`;
    case 'updatedBeforeCreation':
      return `η ροή ενημερώθηκε ${by} πριν δημιουργηθεί`;
  }
}

function doubtText(doubt: Doubt, format: Format): string {
  switch (doubt.kind) {
    case 'clock':
      return clockDoubt(doubt, format);
    case 'reportedOtherwise':
      return `το ${clip(format.channelName(doubt.channel), 24)} αναφέρθηκε αργότερα ${clip(doubt.later, 24)}`;
    case 'contradiction':
      return `το ${clip(format.channelName(doubt.channel), 24)} λέει ${clip(doubt.status, 24)} και ${clip(doubt.reason, 30)}`;
    case 'longPastTtl':
      return `το ${clip(doubt.status, 16)} του ${clip(format.channelName(doubt.channel), 24)} έχει ημερομηνία ${format.duration(doubt.byMs)} μετά το TTL`;
    case 'inTheFuture':
      return `το ${clip(doubt.status, 16)} του ${clip(format.channelName(doubt.channel), 24)} έχει ημερομηνία ${format.duration(doubt.byMs)} στο μέλλον`;
    case 'partCounts':
      return `τα τμήματα ${clip(format.channelName(doubt.channel), 24)} δεν συμφωνούν: ${format.list(doubt.counts.slice(0, 3).map((count) => format.number(count)))} συνολικά`;
    case 'endedByAbsentChannel':
      return `τελείωσε με ${clip(format.channelName(doubt.channel), 24)}, που δεν είναι βήμα της`;
  }
}

/** «Με επιφύλαξη: … (και 2 ακόμη). » before the heading; empty without doubts. */
function doubtsText(doubts: readonly Doubt[], format: Format): string {
  const [first, ...rest] = doubts.map((doubt) => doubtText(doubt, format));
  if (first === undefined) return '';
  const more = rest.length === 0 ? '' : ` (και ${format.number(rest.length)} ακόμη)`;
  return `${fitting(`Με επιφύλαξη: ${first}${more}.`, 76)} `;
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
    case 'expiredOff':
      return expiredOff(clause, format);
    case 'expiredAfterDelivery':
      return clause.ttlMs === null
        ? phrase`Το ${format.channelName(clause.channel)} ${strong('παραδόθηκε και μετά έληξε')}· κανείς δεν το είδε πριν από αυτό.`
        : phrase`Το ${format.channelName(clause.channel)} ${strong('παραδόθηκε και μετά έληξε')}, επειδή κανείς δεν το είδε μέσα σε ${format.duration(clause.ttlMs)}.`;
    case 'cameBack':
      return cameBack(clause, format);
    case 'noBalance':
      return noBalance(clause, format);
    case 'someParts':
      return someParts(clause, format);
    case 'contradicted':
      return phrase`Το ${format.channelName(clause.channel)} είναι ${strong(clause.status)}, αλλά η αιτία του είναι ${strong(clause.reason)}: ένα από τα δύο είναι λάθος.`;
    case 'callUnheard':
      return callUnheard(clause);
    case 'talking':
      return clause.sentAt === null
        ? phrase`Η κλήση απαντήθηκε και συνεχίζεται.`
        : phrase`Η κλήση, που έγινε στις ${format.moment(clause.sentAt, clause.now)}, απαντήθηκε και συνεχίζεται.`;
    case 'manyTries':
      return manyTries(clause, format);
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
  const { channel, parts, status, reason, count } = clause;
  const name = format.channelName(channel);
  const what = parts > 1 ? `${allParts(parts, name, format)} επέστρεψαν` : `Το ${name} επέστρεψε`;
  if (reason === null || parts === 1 || count === parts) return phrase`${what} ${strong(reason ?? status)}.`;
  return phrase`${what}, ${format.number(count)} από αυτά ${strong(reason)}.`;
}

const unitNames = { seconds: 'δευτερόλεπτα', hours: 'ώρες' };

function expiredOff(clause: Extract<SentenceClause, { kind: 'expiredOff' }>, format: Format): Phrase {
  const { channel, afterMs, ttlMs, fits } = clause;
  const name = format.channelName(channel);
  const says = phrase`Το ${name} έληξε μετά από ${strong(format.duration(afterMs))}, παρότι το TTL του είναι ${format.duration(ttlMs)}`;
  return fits === null
    ? phrase`${says}· η εγγραφή δεν λέει γιατί.`
    : phrase`${says}· το ${format.number(fits.written)} ως ${unitNames[fits.unit]} θα ταίριαζε.`;
}

function noBalance(clause: Extract<SentenceClause, { kind: 'noBalance' }>, format: Format): Phrase {
  const says = phrase`Το ${format.channelName(clause.channel)} επέστρεψε ${strong(clause.status)}`;
  switch (clause.ground) {
    case 'statusCode':
    case 'reason':
      return phrase`${says}: το υπόλοιπο του λογαριασμού δεν επαρκούσε.`;
    case 'documented':
      return phrase`${says}, μάλλον λόγω υπολοίπου, που η Routee τεκμηριώνει ως αιτία αυτής της κατάστασης.`;
    case null:
      return phrase`${says}· η εγγραφή δεν λέει γιατί.`;
  }
}

function someParts(clause: Extract<SentenceClause, { kind: 'someParts' }>, format: Format): Phrase {
  const { delivered, total, failed, open, absent, reason, count } = clause;
  const silent = open - absent;
  const many = (value: number, one: string, other: string) => format.plural(value, { one, other });
  const how =
    reason === null
      ? phrase``
      : count === failed
        ? phrase` ως ${strong(reason)}`
        : phrase`, ${format.number(count)} από αυτά ως ${strong(reason)}`;
  const rest: Phrase[] = [
    ...(failed > 0 ? [phrase`${format.number(failed)} ${many(failed, 'επέστρεψε', 'επέστρεψαν')}${how}`] : []),
    ...(silent > 0
      ? [phrase`${format.number(silent)} ${many(silent, 'δεν έχει', 'δεν έχουν')} απόδειξη παράδοσης`]
      : []),
    ...(absent > 0 ? [phrase`${format.number(absent)} ${many(absent, 'λείπει', 'λείπουν')} από την εγγραφή`] : []),
  ];
  const start = phrase`Έφτασαν ${format.number(delivered)} από ${format.number(total)} τμήματα ${format.channelName(clause.channel)}`;
  return rest
    .reduce<Phrase>((text, piece, place) => phrase`${text}${place === 0 ? '· ' : ', '}${piece}`, start)
    .concat('.');
}

function callUnheard({ by, answeredBy }: Extract<SentenceClause, { kind: 'callUnheard' }>): Phrase {
  const named = answeredBy === null ? phrase`` : phrase` (answeredBy ${strong(clip(answeredBy, 24))})`;
  switch (by) {
    case 'machine':
      return phrase`Την κλήση πήρε τηλεφωνητής${named}: δεν είναι γνωστό να την άκουσε άνθρωπος.`;
    case 'nobody':
      return phrase`Η κλήση ολοκληρώθηκε, αλλά διήρκεσε 0 δ${named}.`;
    case 'unknown':
      return phrase`Η εγγραφή δεν λέει ότι την κλήση πήρε άνθρωπος${named}.`;
  }
}

function manyTries(clause: Extract<SentenceClause, { kind: 'manyTries' }>, format: Format): Phrase {
  const { tries, reason, count } = clause;
  const result = clause.result === 'failed' ? 'προσπάθειες απέτυχαν' : 'προσπάθειες δεν έχουν αποτέλεσμα';
  const base = phrase`${strong(format.number(tries))} ${result}`;
  if (clause.reasons.length > 0) return phrase`${base}: ${format.list(clause.reasons.map((text) => clip(text, 40)))}.`;
  if (reason === null) return clause.result === 'failed' ? phrase`${base}, καθεμία για άλλη αιτία.` : phrase`${base}.`;
  if (count === tries) return phrase`${base}, όλες με ${strong(clip(reason, 40))}.`;
  return phrase`${base}, συχνότερα με ${strong(clip(reason, 40))} (${format.number(count)}).`;
}

function deliveredAfter(clause: Extract<SentenceClause, { kind: 'deliveredAfter' }>, format: Format): Phrase {
  const name = format.channelName(clause.channel);
  const several = clause.parts > 1;
  const what = several ? allParts(clause.parts, name, format) : `Το ${name}`;
  const delivered = several ? 'παραδόθηκαν' : 'παραδόθηκε';
  const seen = several ? 'διαβάστηκαν' : 'διαβάστηκε';
  if (clause.afterMs === null) return phrase`${what} ${delivered}${clause.seen ? ` και ${seen}` : ''}.`;
  return phrase`${what} ${clause.seen ? seen : delivered} ${format.duration(clause.afterMs)} μετά την αποστολή.`;
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
  const parts =
    clause.parts === null
      ? ''
      : `· έχουν παραδοθεί ${format.number(clause.parts.delivered)} από ${format.number(clause.parts.total)} τμήματα`;
  if (ttlEndsAt === null) return phrase`${state}${parts}.`;
  return phrase`${state}${parts}· το TTL του ${ttlEndsAt >= now ? 'τελειώνει' : 'τελείωσε'} στις ${format.moment(ttlEndsAt, now)}.`;
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
  heading: (clause, format) => {
    const doubts = doubtsText(clause.doubts ?? [], format);
    return fitting(`${doubts}${headingText(clause, format, 120 - doubts.length)}`, 120);
  },
  sentence,
};
