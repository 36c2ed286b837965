/** "+ Filter": first the field, by who applies it, then its condition. */
import { useState } from 'react';
import type { Filter, FilterField } from '#model/explore/filters.ts';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Facet, FacetField } from './facets.ts';
import { chipClass } from './field-class.ts';
import { FilterEditor } from './filter-editor.tsx';

const byRoutee: readonly FilterField[] = ['status', 'to', 'type', 'terminationChannel'];
const loaded: readonly FilterField[] = [
  'country',
  'operator',
  'sender',
  'reason',
  'finding',
  'price',
  'reach',
  'label',
  'application',
  'text',
];

interface AddFilterProps {
  readonly facetOf: (field: FacetField) => readonly Facet[];
  readonly wholeNumbersOnly: boolean;
  readonly onAdd: (filter: Filter) => void;
}

export function AddFilter({ onAdd, ...editing }: AddFilterProps) {
  const texts = useViewer().catalogue.explore.filter;
  return (
    <Flyout
      title={texts.add}
      align="start"
      looks={chipClass}
      text={
        <>
          <span aria-hidden="true">+</span> {texts.add}
        </>
      }
    >
      {(close) => (
        <NewFilter
          {...editing}
          onAdd={(filter) => {
            close();
            onAdd(filter);
          }}
        />
      )}
    </Flyout>
  );
}

function NewFilter({ onAdd, ...editing }: AddFilterProps) {
  const texts = useViewer().catalogue.explore;
  const [field, setField] = useState<FilterField | null>(null);
  if (field !== null) {
    return (
      <>
        <button
          type="button"
          className="mb-2 cursor-pointer rounded text-[12px] text-accent-ink underline"
          onClick={() => setField(null)}
        >
          {texts.filter.back}
        </button>
        <p className="mb-1.5 font-semibold">{texts.fields[field]}</p>
        <FilterEditor field={field} start={null} {...editing} onApply={onAdd} />
      </>
    );
  }
  return (
    <>
      <FieldList title={texts.filter.byRoutee} hint={texts.filter.byRouteeHint} fields={byRoutee} onChoose={setField} />
      <FieldList title={texts.filter.loaded} hint={texts.filter.loadedHint} fields={loaded} onChoose={setField} />
    </>
  );
}

interface FieldListProps {
  readonly title: string;
  readonly hint: string;
  readonly fields: readonly FilterField[];
  readonly onChoose: (field: FilterField) => void;
}

function FieldList({ title, hint, fields, onChoose }: FieldListProps) {
  const texts = useViewer().catalogue.explore;
  return (
    <section className="mb-3 last:mb-0">
      <h3 className="text-[12px] font-semibold text-ink2">{title}</h3>
      <p className="mb-1 text-[12px] text-ink3">{hint}</p>
      <ul className="grid grid-cols-2 gap-x-2">
        {fields.map((field) => (
          <li key={field}>
            <button
              type="button"
              className="min-h-[28px] w-full cursor-pointer rounded-md px-2 py-1 text-left hover:bg-line2"
              onClick={() => onChoose(field)}
            >
              {texts.fields[field]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
