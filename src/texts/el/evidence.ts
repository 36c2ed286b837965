/** Greek texts of the page that is printed and kept as evidence. */
import type { evidence as english } from '../en/evidence.ts';

export const evidence: typeof english = {
  title: 'Τεκμήρια',
  tabTitle: (id) => `Τεκμήρια · ${id} · Cascade`,
  print: 'Εκτύπωση ή αποθήκευση ως PDF',
  back: 'Επιστροφή στη ροή',
  utc: 'Όλες οι ώρες είναι UTC.',
  masked: 'Οι παραλήπτες και τα κείμενα είναι κρυμμένα.',
  revealed: 'Οι παραλήπτες και τα κείμενα εμφανίζονται ολόκληρα: χειριστείτε τη σελίδα ανάλογα.',
  asOf: (dateTime) => `Η εγγραφή όπως την έδωσε η Routee στις ${dateTime}.`,
  requestId: (id) => `Αίτημα ${id}`,
  made: (dateTime) => `Δημιουργήθηκε με το Cascade στις ${dateTime}.`,
  steps: 'Βήματα',
  columns: {
    step: 'Βήμα',
    status: 'Κατάσταση',
    reason: 'Αιτία',
    to: 'Προς',
    sent: 'Αποστολή',
    result: 'Αποτέλεσμα',
    price: 'Κόστος',
  },
  findings: 'Τι δεν συμφωνεί',
  noFindings: 'Όλα στην εγγραφή συμφωνούν.',
  proof: (paths) => `Αποδεικνύεται από ${paths}`,
  total: 'Σύνολο μηνυμάτων',
};
