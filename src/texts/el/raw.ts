/** Greek texts of the raw record's panel. */
import type { raw as english } from '../en/raw.ts';

export const raw: typeof english = {
  title: 'Αρχική εγγραφή',
  tree: 'Η εγγραφή ως δέντρο',
  search: 'Αναζήτηση στην εγγραφή',
  found: (place, all) => `${place} από ${all}`,
  nothingFound: 'δεν βρέθηκε τίποτα',
  next: 'Επόμενο αποτέλεσμα',
  previous: 'Προηγούμενο αποτέλεσμα',
  foldAll: 'Σύμπτυξη όλων',
  unfoldAll: 'Ανάπτυξη όλων',
  copyValue: 'Αντιγραφή τιμής',
  copyPath: 'Αντιγραφή διαδρομής',
  nothingChosen: 'Επιλέξτε μια γραμμή για να την αντιγράψετε.',
  download: 'Λήψη',
  tooLarge: (size) =>
    `Αυτή η εγγραφή έχει μέγεθος ${size}: πολύ μεγάλη για να εμφανιστεί ως δέντρο. Κατεβάστε την για να τη διαβάσετε.`,
  notJson: 'Δεν είναι JSON που μπορεί να εμφανιστεί ως δέντρο· φαίνεται εδώ όπως ελήφθη.',
  cut: (shown, all) => `Οι πρώτοι ${shown} από ${all} χαρακτήρες. Κατεβάστε την για τους υπόλοιπους.`,
  maskedNote: 'Οι παραλήπτες και τα κείμενα είναι κρυμμένα· εμφανίστε τα για να δείτε την εγγραφή όπως ελήφθη.',
  empty: 'Η απάντηση ήταν κενή.',
  entries: (value) => `${value} στοιχεία`,
  more: (characters) => `… (${characters} χαρακτήρες)`,
  evidence: 'τεκμήριο του επιλεγμένου ευρήματος',
  fileName: (id) => `flow-${id}.json`,
  megabytes: (size) => `${size} MB`,
};
