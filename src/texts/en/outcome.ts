/** What became of a step, in a word or two. */
export const outcome = {
  notSent: 'Not sent',
  noStatus: 'no status',
  partly: (delivered: string, total: string) => `${delivered} of ${total} delivered`,
  unheard: {
    machine: (status: string) => `${status} by a machine`,
    nobody: (status: string) => `${status}, 0 s`,
    unknown: (status: string) => `${status}, by whom is not known`,
  },
  expiredAfterDelivery: (status: string) => `${status} after delivery`,
};
