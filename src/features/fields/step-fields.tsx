/** Every field of a step's messages. */
import { useState } from 'react';
import type { Flow, Step } from '#model/flow/flow.ts';
import { partOf } from '#model/flow/parts.ts';
import { pathText } from '#model/values/json.ts';
import { useViewer } from '#ui/viewer.tsx';
import { Disclosure } from './disclosure.tsx';
import { FieldList } from './field-list.tsx';
import { recordRows } from './record-rows.ts';

const partsAtOnce = 20;

export function StepFields({ flow, step }: { readonly flow: Flow; readonly step: Step }) {
  const { catalogue, format, masked } = useViewer();
  const [shown, setShown] = useState(partsAtOnce);
  const { byMessage } = recordRows(flow.record, masked);
  const [first] = step.messages;
  if (step.messages.length === 1) return <FieldList rows={byMessage.get(first.index) ?? []} columns={false} />;
  const left = step.messages.length - shown;
  return (
    <>
      {step.messages.slice(0, shown).map((message, index) => (
        <Disclosure
          key={message.index}
          summary={catalogue.fields.message(format.number(partOf(message) ?? index + 1), pathText(message.path))}
        >
          <FieldList rows={byMessage.get(message.index) ?? []} columns={false} />
        </Disclosure>
      ))}
      {left > 0 && (
        <button
          type="button"
          className="mt-2 cursor-pointer text-[12px] underline"
          onClick={() => setShown(shown + 5 * partsAtOnce)}
        >
          {catalogue.fields.showMore(format.number(left))}
        </button>
      )}
    </>
  );
}
