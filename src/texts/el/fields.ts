/** Greek texts around the list of all fields. */
import type { Expected } from '#model/record/record.ts';
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

export const fields: typeof english = {
  all: 'Όλα τα πεδία',
  title: 'Πεδία της ροής',
  message: (part, path) => `Τμήμα ${part} · ${path}`,
  emptyText: 'κενό κείμενο',
  emptyList: 'κενή λίστα',
  emptyObject: 'κενό αντικείμενο',
  nothing: 'null',
  setAside: (wanted) => `αναμενόταν ${expected[wanted]}· αγνοήθηκε`,
  withUnit: (value, unit) => `${value} ${unit}`,
  readAs: (value, reading) => `${value} · ${reading}`,
  more: (characters) => `… (${characters} χαρακτήρες)`,
  showMore: (left) => `Περισσότερα (απομένουν ${left})`,
  none: 'Η εγγραφή δεν έχει πεδία εδώ.',
};
