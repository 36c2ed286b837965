/** No flow to show: why, and every way to find some. */

import { filterText } from '#features/explore/filter-text.ts';
import { useMoments } from '#features/explore/moments.ts';
import { appliedBy, type Filter } from '#model/explore/filters.ts';
import { type Bounds, type Range, widerRange } from '#model/explore/range.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Search } from '../data/use-search.ts';
import { rangeText } from '../filters/range-text.ts';
import { RecipientReadings } from './recipient-readings.tsx';

interface EmptyResultProps {
  readonly search: Search;
  readonly range: Range;
  readonly bounds: Bounds;
  readonly filters: readonly Filter[];
  readonly wholeNumbersOnly: boolean;
  readonly onRange: (range: Range) => void;
  readonly onFilters: (filters: readonly Filter[]) => void;
}

export function EmptyResult({
  search,
  range,
  bounds,
  filters,
  wholeNumbersOnly,
  onRange,
  onFilters,
}: EmptyResultProps) {
  const viewer = useViewer();
  const moments = useMoments();
  const texts = viewer.catalogue.explore.empty;
  const loaded = search.store.rows.length;
  const wider = loaded === 0 ? widerRange(range, bounds) : null;
  // Only the filters applied here can be why flows that are loaded are not shown.
  const guilty = loaded === 0 ? filters : filters.filter((filter) => appliedBy(filter) !== 'routee');
  const widen = (to: Range) =>
    to.kind === 'between'
      ? texts.widenBetween(viewer.format.duration(to.to - to.from))
      : texts.widen(rangeText(to, viewer, moments));
  return (
    <section
      aria-label={texts.title}
      className="grid justify-items-center gap-3 rounded-xl border border-line bg-panel px-6 py-14 text-center"
    >
      <h2 className="text-[16px] font-semibold">{texts.title}</h2>
      <p role="status" className="text-ink2">
        {loaded === 0
          ? search.history === null
            ? texts.range
            : viewer.catalogue.team.source.empty
          : texts.filtered(viewer.format.number(loaded))}
      </p>
      {loaded === 0 &&
        filters.map(
          (filter, place) =>
            filter.field === 'to' && (
              <RecipientReadings
                key={JSON.stringify(filter)}
                filter={filter}
                wholeNumbersOnly={wholeNumbersOnly}
                onFilter={(other) => onFilters(filters.map((one, index) => (index === place ? other : one)))}
              />
            ),
        )}
      <div className="flex flex-wrap justify-center gap-2">
        {wider !== null && (
          <Button tone="accent" onClick={() => onRange(wider)}>
            {widen(wider)}
          </Button>
        )}
        {loaded > 0 && !search.complete && (
          <Button tone="accent" onClick={search.loadAll}>
            {texts.loadAll}
          </Button>
        )}
        {guilty.map((filter, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter may stand there twice; its place is what it is
          <Button key={place} onClick={() => onFilters(filters.filter((other) => other !== filter))}>
            {texts.drop(filterText(filter, viewer))}
          </Button>
        ))}
        {guilty.length > 1 && (
          <Button onClick={() => onFilters(filters.filter((filter) => !guilty.includes(filter)))}>
            {texts.dropAll}
          </Button>
        )}
      </div>
    </section>
  );
}
