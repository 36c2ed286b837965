/** Copying a flow by key and from the palette, where no button can say that it is done. */
import { announce } from '#ui/announce.ts';
import { useKey } from '#ui/keys.ts';
import { useReader } from '#ui/reader.tsx';

/** What each of them copies; null while there is nothing. */
interface Copies {
  readonly copyLink: (() => string) | null;
  readonly copyId: (() => string) | null;
  readonly copyCurl: (() => string) | null;
  readonly copyText: (() => string) | null;
}

function useCopyKey(id: keyof Copies, text: (() => string) | null): void {
  const texts = useReader().messages.keys;
  const copy = (from: () => string) =>
    navigator.clipboard.writeText(from()).then(
      () => announce(texts.copied[id]),
      () => announce(texts.copyFailed),
    );
  useKey({ id, enabled: text !== null, run: () => text !== null && void copy(text) });
}

export function useCopyKeys({ copyLink, copyId, copyCurl, copyText }: Copies): void {
  useCopyKey('copyLink', copyLink);
  useCopyKey('copyId', copyId);
  useCopyKey('copyCurl', copyCurl);
  useCopyKey('copyText', copyText);
}
