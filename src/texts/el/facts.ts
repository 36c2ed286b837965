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
  soFar: (duration) => `${duration} ως τώρα`,
  stepOf: (step, steps) => `βήμα ${step} από ${steps}`,
  accountCurrency: 'νόμισμα του λογαριασμού',
  createdTo: { answered: 'δημιουργία → απάντηση', delivered: 'δημιουργία → παράδοση' },
  dateAndZone: (date, zone) => `${date} ${zone}`,
};
