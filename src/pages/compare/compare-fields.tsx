/** Every field of both records, with those that differ first said and, on a switch, alone. */
import { useMemo, useState } from 'react';
import { FieldValue } from '#features/fields/field-value.tsx';
import { recordRows } from '#features/fields/record-rows.ts';
import { shownText } from '#features/look/visible-text.ts';
import { compareFields } from '#model/record/compare-fields.ts';
import { pathText } from '#model/values/json.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { type CompareRow, CompareTable } from './compare-table.tsx';
import type { ReadSide } from './side.ts';

const rowsAtOnce = 120;

function allRows(side: ReadSide, masked: boolean) {
  const { flow, byMessage } = recordRows(side.reading.record, masked);
  return [...flow, ...[...byMessage.values()].flat()];
}

interface CompareFieldsProps {
  readonly sides: readonly [ReadSide, ReadSide];
  readonly onlyDifferent: boolean;
}

export function CompareFields({ sides: [a, b], onlyDifferent }: CompareFieldsProps) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.compare;
  const [shown, setShown] = useState(rowsAtOnce);
  const compared = useMemo(() => compareFields(allRows(a, masked), allRows(b, masked)), [a, b, masked]);
  const different = compared.filter(({ differs }) => differs).length;
  const wanted = onlyDifferent ? compared.filter(({ differs }) => differs) : compared;
  const rows = wanted.slice(0, shown).map(
    (one): CompareRow => ({
      key: pathText(one.path),
      name: <code className="font-mono text-[0.75rem]">{shownText(pathText(one.path), 120)}</code>,
      a: one.a === null ? <span className="text-ink3">{texts.absent}</span> : <FieldValue row={one.a} />,
      b: one.b === null ? <span className="text-ink3">{texts.absent}</span> : <FieldValue row={one.b} />,
      differs: one.differs,
    }),
  );
  return (
    <Panel
      title={texts.fields}
      actions={
        <span className="text-[0.8125rem] text-ink3">
          {texts.fieldCount(format.number(different), format.number(compared.length))}
        </span>
      }
    >
      <CompareTable caption={texts.fields} nameHead={texts.path} rows={rows} onlyDifferent={onlyDifferent} />
      {wanted.length > shown && (
        <Button size="small" className="mt-2" onClick={() => setShown(shown + 4 * rowsAtOnce)}>
          {texts.showMore(format.number(wanted.length - shown))}
        </Button>
      )}
    </Panel>
  );
}
