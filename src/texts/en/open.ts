/** Texts of the page that reads a record in the browser. */

export const open = {
  tabTitle: 'Open a file · Cascade',
  title: 'Open a record',
  intro:
    'A tracking record as JSON: from a file, a callback, or an answer of the API. It is read in this browser and sent nowhere.',
  drop: 'Drop a JSON file here',
  dropNow: 'Drop the file to read it here',
  or: 'or',
  choose: 'Choose a file',
  pasteLabel: 'Paste the JSON here',
  show: 'Show',
  empty: 'Paste a record first, or choose a file.',
  gone: 'The record is no longer here: it was kept in memory only. Open it again.',
  tooLarge: (size: string, most: string) => `This file is ${size} long; Cascade reads up to ${most}.`,
  unreadable: 'This file could not be read.',

  fromFile: (name: string) => `From the file ${name}`,
  pasted: 'From pasted text',
  local: 'read in this browser, sent nowhere',
  another: 'Open another',
  live: 'Ask Routee about this flow',
  foundTitle: 'Flows named in it',
};
