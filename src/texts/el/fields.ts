/** Greek texts around the list of all fields. */
import type { Expected, Unusable } from '#model/record/reading.ts';
import type { fields as english } from '../en/fields.ts';

const expected: Readonly<Record<Expected, string>> = {
  text: 'κείμενο',
  number: 'αριθμός',
  trueOrFalse: 'true ή false',
  list: 'λίστα',
  object: 'αντικείμενο',
  time: 'χρόνος κατά ISO 8601',
  addresses: 'διεύθυνση',
};

const unusable: Readonly<Record<Exclude<Unusable, 'type'>, string>> = {
  ambiguous: 'διαβάζεται με δύο τρόπους· αγνοήθηκε',
  dayOnly: 'ημέρα χωρίς ώρα· αγνοήθηκε',
  outOfRange: 'εκτός κάθε δυνατού εύρους· μένει όπως γράφτηκε',
};

export const fields: typeof english = {
  all: 'Όλα τα πεδία',
  title: 'Πεδία της ροής',
  message: (part, path) => `Τμήμα ${part} · ${path}`,
  emptyText: 'κενό κείμενο',
  emptyList: 'κενή λίστα',
  emptyObject: 'κενό αντικείμενο',
  nothing: 'null',
  setAside: (wanted, why) => (why === 'type' ? `αναμενόταν ${expected[wanted]}· αγνοήθηκε` : unusable[why]),
  withUnit: (value, unit) => `${value} ${unit}`,
  readAs: (value, reading) => `${value} · ${reading}`,
  more: (characters) => `… (${characters} χαρακτήρες)`,
  showMore: (left) => `Περισσότερα (απομένουν ${left})`,
  none: 'Η εγγραφή δεν έχει πεδία εδώ.',
};
