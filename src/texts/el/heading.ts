/** Greek texts of the flow's heading. */
import type { heading as english } from '../en/heading.ts';

export const heading: typeof english = {
  flow: 'Ροή',
  copyId: 'Αντιγραφή tracking ID',
  noId: 'χωρίς tracking ID στην εγγραφή',
  noStatus: 'χωρίς κατάσταση',
  kind: (kind) => `flowKind: ${kind}`,
};
