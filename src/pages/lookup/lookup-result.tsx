/** The list with its answers: how far the look-up is, the figures over what was found, and a row for each. */
import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { LookupProgress } from '#api/lookup-run.ts';
import { useConfig } from '#api/use-config.ts';
import { ChoiceBar } from '#features/choice/choice-bar.tsx';
import { ChainChart } from '#features/explore/chain-chart.tsx';
import { Figures } from '#features/explore/figures.tsx';
import { aggregate } from '#model/explore/aggregate.ts';
import { bandName, matches } from '#model/explore/filters.ts';
import { countByKind, type LookupKind } from '#model/lookup/lookup.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PanelBoundary } from '#ui/panel-boundary.tsx';
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';
import { type Entry, type EntrySort, entriesOf, kindOf, listOrder, passing, sorted } from './entries.ts';
import { ExportButton } from './export-button.tsx';
import { KindFilter } from './kind-filter.tsx';
import { forgetLookup, type Lookup } from './lookup-store.ts';
import { LookupTable } from './lookup-table.tsx';
import { RunBar } from './run-bar.tsx';
import { useProgress } from './use-lookup.ts';

/** One bin: a list has no range of its own, and nothing here is drawn over time. */
const binning = { widthMs: Number.MAX_SAFE_INTEGER, originMs: 0 };

export function LookupResult({ lookup: { list, run } }: { readonly lookup: Lookup }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.lookup;
  const progress = useProgress(run);
  // The figures and rows of a thousand flows are drawn in slices, behind the progress: what a person does comes before.
  const drawn = useDeferredValue<LookupProgress | null>(progress, null);
  const counts = useMemo(() => countByKind(entriesOf(list, progress).map(kindOf)), [list, progress]);
  const ended = progress.activity === 'ended';
  useTitle(ended ? texts.tabTitle : texts.tabProgress(format.number(progress.settled), format.number(progress.total)));
  return (
    <>
      <ListLine list={list} />
      <RunBar run={run} progress={progress} counts={counts} />
      <EndSaid ended={ended} count={progress.total} />
      {drawn !== null && <ListResult list={list} progress={drawn} />}
    </>
  );
}

interface ListResultProps {
  readonly list: Lookup['list'];
  readonly progress: LookupProgress;
}

const ListResult = memo(function ListResult({ list, progress }: ListResultProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.lookup;
  // The table after the figures, for the same reason.
  const withTable = useDeferredValue(true, false);
  const [kind, setKind] = useState<LookupKind | null>(null);
  const [text, setText] = useState('');
  const [band, setBand] = useState<string | null>(null);
  const [sort, setSort] = useState<EntrySort>(listOrder);
  const entries = useMemo(() => entriesOf(list, progress), [list, progress]);
  const counts = useMemo(() => countByKind(entries.map(kindOf)), [entries]);
  const found = useMemo(() => foundRows(entries), [entries]);
  const figures = useMemo(() => aggregate(found, binning), [found]);
  const shown = useMemo(() => {
    const some = passing(entries, { kind, text }).filter((entry) => band === null || takesBand(entry, band));
    return sorted(some, sort);
  }, [entries, kind, text, band, sort]);
  const showAll = () => {
    setKind(null);
    setText('');
    setBand(null);
  };
  return (
    <>
      <Figures
        aggregate={figures}
        loaded={found.length}
        total={found.length}
        pending={false}
        filtered={false}
        currency={useConfig()?.currency ?? null}
        onLoadAll={null}
      />
      <PanelBoundary>
        <ChainChart aggregate={figures} onBand={(one) => setBand(bandName(one))} />
      </PanelBoundary>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <KindFilter counts={counts} kind={kind} onKind={setKind} />
        <label className="flex items-center gap-2 text-[0.8125rem]">
          <span className="sr-only">{texts.search}</span>
          <input
            type="search"
            value={text}
            placeholder={texts.search}
            onChange={({ target }) => setText(target.value)}
            className="min-h-8 w-52 rounded-[7px] border border-line bg-panel px-2.5"
          />
        </label>
        {band !== null && (
          <Button size="small" onClick={() => setBand(null)}>
            {texts.showAll} <span aria-hidden="true">✕</span>
          </Button>
        )}
        <span className="ml-auto">
          <ExportButton list={list} entries={shown} />
        </span>
      </div>
      {!withTable ? null : shown.length === 0 ? (
        <Notice tone="info" title={texts.noneShown} actions={<Button onClick={showAll}>{texts.showAll}</Button>} />
      ) : (
        <LookupTable list={list} entries={shown} sort={sort} onSort={setSort} />
      )}
      <ChoiceBar />
    </>
  );
});

/** The rows that were found, each flow once however often the list names it. */
function foundRows(entries: readonly Entry[]) {
  const rows = new Map(
    entries.flatMap(({ listed, state }) => (state?.kind === 'found' ? [[listed.trackingId, state.row] as const] : [])),
  );
  return [...rows.values()];
}

function takesBand({ state }: Entry, band: string): boolean {
  return state?.kind === 'found' && matches(state.row, { field: 'band', operator: 'is', values: [band] });
}

function ListLine({ list }: Pick<Lookup, 'list'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.lookup;
  const ids = list.rows.flatMap(({ trackingId }) => trackingId ?? []);
  const twice = ids.length - new Set(ids).size;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <p className="text-[0.8125rem] text-ink2">
        {texts.rows(list.rows.length, format)}.{twice > 0 && ` ${texts.twice(twice, format)}`}
        {list.leftOut > 0 && (
          <strong className="block font-medium text-warn">{texts.leftOut(list.leftOut, format)}</strong>
        )}
      </p>
      <Button title={texts.anotherSure} onClick={forgetLookup}>
        {texts.another}
      </Button>
    </div>
  );
}

/** Said once, when it comes to its end; a list that was at its end from the start says nothing. */
function EndSaid({ ended, count }: { readonly ended: boolean; readonly count: number }) {
  const { catalogue, format } = useViewer();
  const [wasRunning, setWasRunning] = useState(!ended);
  useEffect(() => {
    if (!ended) setWasRunning(true);
  }, [ended]);
  return (
    <p role="status" className="sr-only">
      {ended && wasRunning ? catalogue.lookup.done(count, format) : ''}
    </p>
  );
}
