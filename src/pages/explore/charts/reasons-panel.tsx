/** Why attempts failed: flows by channel and reason in columns of a dimension. Each figure shows as many flows as it says. */
import { useMemo } from 'react';
import { channelText, dimensionText } from '#features/explore/filter-text.ts';
import { knownCount } from '#features/explore/known-count.ts';
import { usePartial, usePartialText } from '#features/explore/partial.ts';
import { channelFill } from '#features/explore/status-fill.ts';
import { type AttemptMatch, attemptName, type Dimension } from '#model/explore/attempt.ts';
import type { Filter } from '#model/explore/filters.ts';
import {
  addReasons,
  emptyReasons,
  type ReasonCounts,
  type ReasonRow,
  type ReasonTable,
  reasonTable,
} from '#model/explore/reason-table.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { type Counting, useCounted } from '../data/use-counted.ts';

interface ReasonsPanelProps {
  /** Flows that pass the filters. */
  readonly rows: readonly FlowRow[];
  readonly dimension: Dimension;
  readonly onFilters: (filters: readonly Filter[]) => void;
}

/** More would have to be scrolled through; they are counted. */
const mostColumns = 12;
const mostRows = 12;

export function ReasonsPanel({ rows, dimension, onFilters }: ReasonsPanelProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.explore.charts;
  const counting = useMemo(
    (): Counting<ReasonCounts, ReasonTable> => ({
      empty: () => emptyReasons(dimension),
      add: addReasons,
      answer: (counts) => reasonTable(counts, mostColumns),
    }),
    [dimension],
  );
  const table = useCounted(rows, counting);
  const partialText = usePartialText();
  const says = table === null ? catalogue.failing.counting : texts.empty;
  return (
    <section aria-labelledby="reasons-title" className="min-w-0 rounded-xl border border-line bg-panel px-4 py-3.5">
      <div className="flex min-h-[26px] flex-wrap items-center gap-x-3">
        <h2 id="reasons-title" className="text-[13px] font-[620]">
          {texts.reasons}
        </h2>
        {partialText !== null && <span className="text-[12px] font-medium text-warn">{partialText}</span>}
        {table !== null && table.rows.length > 0 && <Shades />}
      </div>
      {table === null || table.rows.length === 0 ? (
        <p className="pt-6 text-center text-[13px] text-ink3">{says}</p>
      ) : (
        <ScrollRegion label={texts.reasons} className="mt-2 max-h-[320px] overflow-y-auto">
          <ReasonsTable table={table} dimension={dimension} onFilters={onFilters} />
        </ScrollRegion>
      )}
    </section>
  );
}

const shade = (share: number) => ({
  background: `color-mix(in srgb, var(--bad) ${Math.round(36 * share)}%, transparent)`,
});

/** What a figure and its colour stand for. */
function Shades() {
  const texts = useViewer().catalogue.explore.charts;
  return (
    <span className="ml-auto flex items-center gap-2 text-[12px] text-ink3">
      <span className="flex" aria-hidden="true">
        {[0.1, 0.4, 0.7, 1].map((share) => (
          <i key={share} className="block h-2.5 w-4" style={shade(share)} />
        ))}
      </span>
      {texts.reasonsHint}
    </span>
  );
}

interface ReasonsTableProps {
  readonly table: ReasonTable;
  readonly dimension: Dimension;
  readonly onFilters: (filters: readonly Filter[]) => void;
}

function ReasonsTable({ table, dimension, onFilters }: ReasonsTableProps) {
  const words = useViewer();
  const texts = words.catalogue.explore.charts;
  const head = 'sticky top-0 border-b border-line bg-panel px-2 py-1 font-medium text-ink3 whitespace-nowrap';
  return (
    <table className="w-full border-collapse text-[12.5px]">
      <thead>
        <tr>
          <th scope="col" className={`${head} text-left`}>
            {texts.channel}
          </th>
          <th scope="col" className={`${head} text-left`}>
            {texts.reason}
          </th>
          <th scope="col" className={`${head} text-right`}>
            {texts.total}
          </th>
          {table.columns.map((value) => (
            <th key={value} scope="col" className={`${head} max-w-36 truncate text-right`}>
              {dimensionText(dimension, value, words)}
            </th>
          ))}
          {table.more > 0 && (
            <th scope="col" className={`${head} text-right`}>
              {texts.moreColumns(words.format.number(table.more))}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {table.rows.slice(0, mostRows).map((row) => (
          <ReasonLine
            key={`${row.channel} ${row.reason}`}
            row={row}
            table={table}
            dimension={dimension}
            onFilters={onFilters}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ReasonLineProps extends ReasonsTableProps {
  readonly row: ReasonRow;
}

function ReasonLine({ row, table, dimension, onFilters }: ReasonLineProps) {
  const words = useViewer();
  const known = usePartial() === null ? 'whole' : 'part';
  const { channel, reason } = row;
  const name = dimensionText('reason', reason, words);
  const show = (values: AttemptMatch['values']) =>
    onFilters([{ field: 'attempt', operator: 'is', values: [attemptName({ failed: true, values })] }]);
  const cell = 'border-b border-line2 px-2 py-1 text-right whitespace-nowrap';
  return (
    <tr>
      <td className="border-b border-line2 px-2 py-1 whitespace-nowrap">
        <span
          aria-hidden="true"
          className="mr-1.5 inline-block size-[9px] rounded-[3px]"
          style={{ background: channelFill(channel) }}
        />
        {channelText(channel, words)}
      </td>
      <th scope="row" className="border-b border-line2 px-2 py-1 text-left font-normal">
        {name}
      </th>
      <td className={`${cell} font-semibold`}>
        <FilterFigure name={name} count={row.total} onFilter={() => show({ channel, reason })} />
      </td>
      {table.columns.map((value, place) => {
        const count = row.byColumn[place] ?? 0;
        return (
          <td key={value} className={cell} style={shade(count / table.most)}>
            {count === 0 ? (
              <span className="text-ink3">{knownCount(0, known, words)}</span>
            ) : (
              <FilterFigure
                name={`${name}, ${dimensionText(dimension, value, words)}`}
                count={count}
                onFilter={() => show({ channel, reason, [dimension]: value })}
              />
            )}
          </td>
        );
      })}
      {table.more > 0 && <td className={cell} />}
    </tr>
  );
}

interface FilterFigureProps {
  readonly name: string;
  readonly count: number;
  readonly onFilter: () => void;
}

function FilterFigure({ name, count, onFilter }: FilterFigureProps) {
  const { catalogue, format } = useViewer();
  return (
    <button
      type="button"
      className="min-h-[24px] min-w-[24px] cursor-pointer rounded hover:underline"
      aria-label={`${format.number(count)}. ${catalogue.explore.charts.filterBy(name)}`}
      title={catalogue.explore.charts.filterBy(name)}
      onClick={onFilter}
    >
      {format.number(count)}
    </button>
  );
}
