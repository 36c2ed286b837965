/** The raw text of an answer that nobody could read, within reach and never interpreted. */
import { maskLooseText } from '#model/masking/record.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { visibleText } from '../look/visible-text.ts';

export function ReceivedText({ text }: { readonly text: string }) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.errors;
  const shown = visibleText(masked ? maskLooseText(text) : text);
  if (text.trim() === '') return <p className="mt-2">{texts.receivedEmpty}</p>;
  return (
    <details className="mt-2">
      <summary className="w-fit rounded font-medium text-ink">{texts.received}</summary>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <CopyButton text={shown} label={catalogue.app.copy.copy} />
        {masked && <span className="text-[12px]">{texts.receivedMasked}</span>}
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="mt-2 max-h-80 overflow-auto rounded-lg border border-line bg-panel p-3 font-mono text-[12.5px] text-ink whitespace-pre-wrap wrap-anywhere"
      >
        {shown}
      </pre>
    </details>
  );
}
