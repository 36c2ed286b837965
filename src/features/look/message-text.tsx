/** A message's text as it stands: never read as HTML, isolated from the direction of the page, cut when very long. */
import { useState } from 'react';
import { maskText } from '#model/masking/masking.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { visibleText } from './visible-text.ts';

const shortLength = 480;
/** Longer texts are shown this far; the raw record holds the rest. */
const longLength = 20_000;

export function MessageText({ text }: { readonly text: string }) {
  const { catalogue, format, masked } = useViewer();
  const [whole, setWhole] = useState(false);
  const texts = catalogue.cards.content;
  const shown = masked ? maskText(text) : visibleText(text);
  const limit = whole ? longLength : shortLength;
  return (
    <div>
      <p dir="auto" className={`whitespace-pre-wrap wrap-anywhere ${whole ? 'max-h-80 overflow-y-auto' : ''}`}>
        <bdi>{shown.length > limit ? `${shown.slice(0, limit)}…` : shown}</bdi>
      </p>
      {whole && shown.length > longLength && (
        <p className="mt-1 text-[12px] text-ink3">{texts.cut(format.number(shown.length))}</p>
      )}
      {shown.length > shortLength && (
        <div className="mt-2">
          <Button size="small" onClick={() => setWhole(!whole)}>
            {whole ? texts.showLess : texts.showAll}
          </Button>
        </div>
      )}
    </div>
  );
}
