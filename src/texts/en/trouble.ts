/** Texts of the charts that tell attempts apart by operator, sender and the like. Counts are of flows, each once. */
export const trouble = {
  by: 'Worst by',
  title: (dimension: string) => `${dimension}: worst first`,
  hint: 'click a bar for its failures',
  tried: 'Flows',
  failed: 'Failed',
  passed: 'Did not fail',
  share: 'Share failed',
  rest: 'All others',
  worst: 'Worst',
  badBar: 'Bad',
  noWorst: 'Nowhere worse than the others.',
  of: (failed: string, tried: string, share: string) => `${failed} of ${tried} failed (${share})`,
  showAll: (name: string) => `Show the flows with a failed attempt: ${name}`,
  more: (count: string) => `${count} more in the table.`,
  none: 'The record of no flow here says this of an attempt that has ended.',
};
