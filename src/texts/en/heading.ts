/** Texts of the flow's heading. */
export const heading = {
  flow: 'Flow',
  copyId: 'Copy tracking ID',
  noId: 'without a tracking ID in its record',
  noStatus: 'no status',
  kind: (kind: string) => `flowKind: ${kind}`,
};
