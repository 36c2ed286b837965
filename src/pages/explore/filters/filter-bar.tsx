/** The range and the filters as chips. A dashed chip is applied here, over what is loaded. */
import type { ReactNode } from 'react';
import { conditionText, filterText } from '#features/explore/filter-text.ts';
import { useMoments } from '#features/explore/moments.ts';
import { appliedBy, type Filter } from '#model/explore/filters.ts';
import type { Bounds, Range } from '#model/explore/range.ts';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { AddFilter } from './add-filter.tsx';
import type { Facet, FacetField } from './facets.ts';
import { chipClass } from './field-class.ts';
import { FilterEditor } from './filter-editor.tsx';
import { RangeEditor } from './range-editor.tsx';
import { rangeText } from './range-text.ts';

interface FilterBarProps {
  readonly range: Range;
  readonly bounds: Bounds;
  readonly filters: readonly Filter[];
  readonly facetOf: (field: FacetField) => readonly Facet[];
  /** Routee refuses parts of numbers to people who see them masked by the gateway. */
  readonly wholeNumbersOnly: boolean;
  /** What Routee said when it refused the present range; null when it did not. */
  readonly refused: string | null;
  readonly onRange: (range: Range) => void;
  readonly onFilters: (filters: readonly Filter[]) => void;
}

export function FilterBar({ range, bounds, filters, refused, onRange, onFilters, ...editing }: FilterBarProps) {
  const viewer = useViewer();
  const moments = useMoments();
  const texts = viewer.catalogue.explore;
  const without = (place: number) => filters.filter((_, other) => other !== place);
  const replaced = (place: number, filter: Filter) => filters.map((old, other) => (other === place ? filter : old));
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
      <legend className="sr-only">{texts.filter.list}</legend>
      <Flyout
        title={texts.range.edit}
        align="start"
        looks={chipClass}
        text={
          <>
            {texts.range.name} <b className="font-semibold text-ink">{rangeText(range, viewer, moments)}</b>
            {range.kind !== 'between' && (
              <span>{texts.range.since(moments.minute(bounds.from), viewer.format.zoneName(bounds.from))}</span>
            )}
          </>
        }
      >
        {(close) => (
          <RangeEditor
            range={range}
            bounds={bounds}
            refused={refused}
            onRange={(chosen) => {
              close();
              onRange(chosen);
            }}
          />
        )}
      </Flyout>
      {filters.map((filter, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a filter may stand there twice; its place is what it is
        <FilterChip key={place} filter={filter} onRemove={() => onFilters(without(place))}>
          {(close) => (
            <FilterEditor
              field={filter.field}
              start={filter}
              {...editing}
              onApply={(next) => {
                close();
                onFilters(replaced(place, next));
              }}
            />
          )}
        </FilterChip>
      ))}
      <AddFilter {...editing} onAdd={(filter) => onFilters([...filters, filter])} />
    </fieldset>
  );
}

interface FilterChipProps {
  readonly filter: Filter;
  readonly onRemove: () => void;
  readonly children: (close: () => void) => ReactNode;
}

function FilterChip({ filter, onRemove, children }: FilterChipProps) {
  const viewer = useViewer();
  const texts = viewer.catalogue.explore;
  const by = appliedBy(filter);
  const says = {
    routee: texts.filter.byRoutee,
    loaded: texts.filter.loaded,
    both: texts.filter.both,
  }[by];
  const name = filterText(filter, viewer);
  const condition = (
    <>
      {texts.fields[filter.field]} <b className="font-semibold text-ink">{conditionText(filter, viewer)}</b>
    </>
  );
  return (
    <span
      className={`${chipClass} cursor-default pr-1 ${by === 'loaded' ? 'border-dashed border-ink3' : ''}`}
      title={says}
    >
      {filter.field === 'band' ? (
        <span>{condition}</span>
      ) : (
        <Flyout
          title={texts.fields[filter.field]}
          align="start"
          looks="inline-flex cursor-pointer gap-1.5 rounded text-left"
          label={texts.filter.edit(name)}
          text={condition}
        >
          {children}
        </Flyout>
      )}
      <button
        type="button"
        className="grid size-[22px] cursor-pointer place-items-center rounded-full text-ink3 hover:bg-line2 hover:text-ink"
        aria-label={texts.filter.remove(name)}
        onClick={onRemove}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </span>
  );
}
