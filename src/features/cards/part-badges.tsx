/** The parts of an SMS with their results: a sign for each, counts and a table where there are many. */
import { useState } from 'react';
import type { Message, Step } from '#model/flow/flow.ts';
import { partOf } from '#model/flow/parts.ts';
import { Badge } from '#ui/badge.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { outcomeLook, statusLook } from '../look/looks.ts';
import type { Words } from '../look/row-texts.ts';
import { shownText } from '../look/visible-text.ts';

/** More parts than this are counted instead of shown one by one. */
const mostBadges = 24;

const statusName = (message: Message, { catalogue }: Words) =>
  message.status.kind === 'missing' ? catalogue.outcome.noStatus : shownText(message.status.name, 40);

export function PartBadges({ step }: { readonly step: Step }) {
  const viewer = useViewer();
  const { format } = viewer;
  const { list, total } = step.parts;
  const shown = list.slice(0, mostBadges);
  const absent = total - list.length;
  return (
    <>
      <ul className="flex flex-wrap gap-1">
        {shown.map(({ message, number }, index) => {
          const unsent = step.outcome.kind === 'notSent';
          const look = unsent ? outcomeLook(step.outcome) : statusLook(message.status);
          const status = unsent ? viewer.catalogue.outcome.notSent : statusName(message, viewer);
          return (
            <li key={message.index}>
              <Badge tone={look.tone} title={status}>
                {format.number(number ?? index + 1)} <span aria-hidden="true">{look.sign}</span>
                <span className="sr-only">{status}</span>
              </Badge>
            </li>
          );
        })}
        {list.length > shown.length && <li className="text-ink3">…</li>}
        {absent > 0 && (
          <li>
            <Badge tone="warn">{viewer.catalogue.cards.partsAbsent(absent, format)}</Badge>
          </li>
        )}
      </ul>
      {list.length > shown.length && (
        <p className="mt-1">{viewer.catalogue.cards.morePartsSummary(counts(step, viewer))}</p>
      )}
    </>
  );
}

/** "2,990 Delivered and 10 Undelivered". */
function counts(step: Step, words: Words): string {
  const byStatus = new Map<string, number>();
  for (const { message } of step.parts.list) {
    const name = statusName(message, words);
    byStatus.set(name, (byStatus.get(name) ?? 0) + 1);
  }
  return words.format.list([...byStatus].slice(0, 6).map(([name, value]) => `${words.format.number(value)} ${name}`));
}

const pageSize = 25;

/** Every part with its own status, reason, times and price; more are added on demand. */
export function PartsTable({ step, decimals }: { readonly step: Step; readonly decimals: number }) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const texts = catalogue.cards;
  const [shown, setShown] = useState(pageSize);
  const columns = texts.partColumns;
  const heads = [columns.part, columns.status, columns.reason, columns.sent, columns.result];
  return (
    <div className="max-h-96 overflow-auto">
      <table className="w-full text-[12px]">
        <caption className="sr-only">{texts.partsTitle}</caption>
        <thead>
          <tr className="text-left text-ink3">
            {heads.map((head) => (
              <th key={head} scope="col" className="px-2 py-1 font-medium">
                {head}
              </th>
            ))}
            <th scope="col" className="px-2 py-1 text-right font-medium">
              {columns.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {step.messages.slice(0, shown).map((message, index) => (
            <tr key={message.index} className="border-t border-line2">
              <th scope="row" className="px-2 py-1 text-left font-normal">
                {format.number(partOf(message) ?? index + 1)}
              </th>
              <td className="px-2 py-1">{statusName(message, viewer)}</td>
              <td className="px-2 py-1">
                {message.detailedStatus === null ? texts.none : shownText(message.detailedStatus, 40)}
              </td>
              <td className="px-2 py-1">{message.createdAt === null ? texts.none : format.time(message.createdAt)}</td>
              <td className="px-2 py-1">{message.updatedAt === null ? texts.none : format.time(message.updatedAt)}</td>
              <td className="px-2 py-1 text-right">
                {message.price === null ? texts.none : format.money(message.price, decimals)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {step.messages.length > shown && (
        <button type="button" className="m-2 text-[12px] underline" onClick={() => setShown(shown + 10 * pageSize)}>
          {texts.showParts}
        </button>
      )}
    </div>
  );
}
