/** Greek texts of the charts that tell attempts apart by operator, sender and the like. */
import type { trouble as english } from '../en/trouble.ts';

export const trouble: typeof english = {
  by: 'Χειρότερα κατά',
  title: (dimension) => `${dimension}: πρώτα τα χειρότερα`,
  hint: 'κλικ σε στήλη για τις αποτυχίες της',
  tried: 'Ροές',
  failed: 'Απέτυχαν',
  passed: 'Δεν απέτυχαν',
  share: 'Ποσοστό αποτυχίας',
  rest: 'Όλα τα άλλα',
  worst: 'Χειρότερο',
  badBar: 'Κακό',
  noWorst: 'Πουθενά χειρότερα από τα άλλα.',
  of: (failed, tried, share) => `απέτυχαν ${failed} από ${tried} (${share})`,
  showAll: (name) => `Οι ροές με αποτυχημένη προσπάθεια: ${name}`,
  more: (count) => `${count} ακόμη στον πίνακα.`,
  none: 'Καμία εγγραφή εδώ δεν το αναφέρει για προσπάθεια που τελείωσε.',
};
