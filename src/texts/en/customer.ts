/** Sentences for the customer, in plain words: nothing of how systems call it. Channels and times are written already. */
export const customer = {
  sent: (when: string) => `Your message was sent on ${when}.`,
  sentSometime: 'Your message was sent.',
  failed: (channels: string) => `It could not be delivered by ${channels}.`,
  delivered: (channel: string, when: string) => `It was delivered by ${channel} on ${when}.`,
  deliveredBefore: (channel: string, when: string) => `It was delivered by ${channel}, on ${when} at the latest.`,
  deliveredSometime: (channel: string) => `It was delivered by ${channel}.`,
  seen: (channel: string, when: string) => `It was delivered by ${channel} and seen on ${when}.`,
  answered: (when: string) => `The call with your message was answered on ${when}.`,
  answeredBefore: (when: string) => `The call with your message was answered, on ${when} at the latest.`,
  inPart: (channel: string) => `Only a part of it was delivered by ${channel}.`,
  unheard: 'A call was made, but we do not know that anybody heard the message.',
  underWayBy: (channel: string) => `It is on its way by ${channel}.`,
  underWay: 'It is on its way.',
  notReached: 'There was no other way left to deliver it.',
  notSent: 'Your message could not be sent.',
  unknown: 'We do not know yet whether it was delivered, and will look into it.',
};
