/** Greek texts of the row of facts under a flow's heading. */
import type { facts as english } from '../en/facts.ts';

export const facts: typeof english = {
  title: 'Στοιχεία',
  endedBy: 'Τελείωσε με',
  totalPrice: 'Συνολικό κόστος',
  timeToReach: 'Χρόνος παράδοσης',
  recipient: 'Παραλήπτης',
  created: 'Δημιουργία',
  sentBy: 'Αποστολέας',
  none: '—',
  notInRecord: 'δεν υπάρχει στην εγγραφή',
  stillRunning: 'σε εξέλιξη',
  notReached: 'δεν παραδόθηκε',
  reachedUnknown: 'παραδόθηκε· η εγγραφή δεν λέει πότε',
  reachedFailed: 'η ροή λέει ότι απέτυχε',
  timesDoubtful: 'παραδόθηκε· οι χρόνοι του αντιφάσκουν',
  notKnown: 'άγνωστο, όπως και η κατάσταση της ροής',
  unheard: 'δεν είναι γνωστό να το άκουσε κανείς',
  reachDoubtful: 'δεν είναι σαφές αν παραδόθηκε',
  atMost: (duration) => `το πολύ ${duration}`,
  soFar: (duration) => `${duration} ως τώρα`,
  stepOf: (step, steps) => `βήμα ${step} από ${steps}`,
  accountCurrency: 'νόμισμα του λογαριασμού',
  createdTo: {
    answered: 'δημιουργία → απάντηση',
    delivered: 'δημιουργία → παράδοση',
    seen: 'δημιουργία → ανάγνωση',
  },
  inPart: 'δημιουργία → μερική παράδοση',
  moreRecipients: (count) => `και ${count} ακόμη`,
  dateAndZone: (date, zone) => `${date} ${zone}`,
};
