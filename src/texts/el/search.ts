/** Greek texts of the search box and of what it finds. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  landmark: 'Εύρεση ροής',
  label: 'Tracking ID, σύνδεσμος, γραμμή αρχείου καταγραφής, εγγραφή ή αριθμός τηλεφώνου',
  placeholder: 'Tracking ID, σύνδεσμος ή γραμμή καταγραφής…',
  submit: 'Εμφάνιση ροής',
  flowsTo: 'Ροές προς',
  telephone: (count, format) =>
    count === 1
      ? 'Αυτός είναι αριθμός τηλεφώνου, όχι tracking ID.'
      : `Αυτοί είναι ${format.number(count)} αριθμοί τηλεφώνου, όχι tracking ID.`,
  telephoneHint: 'Οι ροές προς τον καθένα απέχουν ένα κλικ. Οι αριθμοί δεν μπαίνουν σε διευθύνσεις και συνδέσμους.',
  digits: 'Αυτά τα ψηφία μπορεί να είναι αριθμός τηλεφώνου ή tracking ID.',
  digitsHint: 'Επιλέξτε τι είναι. Ως αριθμός τηλεφώνου δεν μπαίνουν στη διεύθυνση.',
  asId: 'Άνοιγμα της ροής με tracking ID',
  mail: 'Αυτή είναι διεύθυνση email, όχι tracking ID.',
  mailHint: 'Οι ροές βρίσκονται με το tracking ID τους ή με τον αριθμό τηλεφώνου στον οποίο στάλθηκαν.',
  damaged: 'Αυτό δεν είναι ολόκληρο tracking ID.',
  missing: (count, found, expected, format) =>
    `${count === 1 ? 'Λείπει ένας χαρακτήρας' : `Λείπουν ${format.number(count)} χαρακτήρες`}: αυτό το tracking ID έχει ${format.number(found)} από ${format.number(expected)}.`,
  extra: (count, found, expected, format) =>
    `${count === 1 ? 'Ένας χαρακτήρας περισσεύει' : `${format.number(count)} χαρακτήρες περισσεύουν`}: αυτό το tracking ID έχει ${format.number(found)} και πρέπει να έχει ${format.number(expected)}.`,
  group: (place, found, expected, format) =>
    `Ανάμεσα στις παύλες του, το μέρος ${format.number(place)} έχει ${format.number(found)} χαρακτήρες και πρέπει να έχει ${format.number(expected)}.`,
  wrongCharacter: (character) =>
    `Το «${character}» δεν ανήκει σε tracking ID: αποτελείται από τα ψηφία 0 έως 9 και τα γράμματα a έως f. Αντιγράψτε το ξανά από εκεί που βρίσκεται.`,
  copyAgain: 'Αντιγράψτε το ξανά από εκεί που βρίσκεται.',
  lookAlikes: 'Γράμματα και ψηφία που μοιάζουν μπερδεύτηκαν σε αυτό το tracking ID.',
  lookAlikesHint: 'Τα tracking ID έχουν μόνο τα ψηφία 0 έως 9 και τα γράμματα a έως f. Το πιθανότερο είναι αυτό:',
  messageOnly: 'Αυτό το κομμάτι εγγραφής περιέχει μόνο το ID ενός μηνύματος, όχι το ID της ροής του.',
  messageOnlyHint: 'Το ID της ροής βρίσκεται στο κομμάτι που λείπει, συνήθως στην αρχή του.',
  messageOnlyList: 'Για να αναζητηθεί παρ’ όλα αυτά:',
  cutOff: 'Η εγγραφή ήταν κομμένη: αυτή είναι η ροή της, με νέα αναζήτηση.',
  notWhole: (count, format) =>
    count === 1
      ? 'Ένα ακόμη δεν είναι ολόκληρο tracking ID:'
      : `${format.number(count)} ακόμη δεν είναι ολόκληρα tracking ID:`,
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
