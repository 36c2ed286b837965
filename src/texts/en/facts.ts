/** Texts of the row of facts under a flow's heading. */
export const facts = {
  title: 'Facts',
  endedBy: 'Ended by',
  totalPrice: 'Total price',
  timeToReach: 'Time to reach',
  recipient: 'Recipient',
  created: 'Created',
  sentBy: 'Sent by',
  none: '—',
  notInRecord: 'not in the record',
  stillRunning: 'still running',
  notReached: 'not reached',
  reachedUnknown: 'reached; the record does not say when',
  soFar: (duration: string) => `${duration} so far`,
  stepOf: (step: string, steps: string) => `step ${step} of ${steps}`,
  accountCurrency: 'account currency',
  /** What the time to reach is measured between. */
  createdTo: { answered: 'created → answered', delivered: 'created → delivered' },
  dateAndZone: (date: string, zone: string) => `${date} ${zone}`,
};
