/** What the vendor's detailed statuses mean, in English. */
import type { DetailedStatusId } from '#model/record/detailed-status.ts';

const meanings: Readonly<Record<DetailedStatusId, string>> = {
  sent: 'The carrier took the message. No receipt has come back yet.',
  delivered: 'The message reached the recipient.',
  undelivered: 'The carrier could not deliver the message.',
  failed: 'The message could not be sent.',
  undeliveredOnHandset: 'The phone was switched off or out of reach.',
  unknownNumber: 'The carrier does not know this number. It may no longer exist.',
  roaming: 'The recipient was abroad and the phone could not take the message while roaming.',
  callBarred: 'The recipient blocked messages from this sender.',
  unknownStatus: 'The carrier gave no reason.',
  carrierViolation: 'The carrier filtered the message out as objectionable.',
  expired: 'The validity period ended before the message could be delivered.',
  notViberUser: 'The recipient has no Viber on this number.',
  optedOut: 'The recipient chose to get no messages from this sender.',
  systemFailure: 'A system error at Viber or Routee stopped the message.',
  messageRejected: 'Viber rejected the message because a value in it was wrong.',
  timedOut: 'No answer came from Viber in time.',
  unsupportedEquipment: "The recipient's device cannot show this kind of message.",
  ttlExpired: 'The time this channel had to deliver ran out.',
};

export const detailedStatus = {
  meanings,
  /** For a status that the vendor does not document. */
  undocumented: 'Routee does not document this reason.',
};
