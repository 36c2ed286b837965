/** The form of one filter: how to compare, and with what. */
import { type FormEvent, useId, useState } from 'react';
import { readValue } from '#features/explore/explore-address.ts';
import { valueText } from '#features/explore/filter-text.ts';
import { usePhoneReadings } from '#features/search/use-phone-readings.ts';
import {
  closedValues,
  type Filter,
  type FilterField,
  type FilterOperator,
  filterOperators,
} from '#model/explore/filters.ts';
import { numberDigits } from '#model/explore/recipient.ts';
import type { PhoneReading } from '#model/values/phone.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { type Facet, type FacetField, facetFields } from './facets.ts';
import { fieldClass } from './field-class.ts';

interface FilterEditorProps {
  readonly field: FilterField;
  readonly start: Filter | null;
  readonly facetOf: (field: FacetField) => readonly Facet[];
  readonly wholeNumbersOnly: boolean;
  readonly onApply: (filter: Filter) => void;
}

function operatorsOf(field: FilterField, wholeNumbersOnly: boolean): readonly FilterOperator[] {
  return field === 'to' && wholeNumbersOnly ? ['is'] : filterOperators[field];
}

/** The values to tick, where the field has such a list. */
function choicesOf(field: FilterField, facetOf: FilterEditorProps['facetOf']): readonly Facet[] | null {
  if (field === 'status' || field === 'type' || field === 'terminationChannel') {
    return closedValues[field].map((value) => ({ value, count: 0 }));
  }
  const facet = facetFields.find((known) => known === field);
  return facet === undefined ? null : facetOf(facet);
}

export function FilterEditor({ field, start, facetOf, wholeNumbersOnly, onApply }: FilterEditorProps) {
  const texts = useViewer().catalogue.explore;
  const operators = operatorsOf(field, wholeNumbersOnly);
  const [chosen, setChosen] = useState<FilterOperator | null>(start?.operator ?? null);
  const [choices, setChoices] = useState(() => choicesOf(field, facetOf));
  // Nothing was loaded yet. Once there is a list it stays as it is, however much more is loaded.
  if (choices?.length === 0) {
    const now = choicesOf(field, facetOf);
    if (now !== null && now.length > 0) setChoices(now);
  }
  // A single value is edited where it is typed; of several, each can be taken away and another added.
  const single = choices === null && (start?.values.length ?? 0) <= 1;
  const [ticked, setTicked] = useState<readonly string[]>(single ? [] : (start?.values ?? []));
  const [typed, setTyped] = useState(single ? (start?.values[0] ?? '') : '');
  const [number, setNumber] = useState(0);
  const readings = usePhoneReadings(field === 'to' ? typed : null);
  // A whole number is meant as one; a part of one as its beginning. Until the person chooses otherwise.
  const isWhole = readings.length > 0 || numberDigits(typed) !== null;
  const usual = field === 'to' && !isWhole && !wholeNumbersOnly ? 'starts_with' : (operators[0] ?? 'is');
  const operator = chosen ?? usual;
  const comparesWhole = field === 'to' && (operator === 'is' || operator === 'is_not');
  const meant = comparesWhole ? readings[Math.min(number, readings.length - 1)] : undefined;
  const added = readValue(field, meant?.e164 ?? typed);
  const values = added === null ? ticked : [...new Set([...ticked, added])];
  const valid = values.length > 0 && (typed.trim() === '' || added !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid) onApply({ field, operator, values });
  };
  return (
    <form className="grid gap-2.5" onSubmit={submit}>
      <label className="grid gap-1 text-[12px] text-ink3">
        {texts.filter.operator}
        <select
          className={fieldClass}
          value={operator}
          onChange={(event) => setChosen(operators.find((known) => known === event.target.value) ?? operator)}
        >
          {operators.map((known) => (
            <option key={known} value={known}>
              {texts.operators[known]}
            </option>
          ))}
        </select>
      </label>
      {(choices !== null || !single) && (
        <Choices field={field} start={start} choices={choices ?? []} ticked={ticked} onTicked={setTicked} />
      )}
      {!(field in closedValues) && (
        <ValueField
          field={field}
          operator={operator}
          typed={typed}
          invalid={typed.trim() !== '' && added === null}
          onTyped={setTyped}
        />
      )}
      {meant !== undefined && (
        <NumberReadings readings={readings} meant={meant} onMeant={(one) => setNumber(readings.indexOf(one))} />
      )}
      <Button type="submit" disabled={!valid}>
        {texts.filter.apply}
      </Button>
    </form>
  );
}

interface NumberReadingsProps {
  readonly readings: readonly PhoneReading[];
  readonly meant: PhoneReading;
  readonly onMeant: (reading: PhoneReading) => void;
}

/** How a number is understood; where it can be several, which of them is meant. */
function NumberReadings({ readings, meant, onMeant }: NumberReadingsProps) {
  const viewer = useViewer();
  const texts = viewer.catalogue.explore.filter;
  const name = ({ e164, country }: PhoneReading) =>
    country === null ? e164 : `${e164} (${viewer.format.countryName(country)})`;
  if (readings.length === 1) return <p className="text-[12px] text-ink2">{texts.readAs(name(meant))}</p>;
  return (
    <fieldset className="grid gap-1 text-[12px]">
      <legend className="text-ink3">{texts.readings}</legend>
      {readings.map((reading) => (
        <label key={reading.e164} className="flex min-h-[28px] cursor-pointer items-center gap-2">
          <input type="radio" name="reading" checked={reading === meant} onChange={() => onMeant(reading)} />
          {name(reading)}
        </label>
      ))}
    </fieldset>
  );
}

interface ChoicesProps {
  readonly field: FilterField;
  readonly start: Filter | null;
  readonly choices: readonly Facet[];
  readonly ticked: readonly string[];
  readonly onTicked: (values: readonly string[]) => void;
}

function Choices({ field, start, choices, ticked, onTicked }: ChoicesProps) {
  const viewer = useViewer();
  const { explore } = viewer.catalogue;
  // Values that the filter had stay in the list, so that one that was taken away can be had back.
  const own = new Set([...(start?.values ?? []), ...ticked]);
  const absent = [...own].filter((value) => choices.every((choice) => choice.value !== value));
  const all = [...absent.map((value) => ({ value, count: 0 })), ...choices];
  if (all.length === 0) return <p className="text-[12px] text-ink3">{explore.filter.nothing}</p>;
  return (
    <fieldset className="max-h-52 overflow-auto">
      <legend className="sr-only">{explore.fields[field]}</legend>
      {all.map(({ value, count }) => (
        <label
          key={value}
          className="flex min-h-[28px] cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-line2"
        >
          <input
            type="checkbox"
            className="accent-accent"
            checked={ticked.includes(value)}
            onChange={(event) =>
              onTicked(event.target.checked ? [...ticked, value] : ticked.filter((other) => other !== value))
            }
          />
          <span className="min-w-0 flex-1 truncate">{valueText(field, value, viewer)}</span>
          {count > 0 && <span className="text-[12px] text-ink3">{viewer.format.number(count)}</span>}
        </label>
      ))}
    </fieldset>
  );
}

interface ValueFieldProps {
  readonly field: FilterField;
  readonly operator: FilterOperator;
  readonly typed: string;
  readonly invalid: boolean;
  readonly onTyped: (text: string) => void;
}

function ValueField({ field, operator, typed, invalid, onTyped }: ValueFieldProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.explore.filter;
  const noteId = useId();
  const listed = facetFields.some((known) => known === field);
  const note =
    field === 'to'
      ? operator === 'is'
        ? texts.wholeNumber
        : texts.partOfNumber
      : field === 'text'
        ? texts.staysHere
        : field === 'reach'
          ? texts.inSeconds
          : null;
  return (
    <label className="grid gap-1 text-[12px] text-ink3">
      {listed ? texts.another : texts.value}
      <input
        className={fieldClass}
        type={field === 'to' ? 'tel' : 'text'}
        inputMode={field === 'price' || field === 'reach' ? 'decimal' : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-invalid={invalid}
        aria-describedby={note === null ? undefined : noteId}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
      />
      {note !== null && <span id={noteId}>{note}</span>}
    </label>
  );
}
