/** The tree of the raw record: only the lines in view are in the page. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type Json, type JsonPath, pathText } from '#model/values/json.ts';
import { useViewer } from '#ui/viewer.tsx';
import { RawLine, rawLineHeight } from './raw-line.tsx';
import { RawToolbar } from './raw-toolbar.tsx';
import { foldsBelow, matchingRows, type RawRow, rawRows, unfoldedTo } from './raw-tree.ts';

interface RawTreeProps {
  readonly json: Json;
  readonly highlighted: readonly JsonPath[];
}

const tallest = 520;

export function RawTree({ json, highlighted }: RawTreeProps) {
  const { catalogue } = useViewer();
  const scroller = useRef<HTMLDivElement>(null);
  const treeId = useId();
  const [folded, setFolded] = useState<ReadonlySet<string>>(nothingFolded);
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const rows = useMemo(() => rawRows(json, folded), [json, folded]);
  const matches = useMemo(() => matchingRows(json, words), [json, words]);
  const marked = useMemo(() => new Set(highlighted.map(pathText)), [highlighted]);
  const matched = useMemo(() => new Set(matches.map((row) => row.id)), [matches]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rawLineHeight,
    overscan: 12,
  });
  /** A line to bring into view once it is among the rows. */
  const [wanted, setWanted] = useState<string | null>(null);

  const show = (path: JsonPath) => {
    setFolded((now) => unfoldedTo(now, path));
    setChosen(pathText(path));
    setWanted(pathText(path));
  };

  const first = highlighted[0];
  const firstId = first === undefined ? null : pathText(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another finding's evidence moves the view
  useEffect(() => {
    if (first !== undefined) show(first);
  }, [firstId]);

  useEffect(() => {
    if (wanted === null) return;
    const index = rows.findIndex((row) => row.id === wanted);
    if (index !== -1) virtual.scrollToIndex(index, { align: 'center' });
    setWanted(null);
  }, [wanted, rows, virtual]);

  const at = rows.findIndex((row) => row.id === chosen);
  const chosenRow = rows[at];
  const goTo = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setChosen(row.id);
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' });
  };
  const toggle = (row: RawRow) => {
    setChosen(row.kind === 'close' ? row.id.slice(0, -1) : row.id);
    if (row.kind === 'open') setFolded(new Set([...folded, row.id]));
    if (row.kind === 'folded') setFolded(new Set([...folded].filter((id) => id !== row.id)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAction(event.key);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <RawToolbar
        words={words}
        onWords={setWords}
        matches={matches}
        chosen={chosenRow ?? null}
        onShow={(row) => show(row.path)}
        onFoldAll={() => setFolded(foldsBelow(json, 1))}
        onUnfoldAll={() => setFolded(nothingFolded)}
      />
      <div
        ref={scroller}
        role="tree"
        aria-label={catalogue.raw.tree}
        tabIndex={0}
        aria-activedescendant={at === -1 ? undefined : `${treeId}${at}`}
        onKeyDown={onKeyDown}
        className="mt-2 overflow-auto rounded-lg border border-line2 bg-bg font-mono text-[12.5px]"
        style={{ height: Math.min(tallest, rows.length * rawLineHeight + 2) }}
      >
        <div role="presentation" className="relative min-w-fit" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <RawLine
                key={row.id}
                id={`${treeId}${index}`}
                row={row}
                top={start}
                chosen={row.id === chosen}
                marked={marked.has(row.id)}
                matched={matched.has(row.id)}
                onChoose={() => setChosen(row.kind === 'close' ? row.id.slice(0, -1) : row.id)}
                onToggle={() => toggle(row)}
              />
            );
          })}
        </div>
      </div>
    </>
  );

  function keyAction(key: string): (() => void) | null {
    switch (key) {
      case 'ArrowDown':
        return () => goTo(at + 1);
      case 'ArrowUp':
        return () => goTo(at - 1);
      case 'PageDown':
        return () => goTo(at + 20);
      case 'PageUp':
        return () => goTo(at - 20);
      case 'Home':
        return () => goTo(0);
      case 'End':
        return () => goTo(rows.length - 1);
      case 'ArrowRight':
        return chosenRow?.kind === 'folded' ? () => toggle(chosenRow) : () => goTo(at + 1);
      case 'ArrowLeft':
        return chosenRow?.kind === 'open' ? () => toggle(chosenRow) : () => goTo(parentIndex(rows, at));
      case 'Enter':
      case ' ':
        return chosenRow === undefined ? null : () => toggle(chosenRow);
      default:
        return null;
    }
  }
}

const nothingFolded: ReadonlySet<string> = new Set();

/** The line that opens what a line stands in. */
function parentIndex(rows: readonly RawRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  return rows.findLastIndex((row, index) => index < at && row.kind === 'open' && row.depth < depth);
}
