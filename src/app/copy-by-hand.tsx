/** Shows a text that the browser would not copy, selected, so that one key copies it. */
import { useEffect, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { offerByHand, useTextByHand } from '#ui/by-hand.ts';
import { useViewer } from '#ui/viewer.tsx';

export function CopyByHand() {
  const text = useTextByHand();
  return text === null ? null : <Offer key={text} text={text} />;
}

function Offer({ text }: { readonly text: string }) {
  const texts = useViewer().catalogue.app.copy;
  const field = useRef<HTMLTextAreaElement>(null);
  const before = useRef(document.activeElement);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const close = () => {
    offerByHand(null);
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  return (
    <section
      aria-label={texts.byHand}
      className="pointer-events-auto w-full max-w-[640px] rounded-lg border border-warn bg-panel px-3.5 py-2 text-[13px] shadow-lg"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <p role="alert">{texts.byHand}</p>
      <textarea
        ref={field}
        readOnly
        value={text}
        aria-label={texts.byHandText}
        rows={Math.min(6, text.split('\n').length)}
        spellCheck={false}
        className="mt-1.5 block w-full rounded-md border border-line bg-bg px-2 py-1 font-mono text-[12.5px]"
      />
      <Button size="small" className="mt-1.5" onClick={close}>
        {texts.byHandDone}
      </Button>
    </section>
  );
}
