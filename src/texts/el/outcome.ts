/** What became of a step, in a word or two of Greek. */
import type { outcome as english } from '../en/outcome.ts';

export const outcome: typeof english = {
  notSent: 'Δεν στάλθηκε',
  noStatus: 'χωρίς κατάσταση',
  partly: (delivered, total) => `παραδόθηκαν ${delivered} από ${total}`,
  unheard: {
    machine: (status) => `${status} από τηλεφωνητή`,
    nobody: (status) => `${status}, 0 δ`,
    unknown: (status) => `${status}, άγνωστο από ποιον`,
  },
  expiredAfterDelivery: (status) => `${status} μετά την παράδοση`,
};
