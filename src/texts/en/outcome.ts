/** What became of a step, in a word or two. */
export const outcome = {
  notSent: 'Not sent',
  noStatus: 'no status',
  partly: (delivered: string, total: string) => `${delivered} of ${total} delivered`,
  expiredAfterDelivery: (status: string) => `${status} after delivery`,
};
