/** Where attempts fail: a table of groups by the dimensions a person chooses. A row's click shows its flows. */
import { useMemo, useState } from 'react';
import { useMoments } from '#features/explore/moments.ts';
import { type FailingDimension, type FailingGroup, failingDimensions, groupFinder } from '#model/explore/failing.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { groupText, groupView } from './group-text.ts';
import { useFailing } from './use-failing.ts';
import type { RangeBefore } from './use-range-before.ts';

export interface FailingPanelProps {
  /** Flows that pass the filters. */
  readonly rows: readonly FlowRow[];
  readonly loaded: number;
  readonly total: number | null;
  readonly before: RangeBefore;
  readonly onView: (view: ReturnType<typeof groupView>) => void;
}

const startDimensions: readonly FailingDimension[] = ['channel', 'operator', 'sender', 'hour'];
const rowsAtOnce = 12;

type SortKey = 'excess' | 'share' | 'lift' | 'tried' | 'failed' | 'before';

const sortValues: Readonly<Record<Exclude<SortKey, 'before'>, (group: FailingGroup) => number>> = {
  excess: ({ excess }) => excess,
  // A small sample stands by what it surely is.
  share: ({ failedShare, small }) => (small ? failedShare.low : failedShare.share),
  lift: ({ lift, failed }) => lift ?? (failed > 0 ? Number.POSITIVE_INFINITY : -1),
  tried: ({ tried }) => tried,
  failed: ({ failed }) => failed,
};

export function FailingPanel({ rows, loaded, total, before, onView }: FailingPanelProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.failing;
  const [dimensions, setDimensions] = useState(startDimensions);
  const [sort, setSort] = useState<SortKey>('excess');
  const [shown, setShown] = useState(rowsAtOnce);
  const groups = useFailing(rows, dimensions);
  const groupsBefore = useFailing(before.state === 'idle' ? null : before.rows, dimensions);
  const findBefore = useMemo(() => groupFinder(groupsBefore ?? []), [groupsBefore]);
  const sorted = useMemo(() => {
    const value = (group: FailingGroup) =>
      sort === 'before' ? (findBefore(group.values)?.failedShare.share ?? -1) : sortValues[sort](group);
    return (groups ?? []).filter(({ failed }) => failed > 0).toSorted((a, b) => value(b) - value(a));
  }, [groups, sort, findBefore]);
  const toggle = (dimension: FailingDimension) =>
    setDimensions(
      failingDimensions.filter((one) => (one === dimension ? !dimensions.includes(one) : dimensions.includes(one))),
    );
  const withBefore = before.state !== 'idle';
  return (
    <Panel
      title={texts.title}
      actions={
        <Button size="small" disabled={before.state === 'loading'} onClick={before.load}>
          {texts.compareBefore}
        </Button>
      }
    >
      <p className="mt-1 text-[0.75rem] text-ink3">
        {texts.intro}
        {total !== null && total > loaded && ` ${texts.ofLoaded(format.number(loaded), format.number(total))}`}
      </p>
      <fieldset className="mt-2 flex flex-wrap gap-1.5">
        <legend className="float-left mr-1 text-[0.8125rem] leading-7 text-ink3">{texts.groupBy}</legend>
        {failingDimensions.map((dimension) => (
          <Button
            key={dimension}
            size="small"
            pressed={dimensions.includes(dimension)}
            onClick={() => toggle(dimension)}
          >
            {texts.dimensions[dimension]}
          </Button>
        ))}
      </fieldset>
      <BeforeText before={before} />
      {groups === null ? (
        <p className="py-4 text-[0.8125rem] text-ink3">{texts.counting}</p>
      ) : sorted.length === 0 ? (
        <p className="py-4 text-[0.8125rem] text-ink3">{groups.length === 0 ? texts.none : texts.noneFailed}</p>
      ) : (
        <ScrollRegion label={texts.table} className="mt-2">
          <table className="w-full border-collapse text-[0.8125rem] tabular-nums">
            <Head dimensions={dimensions} sort={sort} onSort={setSort} withBefore={withBefore} />
            <tbody>
              {sorted.slice(0, shown).map((group) => (
                <Line
                  key={JSON.stringify(group.values)}
                  group={group}
                  before={withBefore ? findBefore(group.values) : undefined}
                  dimensions={dimensions}
                  onView={onView}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {sorted.length > shown && (
        <Button size="small" className="mt-2" onClick={() => setShown(shown + 4 * rowsAtOnce)}>
          {texts.more(format.number(sorted.length - shown))}
        </Button>
      )}
    </Panel>
  );
}

function BeforeText({ before: { state, loaded, total } }: Pick<FailingPanelProps, 'before'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.failing;
  if (state === 'idle') return null;
  const counts = [format.number(loaded), total === null ? '…' : format.number(total)] as const;
  const said = {
    loading: texts.loadingBefore(...counts),
    done: texts.beforeOf(...counts),
    failed: texts.beforeFailed,
  }[state];
  return (
    <p role="status" className={`mt-2 text-[0.75rem] ${state === 'failed' ? 'text-bad' : 'text-ink3'}`}>
      {said}
    </p>
  );
}

interface HeadProps {
  readonly dimensions: readonly FailingDimension[];
  readonly sort: SortKey;
  readonly onSort: (sort: SortKey) => void;
  readonly withBefore: boolean;
}

function Head({ dimensions, sort, onSort, withBefore }: HeadProps) {
  const texts = useViewer().catalogue.failing;
  const cell = 'border-b border-line px-2 py-1 font-medium text-ink3 whitespace-nowrap';
  const keys = ['share', 'lift', 'failed', 'tried', ...(withBefore ? (['before'] as const) : [])] as const;
  return (
    <thead>
      <tr>
        {dimensions.map((dimension) => (
          <th key={dimension} scope="col" className={`${cell} text-left`}>
            {texts.dimensions[dimension]}
          </th>
        ))}
        {keys.map((key) => (
          <th
            key={key}
            scope="col"
            aria-sort={sort === key ? 'descending' : undefined}
            className={`${cell} text-right`}
          >
            <button
              type="button"
              className={`min-h-7 cursor-pointer rounded px-1 hover:text-ink ${sort === key ? 'text-ink' : ''}`}
              title={texts.sortBy(texts[key])}
              // Once more goes back to the order that says most.
              onClick={() => onSort(sort === key ? 'excess' : key)}
            >
              {texts[key]} <span aria-hidden="true">{sort === key ? '↓' : ''}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly group: FailingGroup;
  /** Undefined: not asked for. */
  readonly before: FailingGroup | null | undefined;
  readonly dimensions: readonly FailingDimension[];
  readonly onView: FailingPanelProps['onView'];
}

function Line({ group, before, dimensions, onView }: LineProps) {
  const words = useViewer();
  const moments = useMoments();
  const { catalogue, format } = words;
  const texts = catalogue.failing;
  const names = dimensions.map((dimension) => groupText(group.values, dimension, words, moments));
  const cell = 'border-b border-line2 px-2 py-1';
  return (
    <tr className="hover:bg-line2">
      {names.map((name, place) => (
        <td key={dimensions[place]} className={`${cell} max-w-60 truncate text-left`} title={name}>
          {name}
        </td>
      ))}
      <td className={`${cell} text-right`}>
        <ShareText group={group} />
      </td>
      <td className={`${cell} text-right text-ink2`}>
        {group.restShare === null
          ? texts.noRest
          : group.lift === null
            ? texts.onlyHere
            : texts.times(format.number(Math.round(group.lift * 10) / 10), format.percent(group.restShare))}
      </td>
      <td className={`${cell} text-right`}>
        <button
          type="button"
          className="min-h-6 min-w-6 cursor-pointer rounded underline"
          aria-label={`${format.number(group.failed)}. ${texts.filterBy(names.join(', '))}`}
          title={texts.filterBy(names.join(', '))}
          onClick={() => onView(groupView(group.values))}
        >
          {format.number(group.failed)}
        </button>
      </td>
      <td className={`${cell} text-right`}>{format.number(group.tried)}</td>
      {before !== undefined && (
        <td className={`${cell} text-right text-ink2`}>
          {before === null ? catalogue.explore.none : <ShareText group={before} />}
        </td>
      )}
    </tr>
  );
}

/** A share, or of a small sample the interval that holds it in 95 of 100 cases. */
function ShareText({ group: { failedShare, small } }: { readonly group: FailingGroup }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.failing;
  const { share, low, high } = failedShare;
  if (small) {
    return (
      <span className="text-ink2" title={texts.small}>
        {texts.interval(format.percent(low), format.percent(high))}
      </span>
    );
  }
  return (
    <span className="font-semibold" title={texts.interval(format.percent(low), format.percent(high))}>
      {format.percent(share)}
    </span>
  );
}
