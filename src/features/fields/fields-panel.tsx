/** The fields of the flow itself, each with its meaning; those of its messages stand on the steps' cards. */
import type { FlowRecord } from '#model/record/record.ts';
import { useViewer } from '#ui/viewer.tsx';
import { Disclosure } from './disclosure.tsx';
import { FieldList } from './field-list.tsx';
import { recordRows } from './record-rows.ts';

export function FieldsPanel({ record }: { readonly record: FlowRecord }) {
  const { catalogue } = useViewer();
  return (
    <section
      aria-labelledby="fields-title"
      className="rounded-xl border border-line bg-panel px-[18px] pt-1 pb-4 print:has-[details:not([open])]:hidden"
    >
      <Disclosure
        summary={
          <h2 id="fields-title" className="inline text-[13px] font-semibold text-ink">
            {catalogue.fields.title}
          </h2>
        }
      >
        <Rows record={record} />
      </Disclosure>
    </section>
  );
}

function Rows({ record }: { readonly record: FlowRecord }) {
  const { masked } = useViewer();
  return <FieldList rows={recordRows(record, masked).flow} columns />;
}
