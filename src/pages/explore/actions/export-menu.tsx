/** Saves the flows in the table as a file. */

import { useState } from 'react';
import { gatewayNow } from '#api/clock.ts';
import { useConfig } from '#api/use-config.ts';
import { useMoments } from '#features/explore/moments.ts';
import { downloadText } from '#features/raw/download-text.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { Button } from '#ui/button.tsx';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { RowStore } from '../data/row-store.ts';
import { csvFile, fileName, type Incomplete, ndjsonFile, sheetFile } from './export-file.ts';

interface ExportMenuProps {
  readonly rows: readonly FlowRow[];
  readonly store: RowStore;
  /** Null: the table is of all that the search found. */
  readonly incomplete: Incomplete | null;
}

type Kind = 'csv' | 'sheet' | 'ndjson';
type State = { readonly kind: 'idle' | 'working' | 'failed' } | { readonly kind: 'done'; readonly name: string };

const types: Readonly<Record<Kind, string>> = {
  csv: 'text/csv;charset=utf-8',
  sheet: 'text/csv;charset=utf-8',
  ndjson: 'application/x-ndjson',
};

export function ExportMenu(props: ExportMenuProps) {
  const texts = useViewer().catalogue.explore.export;
  return (
    <Flyout
      title={texts.name}
      text={
        <>
          {texts.name} <span aria-hidden="true">▾</span>
        </>
      }
    >
      {() => <ExportForm {...props} />}
    </Flyout>
  );
}

/** What makes the file of a kind. */
function useFiles({ rows, store, incomplete }: ExportMenuProps): Readonly<Record<Kind, () => Promise<string>>> {
  const viewer = useViewer();
  const { offsetMs: offsetAt } = useMoments();
  const currency = useConfig()?.currency ?? null;
  const { catalogue, format, masked } = viewer;
  const note =
    incomplete &&
    catalogue.explore.export.incomplete(format.number(incomplete.loaded), format.number(incomplete.total));
  return {
    csv: () => csvFile(rows, masked, incomplete),
    sheet: () => sheetFile(rows, { viewer, currency, offsetAt }, note),
    ndjson: () => ndjsonFile(rows, store, masked, incomplete),
  };
}

function ExportForm(props: ExportMenuProps) {
  const { rows, incomplete } = props;
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.explore.export;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const files = useFiles(props);
  const save = async (kind: Kind) => {
    setState({ kind: 'working' });
    try {
      const text = await files[kind]();
      const name = fileName(kind === 'ndjson' ? 'ndjson' : 'csv', gatewayNow(), incomplete !== null);
      downloadText(name, text, types[kind]);
      setState({ kind: 'done', name });
    } catch {
      setState({ kind: 'failed' });
    }
  };
  const disabled = rows.length === 0 || state.kind === 'working';
  const said = { idle: '', working: texts.working, failed: texts.failed, done: '' }[state.kind];
  return (
    <div className="grid gap-2">
      <p className="text-[12px] text-ink3">
        {texts.scope(format.number(rows.length))}. {masked ? texts.masked : texts.unmasked}
      </p>
      {incomplete !== null && (
        <p className="text-[12px] font-medium text-warn">
          {texts.incomplete(format.number(incomplete.loaded), format.number(incomplete.total))}
        </p>
      )}
      {(['csv', 'sheet', 'ndjson'] as const).map((kind) => (
        <Button key={kind} disabled={disabled} onClick={() => void save(kind)}>
          {texts[kind]}
        </Button>
      ))}
      <p role="status" className={`min-h-[18px] text-[12px] ${state.kind === 'failed' ? 'text-bad' : 'text-ink3'}`}>
        {state.kind === 'done' ? texts.done(state.name) : said}
      </p>
    </div>
  );
}
