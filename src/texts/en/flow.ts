/** Texts of a flow's page around its panels. */
import type { Channel } from '#model/record/channel.ts';
import type { Format } from '../format.ts';

export const flow = {
  /** Of the browser's tab; the sign stands before it. */
  tabTitle: (status: string, id: string) => `${status} · ${id} · Cascade`,
  loadingTitle: (id: string) => `${id} · Cascade`,
  shortId: (id: string) => id.slice(0, 8),

  actions: {
    share: 'Share link',
    shareHint: 'Copy the link to what you see',
    export: 'Export',
    exportTitle: 'Copy or save this flow',
    text: 'Copy as text, for a ticket',
    customerIn: { en: 'A paragraph for the customer, in English', el: 'A paragraph for the customer, in Greek' },
    curl: 'Copy as curl, with a placeholder for the token',
    id: 'Copy tracking ID',
    download: 'Save the record as JSON',
    evidence: 'Evidence page, to print',
    raw: 'Raw',
    rawHint: 'Show the record alone',
    overview: 'Show the timeline and the steps',
  },

  live: {
    startAnew: 'Start anew',
    title: 'Freshness',
    asOf: (clock: string, zone: string) => `as of ${clock} ${zone}`,
    nextIn: (duration: string) => `next in ${duration}`,
    refreshing: 'refreshing…',
    paused: 'paused',
    done: 'final',
    late: 'final, last look',
    unknown: 'not known whether it ended',
    refresh: 'Refresh',
    pause: 'Pause',
    resume: 'Resume',
    notify: 'Tell me when it ends',
    notifyOn: 'You will be told when it ends',
    notifyDenied: 'This browser does not allow notifications from Cascade.',
    changed: (clock: string) => `Changed at ${clock}:`,
    changedBadge: 'changed',
    stepChange: (channel: Channel, from: string | null, to: string | null, format: Format) => {
      const name = format.channelName(channel);
      return from === null || from === to ? `${name}: ${to ?? 'no status'}` : `${name}: ${from} → ${to ?? 'no status'}`;
    },
    flowChange: (from: string | null, to: string | null) => `flow: ${from ?? 'no status'} → ${to ?? 'no status'}`,
    ended: (status: string) => `Flow ended: ${status}`,
    refreshFailed: (clock: string, date: string) => `Could not be refreshed. What you see is of ${clock}, ${date}.`,
  },

  /** The verdict and facts as plain text. */
  text: {
    link: 'Link',
    flow: 'Flow',
    status: 'Status',
    step: (number: string, channel: string, status: string) => `${number}. ${channel}: ${status}`,
    sentAt: (time: string) => `sent ${time}`,
    resultAt: (time: string) => `result ${time}`,
    priceOf: (price: string) => `price ${price}`,
    /** Null: the gateway was not told which. */
    inCurrency: (price: string, currency: string | null) => `${price} ${currency ?? '(in the account’s currency)'}`,
    findings: 'Findings',
    steps: 'Steps',
    asOf: 'As of',
    masked: 'Recipients and texts are masked.',
  },
};
