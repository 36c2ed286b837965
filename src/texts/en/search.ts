/** Texts of the search box and of what it finds. */
import type { Format } from '../format.ts';

export const search = {
  landmark: 'Find a flow',
  label: 'Tracking ID, link, log line or record',
  placeholder: 'Tracking ID, link or log line…',
  submit: 'Show flow',
  empty: 'Paste a tracking ID, or anything that holds one.',
  none: 'There is no tracking ID in this text.',
  noneHint:
    'A tracking ID looks like 30830fad-21ed-49b0-89d0-bbada2fd5640. Other forms are found where the text calls them trackingId.',
  found: (count: number, format: Format) =>
    count === 1
      ? 'One tracking ID is in this text:'
      : `${format.number(count)} tracking IDs are in this text. Which flow?`,
  lookUpAll: (count: number, format: Format) => `Look all ${format.number(count)} up at once`,
  foundList: 'Flows found in the text',
  more: (left: number, format: Format) => `and ${format.number(left)} more, not listed here`,
};
