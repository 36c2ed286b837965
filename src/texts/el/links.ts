/** Greek texts of links from a flow into other systems. */
import type { links as english } from '../en/links.ts';

export const links: typeof english = {
  title: 'Άλλα συστήματα',
  button: 'Σύνδεσμοι',
  masked: 'χρειάζεται τον παραλήπτη, που είναι καλυμμένος.',
  missing: (places) => `δεν υπάρχει μία μόνο τιμή ${places} για αναζήτηση.`,
  unsafe: (places) => `η τιμή ${places} της εγγραφής δεν μπορεί να μπει σε διεύθυνση.`,
};
