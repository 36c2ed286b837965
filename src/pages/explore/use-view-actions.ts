/** What a click on a figure or a chart makes of the view. They stay the same objects, so that charts are not drawn anew. */
import { useCallback } from 'react';
import type { ExploreView } from '#features/explore/explore-address.ts';
import type { Band } from '#model/explore/aggregate.ts';
import { withColumn } from '#model/explore/columns.ts';
import { bandName, type Filter, secondsText } from '#model/explore/filters.ts';
import type { Range } from '#model/explore/range.ts';
import type { DurationMs } from '#model/values/time.ts';
import type { ViewState } from './use-view.ts';

/** With filters more, those that were there kept: what a figure counts has passed them. One of the same words is not said twice. */
export function withFilters(filters: readonly Filter[], added: readonly Filter[]): readonly Filter[] {
  const same = (a: Filter, b: Filter) => JSON.stringify(a) === JSON.stringify(b);
  return [...filters.filter((filter) => !added.some((other) => same(filter, other))), ...added];
}

export function useViewActions({ filters, columns }: ExploreView, change: ViewState['change']) {
  /** `range` null, or left out, keeps the present one. */
  const onFilters = useCallback(
    (added: readonly Filter[], range: Range | null = null) =>
      change({ filters: withFilters(filters, added), ...(range === null ? {} : { range }) }),
    [filters, change],
  );
  const onBand = useCallback(
    (band: Band) => onFilters([{ field: 'band', operator: 'is', values: [bandName(band)] }]),
    [onFilters],
  );
  /** The flows that took at least so long until their recipient was reached, slowest first. */
  const onSlowest = useCallback(
    (leastMs: DurationMs) => {
      const slowest: Filter = { field: 'reach', operator: 'at_least', values: [secondsText(leastMs)] };
      change({
        filters: [...filters.filter(({ field }) => field !== 'reach'), slowest],
        sort: { column: 'reach', descending: true },
        columns: withColumn(columns, 'reach'),
      });
    },
    [filters, columns, change],
  );
  const onRange = useCallback((range: Range) => change({ range }), [change]);
  return { onFilters, onBand, onSlowest, onRange };
}
