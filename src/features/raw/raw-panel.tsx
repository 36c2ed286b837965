/** The record exactly as received: a tree to search, fold and copy from; masked when the viewer masks. */

import { stringify } from 'lossless-json';
import { useMemo } from 'react';
import { maskJson, maskLooseText } from '#model/masking/record.ts';
import { isJsonObject, type Json, type JsonPath } from '#model/values/json.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { visibleText } from '../look/visible-text.ts';
import { downloadText } from './download-text.ts';
import { isShallow, parseAsWritten } from './raw-tree.ts';
import { RawTree } from './raw-tree-view.tsx';

interface RawPanelProps {
  /** The answer as it came; null where only its JSON is at hand. */
  readonly text: string | null;
  /** What was read of it; null where it was no JSON. */
  readonly json: Json | null;
  /** Paths to mark and to scroll to: the evidence of a finding. */
  readonly highlighted: readonly JsonPath[];
}

/** Longer texts are not drawn as a tree. */
const longestTree = 1_048_576;
/** Text that is no JSON is shown this far. */
const longestText = 50_000;

export function RawPanel({ text, json, highlighted }: RawPanelProps) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.raw;
  const length = text?.length ?? 0;
  const tooLarge = length > longestTree;
  const shown = useMemo(() => (tooLarge ? null : shownJson(text, json, masked)), [tooLarge, text, json, masked]);
  const plain = shown === null && text !== null && !tooLarge ? (masked ? maskLooseText(text) : text) : null;
  const download = () => downloadText(texts.fileName(idOf(json)), downloadable(text, json, masked));
  return (
    <section aria-labelledby="raw-title" className="min-w-0 rounded-xl border border-line bg-panel px-[18px] py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="raw-title" className="text-[13px] font-semibold">
          {texts.title}
        </h2>
        <Button size="small" onClick={download}>
          {texts.download}
        </Button>
      </div>
      {masked && <p className="mt-1 text-[12px] text-ink3">{texts.maskedNote}</p>}
      {tooLarge && (
        <p className="mt-3">{texts.tooLarge(texts.megabytes(format.number(Math.round(length / 104_857.6) / 10)))}</p>
      )}
      {shown !== null && <RawTree json={shown.value} highlighted={highlighted} />}
      {plain !== null && <PlainText text={plain} />}
    </section>
  );
}

function PlainText({ text }: { readonly text: string }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.raw;
  if (text.trim() === '') return <p className="mt-3 text-ink2">{texts.empty}</p>;
  return (
    <>
      <p className="mt-3 text-[13px] text-ink2">{texts.notJson}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="mt-2 max-h-[480px] overflow-auto rounded-lg bg-line2 p-3 font-mono text-[12.5px] whitespace-pre-wrap wrap-anywhere"
      >
        {visibleText(text.slice(0, longestText))}
      </pre>
      {text.length > longestText && (
        <p className="mt-1 text-[12px] text-ink3">
          {texts.cut(format.number(longestText), format.number(text.length))}
        </p>
      )}
    </>
  );
}

/** The JSON to draw, its numbers as the text writes them; null where there is none or it nests too deeply for a tree. */
function shownJson(text: string | null, json: Json | null, masked: boolean): { value: Json } | null {
  const parsed = text === null ? (json === null ? null : { value: json }) : parseAsWritten(text);
  if (parsed === null || !isShallow(parsed.value)) return null;
  return masked ? { value: maskJson(parsed.value) } : parsed;
}

function downloadable(text: string | null, json: Json | null, masked: boolean): string {
  if (!masked && text !== null) return text;
  if (json === null) return text === null ? '' : maskLooseText(text);
  return stringify(masked ? maskJson(json) : json, undefined, 2) ?? '';
}

function idOf(json: Json | null): string {
  const id = isJsonObject(json ?? undefined) ? (json as { [key: string]: Json }).trackingId : undefined; // proved just before
  return typeof id === 'string' ? id.replace(/[^\w-]/g, '').slice(0, 64) : 'record';
}
