/** Saves the rows that are shown, with the list's own columns. */
import { useState } from 'react';
import { downloadText } from '#features/raw/download-text.ts';
import type { List } from '#model/lookup/read-list.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Entry } from './entries.ts';
import { listCsv } from './list-csv.ts';

interface ExportButtonProps {
  readonly list: List;
  readonly entries: readonly Entry[];
}

export function ExportButton({ list, entries }: ExportButtonProps) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.lookup;
  const [saved, setSaved] = useState<string | null>(null);
  const save = () => {
    const name = `cascade-list-${new Date().toISOString().slice(0, 16).replace(':', '')}Z.csv`;
    downloadText(name, listCsv(list, entries, masked), 'text/csv;charset=utf-8');
    setSaved(name);
  };
  return (
    <>
      <Button size="small" disabled={entries.length === 0} onClick={save} onBlur={() => setSaved(null)}>
        {saved !== null && <span aria-hidden="true">✓</span>}
        {texts.export}
      </Button>
      <span role="status" className="sr-only">
        {saved === null ? '' : texts.exported(saved)}
      </span>
    </>
  );
}
