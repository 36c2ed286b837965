/** Texts of the keys that a page needs at once; what each does is told in keys-help.ts. */
export const keys = {
  /** What stands on the keys themselves. */
  caps: { control: 'Ctrl', command: '⌘', escape: 'Esc' },
  /** After what a button does. */
  hint: (text: string, keys: string) => `${text} (${keys})`,

  stepChosen: (number: string, channel: string) => `Step ${number}, ${channel}`,
  noStepChosen: 'No step is chosen',
  copied: {
    copyLink: 'Link copied',
    copyId: 'Tracking ID copied',
    copyText: 'Text copied',
    copyCurl: 'curl command copied',
  },
  copyFailed: 'Could not copy: the browser did not allow it.',
  notLoaded: 'Could not be loaded. Try again when Cascade’s server answers.',
  maskedNow: 'Recipients and texts are masked.',
  revealedNow: 'Recipients and texts are shown.',
};
