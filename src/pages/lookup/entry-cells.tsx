/** What stands in each column of a row of the list. Its link opens the flow. */
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ChooseBox } from '#features/choice/choose-box.tsx';
import { cell } from '#features/explore/cells.tsx';
import { useMoments } from '#features/explore/moments.ts';
import { fromResult } from '#features/explore/neighbours.ts';
import { shownText } from '#features/look/visible-text.ts';
import { flowAddress } from '#features/search/flow-address.ts';
import type { LookupKind } from '#model/lookup/lookup.ts';
import { maskLabel } from '#model/masking/masking.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { type Entry, kindOf } from './entries.ts';

interface EntryCellsProps {
  readonly entry: Entry;
  /** How many of the list's own columns are shown. */
  readonly own: number;
  readonly index: number;
  /** The one that Tab reaches. */
  readonly active: boolean;
  /** For a comparison. */
  readonly chosen: boolean;
  readonly onActive: (index: number) => void;
  readonly onOpen: (entry: Entry) => void;
}

const kindLooks: Readonly<Record<LookupKind, { tone: Tone; sign: string }>> = {
  found: { tone: 'ok', sign: '✓' },
  notFound: { tone: 'warn', sign: '?' },
  notAnId: { tone: 'warn', sign: '✕' },
  refused: { tone: 'bad', sign: '✕' },
  unreadable: { tone: 'bad', sign: '✕' },
  failed: { tone: 'bad', sign: '↻' },
  cancelled: { tone: 'mute', sign: '–' },
  waiting: { tone: 'mute', sign: '·' },
  asking: { tone: 'run', sign: '◌' },
};

export const EntryCells = memo(function EntryCells(props: EntryCellsProps) {
  const { entry, own, index, active, chosen, onActive, onOpen } = props;
  const viewer = useViewer();
  const moments = useMoments();
  const { catalogue, format, masked } = viewer;
  const { listed, state } = entry;
  const found = state?.kind === 'found' ? state : null;
  const covered = (text: string) => shownText(masked ? maskLabel(text) : text, 80);
  const context = { viewer, moments, sameDay: false };
  return (
    <>
      <Cell>
        {listed.trackingId !== null && (
          <ChooseBox trackingId={listed.trackingId} chosen={chosen} active={active} onActive={() => onActive(index)} />
        )}
      </Cell>
      <Cell number>{format.number(listed.line)}</Cell>
      <Cell>
        {listed.trackingId === null ? (
          <span className="truncate text-ink3" title={covered(listed.given)}>
            {covered(listed.given)}
          </span>
        ) : (
          <Link
            to={flowAddress(listed.trackingId)}
            state={found === null ? undefined : fromResult}
            data-index={index}
            tabIndex={active ? 0 : -1}
            className="truncate font-mono text-[0.78125rem] outline-none hover:underline"
            onFocus={() => onActive(index)}
            onClick={(event) => !event.metaKey && !event.ctrlKey && !event.shiftKey && onOpen(entry)}
          >
            <span aria-hidden="true" title={listed.trackingId}>
              {shownText(listed.trackingId, 9)}
            </span>
            <span className="sr-only">{catalogue.explore.table.open(listed.trackingId)}</span>
          </Link>
        )}
      </Cell>
      {listed.others.slice(0, own).map((text, place) => (
        // The list's columns have no other name than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Cell key={place}>
          <span className="truncate" title={covered(text)}>
            {covered(text)}
          </span>
        </Cell>
      ))}
      <Cell>
        <ResultText entry={entry} />
      </Cell>
      <Cell>{found !== null && cell(found.row, 'status', context)}</Cell>
      <Cell>{found !== null && cell(found.row, 'chain', context)}</Cell>
      <Cell number>{found !== null && cell(found.row, 'reach', context)}</Cell>
      <Cell number>{found !== null && cell(found.row, 'price', context)}</Cell>
      <Cell>{found !== null && cell(found.row, 'findings', context)}</Cell>
    </>
  );
});

/** The verdict of a flow that was found; for any other row what became of the question. */
function ResultText({ entry }: { readonly entry: Entry }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.lookup;
  const kind = kindOf(entry);
  if (entry.state?.kind === 'found') {
    const text = catalogue.verdict.heading(entry.state.heading, format);
    return (
      <span className="truncate" title={text}>
        {text}
      </span>
    );
  }
  const { tone, sign } = kindLooks[kind];
  return (
    <Badge tone={tone} title={texts.meanings[kind]}>
      <span aria-hidden="true">{sign}</span>
      {texts.kinds[kind]}
    </Badge>
  );
}

function Cell({ number = false, children }: { readonly number?: boolean; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by a grid, which a table element cannot be
    <div
      role="cell"
      className={`flex min-w-0 items-center gap-1.5 overflow-hidden px-2 whitespace-nowrap ${number ? 'justify-end tabular-nums' : ''}`}
    >
      {children}
    </div>
  );
}
