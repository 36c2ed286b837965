/** Greek texts of the failover timeline. */
import type { timeline as english } from '../en/timeline.ts';

const inAddition = (later: string | null) => (later === null ? '' : `, ${later} μετά`);

export const timeline: typeof english = {
  parts: (value, format) => `${format.number(value)} ${format.plural(value, { one: 'τμήμα', other: 'τμήματα' })}`,
  title: 'Χρονολόγιο failover',
  scale: 'Κλίμακα',
  evenSteps: 'Ίσα βήματα',
  evenStepsHint: 'Κάθε βήμα έχει το ίδιο πλάτος',
  trueTime: 'Πραγματικός χρόνος',
  trueTimeHint: 'Το πλάτος είναι ανάλογο του χρόνου',
  folded: 'Με σύμπτυξη',
  foldedHint:
    'Πραγματικός χρόνος, εκτός από τα διαστήματα όπου δεν συνέβη τίποτα: το καθένα σχεδιάζεται στενό και λέει πόσο διαρκεί',
  fit: 'Ολόκληρο',
  fitHint: 'Εμφάνιση ολόκληρης της ροής (0)',
  openGap: (length) => `Εμφάνιση των ${length} στα οποία δεν συνέβη τίποτα`,
  keysHint: 'Μεγέθυνση: σύρσιμο, Ctrl + τροχός, + −',
  steps: 'Βήματα της ροής',
  showMore: 'Περισσότερα βήματα',
  noSteps: 'Η εγγραφή δεν περιέχει μηνύματα, οπότε δεν υπάρχει τίποτα να σχεδιαστεί.',
  noTimes: 'Η εγγραφή δεν δίνει χρήσιμο χρόνο για αυτό το βήμα.',
  number: (index) => `Βήμα ${index}`,
  partRange: (from, to) => `τμήματα ${from}–${to}`,
  part: (part) => `τμήμα ${part}`,
  offset: (duration) => `+${duration}`,
  before: (duration) => `−${duration}`,
  origin: '0',
  seconds: (value) => `${value} δ`,
  ttl: (duration) => `TTL ${duration}`,
  ttlLeft: (ttl, left) => `TTL ${ttl}, απομένουν ${left}`,
  now: 'τώρα',
  soFar: (duration) => `${duration} ως τώρα`,

  handover: {
    listed: (trigger, next, later) =>
      `το ${trigger} ανήκει στα failoverOnStatuses → επόμενο: ${next}${inAddition(later)}`,
    listedByDefault: (trigger, next, later) =>
      `το ${trigger} ανήκει στα προεπιλεγμένα failoverOnStatuses της Routee → επόμενο: ${next}${inAddition(later)}`,
    notListed: (trigger, next, later) =>
      `το ${trigger} δεν ανήκει στα failoverOnStatuses, κι όμως επόμενο: ${next}${inAddition(later)}`,
    unknown: (trigger, next, later) => `${trigger} → επόμενο: ${next}${inAddition(later)}`,
    overlap: (trigger, next, earlier) => `${next}: στάλθηκε ${earlier} πριν αναφερθεί το ${trigger}`,
    short: (trigger, next, later) => `${trigger} → ${next}${later === null ? '' : `, ${later}`}`,
    shortNotListed: (trigger, next, later) => `${trigger}, εκτός λίστας → ${next}${later === null ? '' : `, ${later}`}`,
    noStatus: 'χωρίς κατάσταση',
  },
  ended: (status, by) => (by === null ? `${status} · τέλος ροής` : `${status} · τέλος ροής με ${by}`),

  notSent: {
    notNeeded: (step, channel) => `δεν στάλθηκε: δεν χρειάστηκε, το βήμα ${step} (${channel}) παραδόθηκε`,
    flowEnded: 'δεν στάλθηκε: η ροή τελείωσε πριν',
    notYet: 'δεν έχει σταλεί ακόμη',
    unexplained: 'δεν στάλθηκε: η εγγραφή δεν λέει γιατί',
  },

  legend: {
    waiting: 'αναμονή αποτελέσματος',
    ringing: 'κλήση',
    talking: 'συνομιλία',
    open: 'ακόμη σε αναμονή',
    ttl: 'TTL',
    failover: 'failover, με την αιτία του',
    notListed: 'failover που δεν το εξηγεί καμία κατάσταση της λίστας',
  },

  story: {
    sent: (at, offset) => (offset === null ? `Στάλθηκε στις ${at}.` : `Στάλθηκε στις ${at} (${offset}).`),
    noTime: 'Η εγγραφή δεν λέει πότε στάλθηκε.',
    ended: (status, after) => `${status}, μετά από ${after}.`,
    endedUnknown: (status) => `${status}· η εγγραφή δεν λέει πότε.`,
    waiting: (status, since) => `${status}, σε αναμονή επί ${since}.`,
    call: (ringing, talking) => `Χτυπούσε επί ${ringing}, μετά συνομιλία ${talking}.`,
    ttl: (ttl) => `Το TTL του ήταν ${ttl}.`,
    ttlLeft: (left) => `Απομένουν ${left} από το TTL του.`,
    flowEnded: (label, at) => `${label}, στις ${at}.`,
  },

  tooltip: {
    created: 'Αποστολή',
    updated: 'Κατάσταση στις',
    duration: 'Διάρκεια',
    ringing: 'Κλήση',
    talking: 'Συνομιλία',
    ttl: 'Τέλος TTL',
    counts: 'Τμήματα',
  },
};
