/** Greek texts of the step cards. */
import type { cards as english } from '../en/cards.ts';

export const cards: typeof english = {
  title: 'Βήματα',
  step: (number, channel) => `${number} · ${channel}`,
  parts: (value, format) => `${format.number(value)} ${format.plural(value, { one: 'τμήμα', other: 'τμήματα' })}`,
  copyId: 'Αντιγραφή του ID μηνύματος',
  showMore: (left) => `Περισσότερα βήματα (απομένουν ${left})`,

  fact: {
    reason: 'Αιτία',
    fromTo: 'Από → προς',
    sent: 'Αποστολή',
    result: 'Αποτέλεσμα',
    lastStatus: 'Τελευταία κατάσταση',
    operator: 'Πάροχος',
    country: 'Χώρα',
    parts: 'Τμήματα',
    ttl: 'TTL',
    price: 'Κόστος',
    failsOverOn: 'Failover σε',
    wentOn: 'Συνέχεια',
    messageId: 'ID μηνύματος',
    answeredBy: 'Απάντησε',
    duration: 'Διάρκεια',
    label: 'Ετικέτα',
  },

  notSent: {
    notNeeded: (step, channel) => `Δεν χρειάστηκε: το βήμα ${step} (${channel}) παραδόθηκε.`,
    flowEnded: 'Η ροή τελείωσε πριν έρθει η σειρά του.',
    notYet: 'Δεν έχει έρθει ακόμη η σειρά του.',
    unexplained: 'Η εγγραφή δεν λέει γιατί.',
  },

  none: '—',
  notInRecord: 'δεν υπάρχει στην εγγραφή',
  explained: (status, meaning) => `${status}: ${meaning}`,
  after: (length) => `, μετά από ${length}`,
  reasonAfterDelivery: 'Κανείς δεν το είδε εγκαίρως· είχε ήδη παραδοθεί.',
  reasonContradicts: 'Είναι το αντίθετο της κατάστασής του: ένα από τα δύο είναι λάθος.',
  arrow: (from, to) => `${from} → ${to}`,
  operatorIn: (operator, country) => `${operator}, ${country}`,
  untilSeen: (ttl, yes) =>
    yes
      ? `${ttl} για να διαβαστεί, αλλιώς λήγει και παραδομένο`
      : `${ttl} για να παραδοθεί· δεν χρειάζεται να διαβαστεί`,
  times: (pieces, each) => `${pieces} × ${each}`,
  answered: (by, after) => (after === null ? by : `${by}, μετά από ${after}`),
  wentOn: {
    listed: (status, later) =>
      `το ${status} είναι ανάμεσά τους${later === null ? '' : `· το επόμενο βήμα στάλθηκε ${later} μετά`}`,
    notListed: (status, later) =>
      `το ${status} δεν είναι ανάμεσά τους, κι όμως το επόμενο βήμα στάλθηκε${later === null ? '' : ` ${later} μετά`}`,
    overlap: (status, earlier) => `το επόμενο βήμα στάλθηκε ${earlier} πριν αναφερθεί το ${status}`,
  },
  ttlExpired: (by) => `εξαντλήθηκε, αναφέρθηκε ${by} μετά`,
  ttlExpiredOff: (when) => `λέει ότι έληξε, αλλά ${when}`,
  ttlEarly: (by) => `${by} πριν από το τέλος του`,
  ttlLate: (by) => `${by} μετά το τέλος του`,
  ttlOver: (by) => `το αποτέλεσμα ήρθε ${by} μετά το τέλος του`,
  morePartsSummary: (counts) => `όλα μαζί: ${counts}`,
  partsAbsent: (value, format) =>
    `${format.plural(value, { one: 'λείπει', other: 'λείπουν' })} ${format.number(value)} από την εγγραφή`,
  showParts: 'Εμφάνιση κάθε τμήματος',
  partsTitle: 'Τμήματα αυτού του SMS',
  partColumns: {
    part: 'Τμήμα',
    status: 'Κατάσταση',
    reason: 'Αιτία',
    sent: 'Αποστολή',
    result: 'Αποτέλεσμα',
    price: 'Κόστος',
  },

  content: {
    noText: 'Δεν υπάρχει κείμενο στην εγγραφή.',
    callNoText: 'Μια κλήση δεν έχει κείμενο στην εγγραφή της.',
    unknownChannel: 'Αυτό το είδος μηνύματος δεν είναι τεκμηριωμένο· τα πεδία του φαίνονται παρακάτω.',
    template: (id) => `Πρότυπο ${id}`,
    templateParam: (name, value) => `${name}: ${value}`,
    showAll: 'Ολόκληρο το κείμενο',
    showLess: 'Λιγότερο κείμενο',
    cut: (total) => `Κόβεται εδώ· ολόκληρο έχει ${total} χαρακτήρες και βρίσκεται στην αρχική εγγραφή.`,
    image: 'Εικόνα',
    video: 'Βίντεο',
    thumbnail: 'Προεπισκόπηση του βίντεο',
    file: 'Αρχείο',
    load: (kind, host) => `${kind} · φόρτωση από ${host}`,
    loadHint: (host) => `Φορτώνεται από ${host}, που έτσι μαθαίνει ότι κάποιος κοίταξε.`,
    hide: (kind) => `Απόκρυψη: ${kind.toLowerCase()}`,
    failed: (kind, host) => `${kind}: δεν φορτώθηκε από ${host}.`,
    masked: (kind, host) => `${kind} από ${host}, δεν φαίνεται όσο ισχύει η απόκρυψη`,
    imageAlt: 'Η εικόνα αυτού του μηνύματος',
    button: (caption, host) => `Κουμπί «${caption}» → ${host}`,
    buttonNoLink: (caption) => `Κουμπί «${caption}»`,
    noCaption: 'χωρίς τίτλο',
    open: (name, host) => `${name} → ${host}`,
    unsafe: (address) => `δεν είναι διεύθυνση ιστού: ${address}`,
    newTab: 'ανοίγει σε νέα καρτέλα',
    megabytes: (size) => `${size} MB`,
  },
};
