/** Every field of a step's messages. */
import { useState } from 'react';
import type { Flow, Step } from '#model/flow.ts';
import { pathText } from '#model/json.ts';
import { partOf } from '#model/steps.ts';
import { useReader } from '#ui/reader.tsx';
import { Disclosure } from './disclosure.tsx';
import { FieldList } from './field-list.tsx';
import { recordRows } from './record-rows.ts';

const partsAtOnce = 20;

export function StepFields({ flow, step }: { readonly flow: Flow; readonly step: Step }) {
  const { messages, format, masked } = useReader();
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
          summary={messages.fields.message(format.number(partOf(message) ?? index + 1), pathText(message.path))}
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
          {messages.fields.showMore(format.number(left))}
        </button>
      )}
    </>
  );
}
