/** Greek texts of a flow's kin: other flows to the same recipient, of the same sender, with the same label. */
import type { kin as english } from '../en/kin.ts';
import type { Format } from '../format.ts';

const flows = (count: number, format: Format) =>
  `${format.number(count)} ${format.plural(count, { one: 'ροή', other: 'ροές' })}`;

export const kin: typeof english = {
  title: 'Μόνο αυτή ή όλες;',
  intro:
    'Αναζητά άλλες ροές προς αυτόν τον παραλήπτη, καθώς και του ίδιου αποστολέα και της ίδιας ετικέτας μέσα σε αυτή την ώρα.',
  ask: 'Αναζήτηση',
  asking: 'Αναζήτηση…',
  failed: (reason) => `Η αναζήτηση απέτυχε: ${reason}`,
  again: 'Νέα αναζήτηση',
  recipient: 'Προς αυτόν τον παραλήπτη, 24 ώρες πριν και μετά',
  sender: (name) => `Από ${name}, αυτή την ώρα`,
  label: (name) => `Με την ετικέτα ${name}, αυτή την ώρα`,
  alone: 'καμία άλλη ροή',
  others: (count, format) => `${flows(count, format)}, μαζί με αυτή`,
  failedShare: (share, failed, ended) => `απέτυχε το ${share} (${failed} από ${ended} που τελείωσαν)`,
  small: (low, high) => `λίγες ροές: μεταξύ ${low} και ${high}`,
  hourBefore: (share) => `${share} την προηγούμενη ώρα`,
  hourBeforeNone: 'καμία δεν τελείωσε την προηγούμενη ώρα',
  noneEnded: 'καμία δεν έχει τελειώσει',
  outcomes: (succeeded, failed, running, unknown) =>
    `${succeeded} πέτυχαν, ${failed} απέτυχαν, ${running} σε εξέλιξη, ${unknown} άγνωστες`,
  partial: (loaded, total) => `Από τις νεότερες ${loaded} από ${total} ροές της ώρας.`,
  explore: 'Εμφάνιση στην Εξερεύνηση',
  compare: (id) => `Σύγκριση με ${id}`,
  noTime: 'Η εγγραφή δεν λέει πότε δημιουργήθηκε η ροή, οπότε η ώρα της δεν είναι γνωστή.',
  nothing: 'Η εγγραφή δεν ονομάζει παραλήπτη, αποστολέα ή ετικέτα για αναζήτηση.',
};
