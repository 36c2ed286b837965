/** Greek texts of the page that looks many flows up at once. */
import type { lookup as english } from '../en/lookup.ts';
import type { Format } from '../format.ts';

const flows = (count: number, format: Format) =>
  `${format.number(count)} ${format.plural(count, { one: 'ροή', other: 'ροές' })}`;

export const lookup: typeof english = {
  tabTitle: 'Αναζήτηση λίστας · Cascade',
  tabProgress: (settled, total) => `${settled} από ${total} · Αναζήτηση λίστας · Cascade`,
  title: 'Αναζήτηση λίστας',
  intro:
    'Επικολλήστε έως 1.000 tracking ID: μία στήλη, αντιγραμμένο φύλλο, CSV ή γραμμές JSON. Οι άλλες στήλες της λίστας μένουν δίπλα στο αποτέλεσμα.',
  listLabel: 'Λίστα με tracking ID',
  empty: 'Επικολλήστε μια λίστα ή επιλέξτε αρχείο.',
  choose: 'Επιλογή αρχείου',
  drop: 'Αφήστε εδώ ένα αρχείο CSV, κειμένου ή JSON',
  start: 'Αναζήτηση',
  kept: 'Η λίστα μένει σε αυτή την καρτέλα. Δεν μπαίνει στη διεύθυνση.',
  another: 'Άλλη λίστα',
  anotherSure: 'Η λίστα και το αποτέλεσμά της διαγράφονται.',

  rows: (count, format) =>
    `${format.number(count)} ${format.plural(count, { one: 'γραμμή', other: 'γραμμές' })} στη λίστα`,
  leftOut: (count, format) =>
    `${format.number(count)} ${format.plural(count, { one: 'γραμμή', other: 'γραμμές' })} μετά τις πρώτες 1.000 έμειναν έξω. Αναζητήστε τις ως ξεχωριστή λίστα.`,
  noIds: 'Καμία γραμμή της λίστας δεν περιέχει tracking ID.',
  twice: (count, format) =>
    `${format.number(count)} ${format.plural(count, { one: 'γραμμή έχει', other: 'γραμμές έχουν' })} ID που υπάρχει ήδη πιο πάνω στη λίστα. Κάθε ID ζητείται μία φορά.`,

  progress: 'Αναζήτηση',
  progressOf: (settled, total) => `${settled} από ${total}`,
  left: (duration) => `απομένουν περίπου ${duration}`,
  held: (time) => `Η Routee ζητά παύση έως τις ${time}`,
  paused: 'Σε παύση',
  pause: 'Παύση',
  resume: 'Συνέχεια',
  cancel: 'Διακοπή',
  retry: (count, format) => `Νέα προσπάθεια για ${format.number(count)}`,
  done: (count, format) => `Η αναζήτηση τελείωσε: ${flows(count, format)}.`,

  kinds: {
    found: 'βρέθηκε',
    notFound: 'δεν βρέθηκε',
    notAnId: 'δεν είναι ID',
    refused: 'απορρίφθηκε',
    unreadable: 'δεν διαβάζεται',
    failed: 'απέτυχε',
    cancelled: 'δεν ζητήθηκε',
    waiting: 'σε αναμονή',
    asking: 'ζητείται',
  },
  meanings: {
    found: 'Η Routee έχει αυτή τη ροή.',
    notFound: 'Η Routee δεν γνωρίζει ροή με αυτό το ID.',
    notAnId: 'Η γραμμή δεν περιέχει tracking ID, οπότε δεν ζητήθηκε τίποτα.',
    refused: 'Η Routee ή η πύλη δεν απαντά σε αυτή την ερώτηση.',
    unreadable: 'Αυτό που ήρθε δεν είναι εγγραφή ροής.',
    failed: 'Απέτυχε όσες φορές δοκιμάστηκε.',
    cancelled: 'Η αναζήτηση διακόπηκε πριν.',
    waiting: 'Δεν έχει ζητηθεί ακόμη.',
    asking: 'Η απάντηση έρχεται.',
  },
  filterBy: 'Μόνο',
  all: 'όλες',
  search: 'Εύρεση στη λίστα',
  noneShown: 'Καμία γραμμή δεν ταιριάζει. Επιλέξτε άλλο φίλτρο.',
  showAll: 'Όλες οι γραμμές',

  columns: {
    line: 'Γραμμή',
    id: 'Tracking ID',
    result: 'Αποτέλεσμα',
    status: 'Κατάσταση',
    chain: 'Αλυσίδα',
    price: 'Τιμή',
    reach: 'Χρόνος επίτευξης',
    findings: 'Ευρήματα',
    unnamed: (place) => `Στήλη ${place}`,
  },
  table: 'Ροές της λίστας',
  sortBy: (column) => `Ταξινόμηση κατά ${column}`,
  export: 'Εξαγωγή σε CSV',
  exportSheet: 'Για Excel',
  exportIncomplete: (open, all) => `ΕΛΛΙΠΕΣ: ${open} από ${all} ροές δεν έχουν αναζητηθεί`,
  given: 'Όπως δόθηκε',
  exported: (name) => `Αποθηκεύτηκε το ${name}`,
  back: 'Πίσω στη λίστα',
};
