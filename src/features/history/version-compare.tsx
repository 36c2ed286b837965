/** Any two versions side by side: the fields in which they differ. */
import { useId, useMemo, useState } from 'react';
import { compareFields } from '#model/record/compare-fields.ts';
import type { FieldRow } from '#model/record/fields.ts';
import { pathText } from '#model/values/json.ts';
import { useViewer } from '#ui/viewer.tsx';
import { FieldValue } from '../fields/field-value.tsx';
import { recordRows } from '../fields/record-rows.ts';
import { shownText } from '../look/visible-text.ts';
import type { Entry } from './use-history.ts';

const mostFields = 60;

type Read = Entry & { readonly reading: Extract<NonNullable<Entry['reading']>, { ok: true }> };
const isRead = (entry: Entry): entry is Read => entry.reading?.ok === true;

function rowsOf({ reading }: Read, masked: boolean): FieldRow[] {
  const { flow, byMessage } = recordRows(reading.record, masked);
  return [...flow, ...[...byMessage.values()].flat()];
}

export function VersionCompare({ entries }: { readonly entries: readonly Entry[] }) {
  const { catalogue } = useViewer();
  const texts = catalogue.history;
  const read = useMemo(() => entries.filter(isRead), [entries]);
  const [chosen, setChosen] = useState<{ readonly a: number | null; readonly b: number | null }>({ a: null, b: null });
  if (read.length < 2) return null;
  const [a, b] = [read[chosen.a ?? read.length - 2], read[chosen.b ?? read.length - 1]];
  if (a === undefined || b === undefined) return null;
  return (
    <details className="mt-3 text-[0.8125rem]">
      <summary className="cursor-pointer font-medium">{texts.compare}</summary>
      <div className="mt-2 flex flex-wrap gap-3">
        <Choice
          label={texts.compareFirst}
          read={read}
          chosen={read.indexOf(a)}
          onChoose={(place) => setChosen({ ...chosen, a: place })}
        />
        <Choice
          label={texts.compareSecond}
          read={read}
          chosen={read.indexOf(b)}
          onChoose={(place) => setChosen({ ...chosen, b: place })}
        />
      </div>
      <Fields a={a} b={b} />
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly read: readonly Read[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

function Choice({ label, read, chosen, onChoose }: ChoiceProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  const id = useId();
  return (
    <span className="grid gap-1">
      <label htmlFor={id} className="text-ink2">
        {label}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="max-w-full rounded-md border border-line bg-panel px-2 py-1"
      >
        {read.map((entry, place) => (
          <option key={`${entry.id} ${entry.firstSeen}`} value={place}>
            {texts.version(format.number(place + 1), format.dateTime(entry.firstSeen), texts.sources[entry.source])}
          </option>
        ))}
      </select>
    </span>
  );
}

function Fields({ a, b }: { readonly a: Read; readonly b: Read }) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.history;
  const different = useMemo(
    () => compareFields(rowsOf(a, masked), rowsOf(b, masked)).filter(({ differs }) => differs),
    [a, b, masked],
  );
  if (different.length === 0) return <p className="mt-2 text-ink3">{texts.noDifference}</p>;
  const value = (row: FieldRow | null) =>
    row === null ? <span className="text-ink3">{texts.absent}</span> : <FieldValue row={row} />;
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full text-left">
        <thead>
          <tr className="text-ink3">
            <th className="pr-3 font-medium">{texts.field}</th>
            <th className="pr-3 font-medium">{texts.compareFirst}</th>
            <th className="font-medium">{texts.compareSecond}</th>
          </tr>
        </thead>
        <tbody>
          {different.slice(0, mostFields).map((field) => (
            <tr key={pathText(field.path)} className="border-t border-line align-top wrap-anywhere">
              <th scope="row" className="pr-3 font-normal">
                <code className="font-mono text-[0.75rem]">{shownText(pathText(field.path), 120)}</code>
              </th>
              <td className="pr-3">{value(field.a)}</td>
              <td>{value(field.b)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {different.length > mostFields && (
        <p className="text-ink3">{texts.moreFields(format.number(different.length - mostFields))}</p>
      )}
    </div>
  );
}
