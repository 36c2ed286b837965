/** Why attempts failed: a shaded table of channel and reason by country. Each figure filters the list. */
import { useMemo } from 'react';
import { channelText } from '#features/explore/filter-text.ts';
import { knownCount } from '#features/explore/known-count.ts';
import { usePartial, usePartialText } from '#features/explore/partial.ts';
import { channelFill } from '#features/explore/status-fill.ts';
import { shownText } from '#features/look/visible-text.ts';
import type { Aggregate } from '#model/explore/aggregate.ts';
import type { Filter } from '#model/explore/filters.ts';
import { isCountryCode } from '#model/values/country.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { type ReasonRow, type ReasonTable, reasonTable } from './reason-rows.ts';

interface ReasonsPanelProps {
  readonly aggregate: Aggregate;
  readonly onFilters: (filters: readonly Filter[]) => void;
}

const mostCountries = 6;
const mostRows = 12;

export function ReasonsPanel({ aggregate, onFilters }: ReasonsPanelProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.charts;
  const table = useMemo(() => reasonTable(aggregate, mostCountries), [aggregate]);
  const partialText = usePartialText();
  const elsewhere = table.rows.some((row) => row.elsewhere > 0);
  const head = 'sticky top-0 border-b border-line bg-panel px-2 py-1 font-medium text-ink3';
  return (
    <section aria-labelledby="reasons-title" className="min-w-0 rounded-xl border border-line bg-panel px-4 py-3.5">
      <div className="flex min-h-[26px] flex-wrap items-center gap-x-3">
        <h2 id="reasons-title" className="text-[13px] font-[620]">
          {texts.reasons}
        </h2>
        {partialText !== null && <span className="text-[12px] font-medium text-warn">{partialText}</span>}
        {table.rows.length > 0 && <span className="ml-auto text-[12px] text-ink3">{texts.reasonsHint}</span>}
      </div>
      {table.rows.length === 0 ? (
        <p className="pt-6 text-center text-[13px] text-ink3">{texts.empty}</p>
      ) : (
        <ScrollRegion label={texts.reasons} className="mt-2 max-h-[320px] overflow-y-auto">
          <table className="w-full border-collapse text-[12.5px]">
            <thead>
              <tr>
                <th scope="col" className={`${head} text-left`}>
                  {texts.channel}
                </th>
                <th scope="col" className={`${head} text-left`}>
                  {texts.reason}
                </th>
                {table.countries.map((country) => (
                  <th
                    key={country}
                    scope="col"
                    className={`${head} text-right`}
                    title={isCountryCode(country) ? format.countryName(country) : undefined}
                  >
                    {country === '' ? catalogue.explore.none : shownText(country, 8)}
                  </th>
                ))}
                {elsewhere && (
                  <th scope="col" className={`${head} text-right`}>
                    {texts.other}
                  </th>
                )}
                <th scope="col" className={`${head} text-right`}>
                  {texts.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {table.rows.slice(0, mostRows).map((row) => (
                <ReasonLine
                  key={`${row.channel} ${row.reason}`}
                  row={row}
                  table={table}
                  elsewhere={elsewhere}
                  onFilters={onFilters}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

interface ReasonLineProps {
  readonly row: ReasonRow;
  readonly table: ReasonTable;
  readonly elsewhere: boolean;
  readonly onFilters: (filters: readonly Filter[]) => void;
}

function ReasonLine({ row, table, elsewhere, onFilters }: ReasonLineProps) {
  const words = useViewer();
  const { catalogue } = words;
  const partial = usePartial() !== null;
  const reason = row.reason === '' ? catalogue.explore.unknown : shownText(row.reason, 40);
  const byReason: Filter = { field: 'reason', operator: 'is', values: [row.reason] };
  const byCountry = (country: string): Filter => ({ field: 'country', operator: 'is', values: [country] });
  const shade = (count: number) => ({
    background: `color-mix(in srgb, var(--bad) ${Math.round((36 * count) / table.most)}%, transparent)`,
  });
  const cell = 'border-b border-line2 px-2 py-1 text-right whitespace-nowrap';
  return (
    <tr>
      <td className="border-b border-line2 px-2 py-1 whitespace-nowrap">
        <span
          aria-hidden="true"
          className="mr-1.5 inline-block size-[9px] rounded-[3px]"
          style={{ background: channelFill(row.channel) }}
        />
        {channelText(row.channel, words)}
      </td>
      <th scope="row" className="border-b border-line2 px-2 py-1 text-left font-normal">
        {reason}
      </th>
      {table.countries.map((country, place) => {
        const count = row.byCountry[place] ?? 0;
        return (
          <td key={country} className={cell} style={shade(count)}>
            {count === 0 ? (
              <span className="text-ink3">{knownCount(0, partial ? 'part' : 'whole', words)}</span>
            ) : (
              <FilterFigure
                name={`${reason}, ${country}`}
                count={count}
                onFilter={() => onFilters(isCountryCode(country) ? [byReason, byCountry(country)] : [byReason])}
              />
            )}
          </td>
        );
      })}
      {elsewhere && (
        <td className={cell} style={shade(row.elsewhere)}>
          {knownCount(row.elsewhere, partial ? 'part' : 'whole', words)}
        </td>
      )}
      <td className={`${cell} font-semibold`}>
        <FilterFigure name={reason} count={row.total} onFilter={() => onFilters([byReason])} />
      </td>
    </tr>
  );
}

function FilterFigure({
  name,
  count,
  onFilter,
}: {
  readonly name: string;
  readonly count: number;
  readonly onFilter: () => void;
}) {
  const { catalogue, format } = useViewer();
  return (
    <button
      type="button"
      className="min-h-[24px] min-w-[24px] cursor-pointer rounded hover:underline"
      title={catalogue.explore.charts.filterBy(name)}
      onClick={onFilter}
    >
      {format.number(count)}
    </button>
  );
}
