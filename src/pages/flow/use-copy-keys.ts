/** Copying a flow by key and from the palette, where no button can say that it is done. */
import { announce } from '#ui/announce.ts';
import { copyOrOffer } from '#ui/by-hand.ts';
import type { Copied } from '#ui/copy-text.ts';
import { useKey } from '#ui/keys.ts';
import { useViewer } from '#ui/viewer.tsx';

/** What each of them copies; null while there is nothing. */
type Copy = (() => Copied | Promise<Copied>) | null;

interface Copies {
  readonly copyLink: Copy;
  readonly copyId: Copy;
  readonly copyCurl: Copy;
  readonly copyText: Copy;
}

function useCopyKey(id: keyof Copies, text: Copy): void {
  const texts = useViewer().catalogue.keys;
  const copy = async (from: () => Copied | Promise<Copied>) =>
    announce((await copyOrOffer(from)) ? texts.copied[id] : texts.copyFailed);
  useKey({ id, enabled: text !== null, run: () => text !== null && void copy(text) });
}

export function useCopyKeys({ copyLink, copyId, copyCurl, copyText }: Copies): void {
  useCopyKey('copyLink', copyLink);
  useCopyKey('copyId', copyId);
  useCopyKey('copyCurl', copyCurl);
  useCopyKey('copyText', copyText);
}
