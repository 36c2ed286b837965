/** One line of the raw record's tree. */
import { isLosslessNumber } from 'lossless-json';
import type { Json } from '#model/values/json.ts';
import { useViewer } from '#ui/viewer.tsx';
import { escapedText } from '../look/visible-text.ts';
import { membersOf, type RawRow, scalarText } from './raw-tree.ts';

export const rawLineHeight = 22;
/** A text longer than this is cut on its line; copying it gives it whole. */
const longest = 300;

interface RawLineProps {
  readonly id: string;
  readonly row: RawRow;
  readonly top: number;
  readonly chosen: boolean;
  readonly marked: boolean;
  readonly matched: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

export function RawLine({ id, row, top, chosen, marked, matched, onChoose, onToggle }: RawLineProps) {
  const { catalogue } = useViewer();
  const foldable = row.kind === 'open' || row.kind === 'folded';
  const background = marked ? 'bg-warn-soft' : matched ? 'bg-run-soft' : chosen ? 'bg-line2' : 'hover:bg-line2/60';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.depth + 1}
      aria-selected={chosen}
      aria-expanded={foldable ? row.kind === 'open' : undefined}
      className={`absolute inset-x-0 flex h-[22px] cursor-default items-center whitespace-pre pr-3 leading-[22px] ${background} ${chosen ? 'outline -outline-offset-1 outline-accent' : ''}`}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 6 + row.depth * 16 }}
      onClick={onChoose}
      onDoubleClick={foldable ? onToggle : undefined}
    >
      <span
        aria-hidden="true"
        onClick={foldable ? onToggle : undefined}
        className={`inline-block w-4 shrink-0 text-center text-ink3 ${foldable ? 'cursor-pointer' : ''}`}
      >
        {row.kind === 'open' ? '▾' : row.kind === 'folded' ? '▸' : ''}
      </span>
      {row.key !== null && (
        <span className="text-ink">
          {escapedText(JSON.stringify(row.key.length > longest ? `${row.key.slice(0, longest)}…` : row.key))}
          <span className="text-ink3">: </span>
        </span>
      )}
      <Value row={row} />
      {row.comma && <span className="text-ink3">,</span>}
      {marked && <span className="sr-only"> ({catalogue.raw.evidence})</span>}
    </div>
  );
}

function Value({ row }: { readonly row: RawRow }) {
  const { catalogue, format } = useViewer();
  const [open, close] = Array.isArray(row.value) ? ['[', ']'] : ['{', '}'];
  switch (row.kind) {
    case 'open':
      return <span className="text-ink3">{open}</span>;
    case 'close':
      return <span className="text-ink3">{close}</span>;
    case 'folded':
      return (
        <span className="text-ink3">
          {open} {catalogue.raw.entries(format.number(membersOf(row.value)?.length ?? 0))} {close}
        </span>
      );
    case 'value': {
      const text = scalarText(row.value);
      const start = escapedText(text.slice(0, longest));
      return (
        <bdi className={colourOf(row.value)}>
          {text.length > longest ? start + catalogue.raw.more(format.number(text.length)) : start}
        </bdi>
      );
    }
  }
}

function colourOf(value: Json): string {
  if (typeof value === 'string') return 'text-ok';
  if (typeof value === 'number' || isLosslessNumber(value)) return 'text-run';
  return typeof value === 'boolean' ? 'text-warn' : 'text-ink3';
}
