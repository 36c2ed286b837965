/** What every key and every action of the palette does, in words. */
import type { Format } from '../format.ts';

export const keysHelp = {
  /** By the action's name in ui/key-table.ts. */
  names: {
    palette: 'Find a page, an action or a flow',
    help: 'Keys and help',
    mask: 'Mask or show recipients and texts',
    themeLight: 'Light theme',
    themeDark: 'Dark theme',
    themeSystem: 'Theme as the system',
    goHome: 'Go to the start page',
    goExplore: 'Go to Explore',
    goLookup: 'Look up a list of flows',
    goOpen: 'Open a file or pasted JSON',
    nextStep: 'Next step',
    previousStep: 'Previous step',
    clearStep: 'Choose no step',
    scale: 'True time, even steps or folded',
    raw: 'Raw record or overview',
    refresh: 'Refresh now',
    pause: 'Pause or resume refreshing',
    copyLink: 'Copy the link to what you see',
    copyId: 'Copy the tracking ID',
    copyText: 'Copy as text, for a ticket',
    copyCurl: 'Copy as curl',
    evidence: 'Evidence page, to print',
    nextRow: 'Next row',
    previousRow: 'Previous row',
    chooseRow: 'Choose the row, to compare',
  },
  groups: { everywhere: 'Everywhere', go: 'Go to', flow: 'This flow', explore: 'This result' },
  or: 'or',

  palette: {
    title: 'Find and do',
    placeholder: 'A page, an action, a tracking ID, or text that holds IDs',
    list: 'Found',
    pages: 'Pages',
    given: 'In what you gave',
    recent: 'Recent flows',
    demo: 'Demo flows',
    openFlow: (id: string) => `Open flow ${id}`,
    moreIds: (count: number, format: Format) =>
      `and ${format.number(count)} more ${format.plural(count, { one: 'ID', other: 'IDs' })}`,
    readRecord: 'Read this record',
    none: 'Nothing has that name, and it holds no tracking ID.',
    count: (count: number, format: Format) =>
      format.plural(count, { one: `${format.number(count)} entry`, other: `${format.number(count)} entries` }),
    noStatus: 'no status',
    choose: 'choose',
    move: 'move',
    close: 'close',
  },
  help: {
    title: 'Keys and help',
    intro: 'These keys work on this page now, except while you type.',
    timeline: 'In the timeline, once it has the focus',
    timelineKeys: [
      { keys: ['+', '−'], text: 'Zoom in and out' },
      { keys: ['0'], text: 'Show all of it' },
      { keys: ['←', '→'], text: 'Move along' },
      { keys: ['↑', '↓'], text: 'From step to step' },
    ],
    switchOff: 'Keys get in your way? Switch them off here; Ctrl or ⌘ with K still works.',
    none: 'Keys are switched off.',
  },
};
