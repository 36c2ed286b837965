/** Greek texts of the page that reads a record in the browser. */
import type { open as english } from '../en/open.ts';

export const open: typeof english = {
  tabTitle: 'Άνοιγμα αρχείου · Cascade',
  title: 'Άνοιγμα εγγραφής',
  intro:
    'Μια εγγραφή παρακολούθησης ως JSON: από αρχείο, callback ή απάντηση του API. Διαβάζεται μέσα στο πρόγραμμα περιήγησης και δεν στέλνεται πουθενά.',
  drop: 'Αφήστε εδώ ένα αρχείο JSON',
  dropNow: 'Αφήστε το αρχείο για να διαβαστεί εδώ',
  or: 'ή',
  choose: 'Επιλογή αρχείου',
  pasteLabel: 'Επικολλήστε εδώ το JSON',
  show: 'Εμφάνιση',
  empty: 'Επικολλήστε πρώτα μια εγγραφή ή επιλέξτε ένα αρχείο.',
  gone: 'Η εγγραφή δεν βρίσκεται πια εδώ: κρατιόταν μόνο στη μνήμη. Ανοίξτε την ξανά.',
  tooLarge: (size, most) => `Αυτό το αρχείο έχει μέγεθος ${size}· το Cascade διαβάζει έως ${most}.`,
  unreadable: 'Αυτό το αρχείο δεν διαβάστηκε.',

  fromFile: (name) => `Από το αρχείο ${name}`,
  pasted: 'Από κείμενο που επικολλήθηκε',
  local: 'διαβάστηκε σε αυτό το πρόγραμμα περιήγησης, δεν στάλθηκε πουθενά',
  another: 'Άνοιγμα άλλης',
  live: 'Ερώτηση στη Routee για αυτή τη ροή',
  foundTitle: 'Ροές που αναφέρονται σε αυτήν',
};
