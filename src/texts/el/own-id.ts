/** Greek texts of the look for a message's own ID, beside the failure of a flow that is not there. */
import type { ownId as english } from '../en/own-id.ts';
import type { Format } from '../format.ts';

const flows = (count: number, format: Format) =>
  `${format.number(count)} ${format.plural(count, { one: 'ροή', other: 'ροές' })}`;

export const ownId: typeof english = {
  title: 'Μήπως είναι το αναγνωριστικό ενός μόνο μηνύματος;',
  intro:
    'Ένα μήνυμα Viber, ένα SMS, κάθε τμήμα του και μια κλήση έχουν δικά τους αναγνωριστικά, για τα οποία η Routee δεν δέχεται ερώτηση. Το Cascade μπορεί να το αναζητήσει στις ροές των τελευταίων 24 ωρών.',
  ask: 'Αναζήτηση στις τελευταίες 24 ώρες',
  again: 'Νέα αναζήτηση',
  cancel: 'Ακύρωση',
  starting: 'Αναζήτηση στις νεότερες ροές…',
  progress: (looked, total) => `Ελέγχθηκαν ${looked} από ${total} ροές`,
  bar: 'Ροές που ελέγχθηκαν',
  found: (step, channel) => `Ναι: ανήκει στο βήμα ${step} (${channel}) μιας ροής.`,
  field: {
    trackingId: 'Είναι το trackingId του ίδιου του μηνύματος.',
    messageId: 'Είναι το messageId του μηνύματος.',
    smsId: 'Είναι το smsId ενός τμήματος SMS.',
  },
  part: (part) => `Είναι το smsId του τμήματος ${part} του SMS.`,
  open: (id) => `Άνοιγμα της ροής ${id} σε αυτό το βήμα`,
  none: (count, format) =>
    `Δεν βρίσκεται σε ${flows(count, format)} των τελευταίων 24 ωρών, ούτε ως αναγνωριστικό ροής ούτε ως αναγνωριστικό μηνύματος.`,
  noFlows: 'Η Routee δεν έχει ροές των τελευταίων 24 ωρών για έλεγχο.',
  noneOfNewest: (count, total, format) =>
    `Δεν βρίσκεται στις νεότερες ροές που ελέγχθηκαν (${flows(count, format)})· τις τελευταίες 24 ώρες στάλθηκαν ${total} και οι παλαιότερες από αυτές δεν ελέγχθηκαν.`,
  older: 'Για παλαιότερα μηνύματα αυτό δεν λέει τίποτα.',
  cancelled: (count, format) => `Διακόπηκε μετά από ${flows(count, format)}, χωρίς να βρεθεί σε αυτές.`,
  failed: (count, format, reason) => `Διακόπηκε μετά από ${flows(count, format)}, όπου δεν βρέθηκε. ${reason}`,
};
