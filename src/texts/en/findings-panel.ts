/** Texts of the panel that lists a flow's findings; the sentences themselves are in findings.ts. */
import type { Format } from '../format.ts';
import { readingNotes } from './reading-notes.ts';

export const findingsPanel = {
  title: 'Findings',
  count: (value: number, format: Format) => `${format.number(value)} ${value === 1 ? 'finding' : 'findings'}`,
  showAll: (left: string) => `Show ${left} more`,
  showFewer: 'Show fewer',
  evidence: 'Show the fields that prove it',
  evidenceTitle: 'Fields that prove it',
  moreEvidence: (count: string) => `and ${count} more, marked in the record`,
  toRecord: 'See them in the record',
  copy: (title: string) => `Copy the finding: ${title}`,
  colon: (title: string) => (title.endsWith('?') ? title : `${title}:`),
  notes: readingNotes,
};
