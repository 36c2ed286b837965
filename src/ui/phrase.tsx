/** A sentence of the catalogue with its emphasis. */
import type { Phrase } from '#texts/phrase.ts';

export function PhraseText({ phrase }: { readonly phrase: Phrase }) {
  return phrase.map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence are never reordered
      <strong key={index} className="font-semibold text-ink">
        {part.strong}
      </strong>
    ),
  );
}
