/** Greek texts of the panel that lists a flow's findings. */
import type { findingsPanel as english } from '../en/findings-panel.ts';
import { readingNotes } from './reading-notes.ts';

export const findingsPanel: typeof english = {
  title: 'Ευρήματα',
  count: (value, format) => `${format.number(value)} ${format.plural(value, { one: 'εύρημα', other: 'ευρήματα' })}`,
  showAll: (left) => `Εμφάνιση ${left} ακόμη`,
  showFewer: 'Λιγότερα',
  evidence: 'Εμφάνιση των πεδίων που το αποδεικνύουν',
  evidenceTitle: 'Πεδία που το αποδεικνύουν',
  moreEvidence: (count) => `και ${count} ακόμη, σημειωμένα στην εγγραφή`,
  toRecord: 'Δείτε τα στην εγγραφή',
  copy: (title) => `Αντιγραφή ευρήματος: ${title}`,
  colon: (title) => (title.endsWith(';') ? title : `${title}:`),
  notes: readingNotes,
};
