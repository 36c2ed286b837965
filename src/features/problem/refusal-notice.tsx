/** Says what a text is that is no record of a flow, with the text itself below. */
import type { ReactNode } from 'react';
import { maskLooseText } from '#model/masking/record.ts';
import type { Refusal } from '#model/record/refusal.ts';
import type { Json } from '#model/values/json.ts';
import type { Catalogue } from '#texts/en.ts';
import type { Format } from '#texts/format.ts';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { Notice } from '#ui/notice.tsx';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';

const RawPanel = later(async () => (await import('../raw/raw-panel.tsx')).RawPanel).Part;

interface RefusalNoticeProps {
  readonly refusal: Refusal;
  /** As received. */
  readonly text: string;
  /** What was read of it; null where it is no JSON. */
  readonly json: Json | null;
  /** Between what is said of the text and the text. */
  readonly children?: ReactNode;
}

const noPaths: readonly never[] = [];

export function RefusalNotice({ refusal, text, json, children }: RefusalNoticeProps) {
  const { catalogue, format, masked } = useViewer();
  const { title, meaning } =
    text.trim() === '' ? catalogue.errors.refusal.empty : refusalText(refusal, catalogue, format, masked);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Notice tone="bad" title={<Heading text={title} />}>
        <p>{meaning}</p>
        <p>{catalogue.errors.refusal.next}</p>
      </Notice>
      {children}
      <PanelBoundary resetKey={text}>
        <Late fallback={<Skeleton className="h-96 rounded-xl" />}>
          <RawPanel text={text} json={json} highlighted={noPaths} />
        </Late>
      </PanelBoundary>
    </div>
  );
}

function Heading({ text }: { readonly text: string }) {
  return (
    <h1 className="text-[17px]">
      <span role="alert">{text}</span>
    </h1>
  );
}

interface RefusalText {
  readonly title: string;
  readonly meaning: string;
}

function refusalText(refusal: Refusal, catalogue: Catalogue, format: Format, masked: boolean): RefusalText {
  const texts = catalogue.errors.refusal;
  // A parser's message and an error's own words may repeat what was in the text.
  const shown = (text: string) => shownText(masked ? maskLooseText(text) : text, 200);
  switch (refusal.kind) {
    case 'notJson':
      return { title: texts.notJson.title, meaning: faultText(refusal.fault, catalogue, format, shown) };
    case 'several':
      return { title: texts.several.title, meaning: texts.several.meaning(refusal.count, format) };
    case 'notAnObject':
      return { title: texts.notAnObject.title, meaning: texts.notAnObject.meaning[refusal.found] };
    case 'errorBody': {
      const message = refusal.message === null ? null : shown(refusal.message);
      return { title: texts.errorBody.title, meaning: texts.errorBody.meaning(refusal.code, message) };
    }
    case 'searchPage': {
      const { title, meaning } = texts.searchPage;
      return { title, meaning: meaning(refusal.count, format) };
    }
    case 'sendRequest':
      return texts.sendRequest;
    case 'noMessages':
      return { title: texts.noMessages.title, meaning: noMessages(refusal, catalogue, format) };
  }
}

/** Cause and place; of what stands there only signs and short words, for it may be somebody's name. */
function faultText(
  fault: Extract<Refusal, { kind: 'notJson' }>['fault'],
  catalogue: Catalogue,
  format: Format,
  shown: (text: string) => string,
): string {
  const { notJson } = catalogue.errors.refusal;
  const place = notJson.place(format.number(fault.line), format.number(fault.column), shown(fault.found));
  return `${notJson.meaning(fault)} ${place}`;
}

function noMessages(
  { found, keys }: Extract<Refusal, { kind: 'noMessages' }>,
  { errors }: Catalogue,
  format: Format,
): string {
  const texts = errors.refusal.noMessages;
  if (found !== 'absent') return texts.wrong(texts.found[found]);
  return keys.length === 0 ? texts.absentEmpty : texts.absent(format.list(keys.map((key) => shownText(key, 32))));
}
