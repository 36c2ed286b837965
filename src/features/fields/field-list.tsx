/** Fields with their meaning in plain words and their JSON path; those the vendor does not document come last. */
import { useState } from 'react';
import type { FieldRow } from '#model/record/fields.ts';
import { pathText } from '#model/values/json.ts';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';
import { FieldValue } from './field-value.tsx';

const rowsAtOnce = 80;

export function FieldList({ rows, columns }: { readonly rows: readonly FieldRow[]; readonly columns: boolean }) {
  const { catalogue, format } = useViewer();
  const [shown, setShown] = useState(rowsAtOnce);
  const documented = rows.filter((row) => row.field !== null);
  const other = rows.filter((row) => row.field === null);
  const { label, meaning } = catalogue.fieldMeanings.other;
  const grid = columns ? 'grid grid-cols-1 gap-x-8 md:grid-cols-2 xl:grid-cols-3' : '';
  if (rows.length === 0) return <p className="text-[13px] text-ink3">{catalogue.fields.none}</p>;
  return (
    <>
      <dl className={grid}>
        {documented.slice(0, shown).map((row) => (
          <Field key={pathText(row.path)} row={row} />
        ))}
      </dl>
      {other.length > 0 && (
        <>
          <h3 className="mt-3 text-[12px] font-semibold">{label}</h3>
          <p className="text-[12px] text-ink3">{meaning}</p>
          <dl className={grid}>
            {other.slice(0, shown).map((row) => (
              <Field key={pathText(row.path)} row={row} />
            ))}
          </dl>
        </>
      )}
      {Math.max(documented.length, other.length) > shown && (
        <button
          type="button"
          className="mt-2 cursor-pointer text-[12px] underline"
          onClick={() => setShown(shown + 4 * rowsAtOnce)}
        >
          {catalogue.fields.showMore(format.number(Math.max(documented.length, other.length) - shown))}
        </button>
      )}
    </>
  );
}

function Field({ row }: { readonly row: FieldRow }) {
  const { catalogue } = useViewer();
  const named = row.field === null ? null : catalogue.fieldMeanings.fields[row.field];
  const path = pathText(row.path);
  return (
    <div className="grid grid-cols-[minmax(104px,32%)_1fr] gap-x-3 border-t border-line2 py-1.5 text-[13px]">
      <dt className="wrap-anywhere text-ink2">{named?.label ?? shownText(path, 120)}</dt>
      <dd className="wrap-anywhere">
        <FieldValue row={row} />
        {row.problem !== null && (
          <span className="ml-2 text-[12px] text-warn">
            {catalogue.fields.setAside(row.problem.expected, row.problem.why)}
          </span>
        )}
        {named !== null && (
          <span className="mt-0.5 block text-[12px] leading-snug text-ink3">
            {named.meaning} <code className="font-mono text-[11px]">{shownText(path, 120)}</code>
          </span>
        )}
      </dd>
    </div>
  );
}
