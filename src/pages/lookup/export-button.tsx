/** Saves the rows that are shown, with the list's own columns. */
import { useState } from 'react';
import { useConfig } from '#api/use-config.ts';
import { useMoments } from '#features/explore/moments.ts';
import { downloadText } from '#features/raw/download-text.ts';
import type { List } from '#model/lookup/read-list.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Entry } from './entries.ts';
import { listCsv, listSheet, openEntries } from './list-csv.ts';

interface ExportButtonProps {
  readonly list: List;
  readonly entries: readonly Entry[];
}

/** For programs, and for Excel: two forms of the same rows. */
export function ExportButton({ list, entries }: ExportButtonProps) {
  const viewer = useViewer();
  const { offsetMs: offsetAt } = useMoments();
  const currency = useConfig()?.currency ?? null;
  const texts = viewer.catalogue.lookup;
  const [saved, setSaved] = useState<{ readonly kind: 'csv' | 'sheet'; readonly name: string } | null>(null);
  const save = (kind: 'csv' | 'sheet') => {
    const incomplete = openEntries(entries).open > 0 ? 'incomplete-' : '';
    const name = `cascade-list-${incomplete}${new Date().toISOString().slice(0, 16).replace(':', '')}Z.csv`;
    const text =
      kind === 'csv' ? listCsv(list, entries, viewer.masked) : listSheet(list, entries, { viewer, currency, offsetAt });
    downloadText(name, text, 'text/csv;charset=utf-8');
    setSaved({ kind, name });
  };
  return (
    <>
      {(['csv', 'sheet'] as const).map((kind) => (
        <Button
          key={kind}
          size="small"
          disabled={entries.length === 0}
          onClick={() => save(kind)}
          onBlur={() => setSaved(null)}
        >
          {saved?.kind === kind && <span aria-hidden="true">✓</span>}
          {kind === 'csv' ? texts.export : texts.exportSheet}
        </Button>
      ))}
      <span role="status" className="sr-only">
        {saved === null ? '' : texts.exported(saved.name)}
      </span>
    </>
  );
}
