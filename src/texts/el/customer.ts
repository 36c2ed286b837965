/** Greek sentences for the customer, in plain words. */
import type { customer as english } from '../en/customer.ts';

export const customer: typeof english = {
  sent: (when) => `Το μήνυμά σας στάλθηκε στις ${when}.`,
  sentSometime: 'Το μήνυμά σας στάλθηκε.',
  failed: (channels) => `Δεν ήταν δυνατό να παραδοθεί με ${channels}.`,
  delivered: (channel, when) => `Παραδόθηκε με ${channel} στις ${when}.`,
  deliveredBefore: (channel, when) => `Παραδόθηκε με ${channel}, το αργότερο στις ${when}.`,
  deliveredSometime: (channel) => `Παραδόθηκε με ${channel}.`,
  seen: (channel, when) => `Παραδόθηκε με ${channel} και διαβάστηκε στις ${when}.`,
  answered: (when) => `Η κλήση με το μήνυμά σας απαντήθηκε στις ${when}.`,
  answeredBefore: (when) => `Η κλήση με το μήνυμά σας απαντήθηκε, το αργότερο στις ${when}.`,
  inPart: (channel) => `Μόνο ένα μέρος του παραδόθηκε με ${channel}.`,
  unheard: 'Έγινε κλήση, αλλά δεν γνωρίζουμε αν κάποιος άκουσε το μήνυμα.',
  underWayBy: (channel) => `Είναι καθ’ οδόν με ${channel}.`,
  underWay: 'Είναι καθ’ οδόν.',
  notReached: 'Δεν έμεινε άλλος τρόπος για να παραδοθεί.',
  notSent: 'Το μήνυμά σας δεν ήταν δυνατό να σταλεί.',
  unknown: 'Δεν γνωρίζουμε ακόμη αν παραδόθηκε και θα το εξετάσουμε.',
};
