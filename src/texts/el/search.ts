/** Greek texts of the search box and of what it finds. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  landmark: 'Εύρεση ροής',
  label: 'Tracking ID, σύνδεσμος, γραμμή αρχείου καταγραφής ή εγγραφή',
  placeholder: 'Tracking ID, σύνδεσμος ή γραμμή καταγραφής…',
  submit: 'Εμφάνιση ροής',
  empty: 'Επικολλήστε ένα tracking ID ή κείμενο που το περιέχει.',
  none: 'Δεν υπάρχει tracking ID σε αυτό το κείμενο.',
  noneHint:
    'Ένα tracking ID μοιάζει με 30830fad-21ed-49b0-89d0-bbada2fd5640. Άλλες μορφές βρίσκονται όπου το κείμενο τις ονομάζει trackingId.',
  found: (count, format) =>
    count === 1
      ? 'Ένα tracking ID υπάρχει σε αυτό το κείμενο:'
      : `${format.number(count)} tracking ID υπάρχουν σε αυτό το κείμενο. Ποια ροή;`,
  lookUpAll: (count, format) => `Αναζήτηση και των ${format.number(count)} μαζί`,
  foundList: 'Ροές που βρέθηκαν στο κείμενο',
  more: (left, format) => `και ${format.number(left)} ακόμη, που δεν εμφανίζονται εδώ`,
};
