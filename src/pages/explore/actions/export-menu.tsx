/** Saves the flows in the table as a file. */
import { useState } from 'react';
import { downloadText } from '#features/raw/download-text.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { Button } from '#ui/button.tsx';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { RowStore } from '../data/row-store.ts';
import { csvFile, fileName, ndjsonFile } from './export-file.ts';

interface ExportMenuProps {
  readonly rows: readonly FlowRow[];
  readonly store: RowStore;
}

type State = { readonly kind: 'idle' | 'working' | 'failed' } | { readonly kind: 'done'; readonly name: string };

const types = { csv: 'text/csv;charset=utf-8', ndjson: 'application/x-ndjson' } as const;

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

function ExportForm({ rows, store }: ExportMenuProps) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.explore.export;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const save = async (kind: 'csv' | 'ndjson') => {
    setState({ kind: 'working' });
    try {
      const text = kind === 'csv' ? await csvFile(rows, masked) : await ndjsonFile(rows, store, masked);
      const name = fileName(kind, Date.now());
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
      <Button disabled={disabled} onClick={() => void save('csv')}>
        {texts.csv}
      </Button>
      <Button disabled={disabled} onClick={() => void save('ndjson')}>
        {texts.ndjson}
      </Button>
      <p role="status" className={`min-h-[18px] text-[12px] ${state.kind === 'failed' ? 'text-bad' : 'text-ink3'}`}>
        {state.kind === 'done' ? texts.done(state.name) : said}
      </p>
    </div>
  );
}
