/** Texts of the start page, and of the page for an address that leads nowhere. */
import type { Format } from '../format.ts';

export const home = {
  tabTitle: 'Cascade',
  title: 'What happened to this message?',
  intro: 'Paste a tracking ID, a link, a log line, a record or a telephone number. Many IDs become a list.',
  dropHint: 'or drop a tracking JSON file anywhere: it is read in this browser and sent nowhere.',
  choose: 'Choose a file',

  recent: 'Recent',
  recentKept: 'kept in this browser',
  clear: 'clear',
  clearLabel: 'Clear the list of recent flows',
  noRecent: 'Flows you open are listed here, in this browser only.',
  forget: (id: string) => `Remove ${id} from the list`,
  noStatus: 'no status',
  nothingSent: 'nothing sent',
  seenAt: (dateTime: string) => `Last seen ${dateTime}`,

  demo: 'Try a demo flow',
  demoFilter: 'Filter demo flows',
  demoCount: (count: number, format: Format) =>
    `${format.number(count)} ${format.plural(count, { one: 'flow', other: 'flows' })}`,
  demoNone: 'No demo flow is called so.',
  demoMore: (left: number, format: Format) => `${format.number(left)} more`,
  demoMoreLabel: (left: number, group: string, format: Format) => `Show ${format.number(left)} more of “${group}”`,
  demoFewer: 'Show fewer',
  demoFewerLabel: (group: string) => `Show fewer of “${group}”`,

  notFound: {
    tabTitle: 'Not found · Cascade',
    title: 'There is no page at this address.',
    text: 'It may be cut off or mistyped. A flow is found by its tracking ID: paste it into the search above.',
    home: 'Go to the start page',
  },
};
