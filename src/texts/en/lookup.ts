/** Texts of the page that looks many flows up at once. */
import type { Format } from '../format.ts';

const flows = (count: number, format: Format) =>
  `${format.number(count)} ${format.plural(count, { one: 'flow', other: 'flows' })}`;

export const lookup = {
  tabTitle: 'Look up a list · Cascade',
  tabProgress: (settled: string, total: string) => `${settled} of ${total} · Look up a list · Cascade`,
  title: 'Look up a list',
  intro:
    'Paste up to 1,000 tracking IDs: a column, a copied sheet, CSV or JSON lines. Other columns of the list stay beside the result.',
  listLabel: 'List of tracking IDs',
  empty: 'Paste a list, or choose a file.',
  choose: 'Choose a file',
  drop: 'Drop a CSV, text or JSON file here',
  start: 'Look them up',
  kept: 'The list stays in this tab. It is not part of the address.',
  another: 'Another list',
  anotherSure: 'The list and its result are let go.',

  rows: (count: number, format: Format) =>
    `${format.number(count)} ${format.plural(count, { one: 'row', other: 'rows' })} in the list`,
  leftOut: (count: number, format: Format) =>
    `${format.number(count)} ${format.plural(count, { one: 'row', other: 'rows' })} beyond the first 1,000 ${format.plural(count, { one: 'was', other: 'were' })} left out. Look them up as a list of their own.`,
  noIds: 'No row of this list holds a tracking ID.',
  twice: (count: number, format: Format) =>
    `${format.number(count)} ${format.plural(count, { one: 'row has', other: 'rows have' })} an ID that stands in the list before. Each ID is asked for once.`,

  progress: 'Look-up',
  progressOf: (settled: string, total: string) => `${settled} of ${total}`,
  left: (duration: string) => `about ${duration} left`,
  held: (time: string) => `Routee asks for a pause until ${time}`,
  paused: 'Paused',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Stop',
  retry: (count: number, format: Format) => `Ask again for ${format.number(count)}`,
  done: (count: number, format: Format) => `The look-up has ended: ${flows(count, format)}.`,

  kinds: {
    found: 'found',
    notFound: 'not found',
    notAnId: 'not an ID',
    refused: 'refused',
    unreadable: 'unreadable',
    failed: 'failed',
    cancelled: 'not asked',
    waiting: 'waiting',
    asking: 'being asked',
  },
  meanings: {
    found: 'Routee has this flow.',
    notFound: 'Routee knows no flow of this ID.',
    notAnId: 'This row holds no tracking ID, so nothing was asked.',
    refused: 'Routee or the gateway will not answer this question.',
    unreadable: 'What came is no record of a flow.',
    failed: 'It went wrong as often as it was tried.',
    cancelled: 'The look-up was stopped before.',
    waiting: 'Not asked yet.',
    asking: 'The answer is on its way.',
  },
  filterBy: 'Show only',
  all: 'all',
  search: 'Find in the list',
  noneShown: 'No row is so. Choose another filter.',
  showAll: 'Show all rows',

  columns: {
    line: 'Row',
    id: 'Tracking ID',
    result: 'Result',
    status: 'Status',
    chain: 'Chain',
    price: 'Price',
    reach: 'Time to reach',
    findings: 'Findings',
    unnamed: (place: string) => `Column ${place}`,
  },
  table: 'Flows of the list',
  sortBy: (column: string) => `Sort by ${column}`,
  export: 'Export as CSV',
  exportSheet: 'For Excel',
  exportIncomplete: (open: string, all: string) => `INCOMPLETE: ${open} of ${all} flows have not been looked up`,
  given: 'As given',
  exported: (name: string) => `Saved ${name}`,
  back: 'Back to the list',
};
