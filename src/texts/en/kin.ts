/** Texts of a flow's kin: other flows to the same recipient, of the same sender, with the same label. */
import type { Format } from '../format.ts';

const flows = (count: number, format: Format) =>
  `${format.number(count)} ${format.plural(count, { one: 'flow', other: 'flows' })}`;

export const kin = {
  title: 'Only this one, or everybody?',
  intro: 'Looks for other flows to this recipient, and for those of the same sender and label in this hour.',
  ask: 'Look',
  asking: 'Looking…',
  failed: (reason: string) => `It could not be looked up: ${reason}`,
  again: 'Look again',
  recipient: 'To this recipient, 24 h before and after',
  sender: (name: string) => `From ${name}, this hour`,
  label: (name: string) => `With the label ${name}, this hour`,
  alone: 'no other flow',
  others: (count: number, format: Format) => `${flows(count, format)}, this one included`,
  failedShare: (share: string, failed: string, ended: string) => `${share} failed (${failed} of ${ended} ended)`,
  small: (low: string, high: string) => `few flows: between ${low} and ${high}`,
  hourBefore: (share: string) => `${share} in the hour before`,
  hourBeforeNone: 'none ended in the hour before',
  noneEnded: 'none has ended',
  outcomes: (succeeded: string, failed: string, running: string, unknown: string) =>
    `${succeeded} succeeded, ${failed} failed, ${running} running, ${unknown} unknown`,
  partial: (loaded: string, total: string) => `From the newest ${loaded} of ${total} flows of the hour.`,
  explore: 'Show in Explore',
  compare: (id: string) => `Compare with ${id}`,
  noTime: 'The record does not say when the flow was created, so its hour is not known.',
  nothing: 'The record names no recipient, sender or label to look for.',
};
