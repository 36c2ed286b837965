/** Texts of the look for a message's own ID, beside the failure of a flow that is not there. */
import type { Format } from '../format.ts';

const flows = (count: number, format: Format) =>
  `${format.number(count)} ${format.plural(count, { one: 'flow', other: 'flows' })}`;

export const ownId = {
  title: 'Is it the ID of a single message?',
  intro:
    'A Viber message, an SMS, one of its parts and a call have IDs of their own, and Routee cannot be asked for these. Cascade can look for it in the flows of the last 24 h.',
  ask: 'Look through the last 24 h',
  again: 'Look again',
  cancel: 'Cancel',
  starting: 'Looking through the newest flows…',
  progress: (looked: string, total: string) => `${looked} of ${total} flows looked through`,
  bar: 'Flows looked through',
  found: (step: string, channel: string) => `Yes: it belongs to step ${step} (${channel}) of a flow.`,
  field: {
    trackingId: 'It is the message’s own trackingId.',
    messageId: 'It is the message’s messageId.',
    smsId: 'It is the smsId of one SMS part.',
  },
  part: (part: string) => `It is the smsId of the SMS’s part ${part}.`,
  open: (id: string) => `Open flow ${id} at this step`,
  none: (count: number, format: Format) =>
    `It is not among the ${flows(count, format)} of the last 24 h, neither as a flow’s ID nor as a message’s own.`,
  noFlows: 'Routee has no flow of the last 24 h to look through.',
  noneOfNewest: (count: number, total: string, format: Format) =>
    `It is not among the newest ${flows(count, format)}; ${total} were sent in the last 24 h, and the older of them were not looked through.`,
  older: 'Of older messages this says nothing.',
  cancelled: (count: number, format: Format) => `Stopped after ${flows(count, format)}: it was not among them.`,
  failed: (count: number, format: Format, reason: string) =>
    `It stopped after ${flows(count, format)}, where it was not found. ${reason}`,
};
