/** A text that could not be put on the clipboard, offered to be copied by hand. */
import { create } from 'zustand';
import { type Copied, copyText, plainText } from './copy-text.ts';

const useOffered = create<{ readonly text: string | null }>(() => ({ text: null }));

/** Null once it has been copied, or is not wanted any more. */
export function offerByHand(offered: string | null): void {
  useOffered.setState({ text: offered });
}

export function useTextByHand(): string | null {
  return useOffered(({ text }) => text);
}

/**
 * Copies a text, or what makes it; where the browser does not allow that, the text is shown to be copied by hand. Tells
 * whether it is on the clipboard; never throws. The text itself may fail to be made: then nothing is shown.
 */
export async function copyOrOffer(from: Copied | (() => Copied | Promise<Copied>)): Promise<boolean> {
  try {
    const made = typeof from === 'function' ? from() : from;
    // Not awaited where there is no need: some browsers copy only in the very moment of the click.
    const wanted = made instanceof Promise ? await made : made;
    const copied = await copyText(wanted);
    offerByHand(copied ? null : plainText(wanted));
    return copied;
  } catch {
    return false;
  }
}
