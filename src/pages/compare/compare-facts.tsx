/** The facts of both flows, each in a row. */
import { shownText } from '#features/look/visible-text.ts';
import { findings } from '#model/findings/findings.ts';
import { wasSent } from '#model/flow/reach.ts';
import { maskRecipient } from '#model/masking/masking.ts';
import { decimalsOf, price } from '#model/readings/price.ts';
import { Panel } from '#ui/panel.tsx';
import { useViewer, type Viewer } from '#ui/viewer.tsx';
import { type CompareRow, CompareTable } from './compare-table.tsx';
import type { ReadSide, Side, Sides } from './side.ts';

type FactName = keyof Viewer['catalogue']['compare']['names'];

/** The facts as texts, by name; null for what the record does not say. */
function factsOf({ reading: { flow }, asOf }: ReadSide, viewer: Viewer): Readonly<Record<FactName, string | null>> {
  const { catalogue, format, masked } = viewer;
  const paid = price(flow);
  const money = (value: typeof paid.sum) =>
    value === null ? null : format.money(value, Math.max(paid.decimals, decimalsOf(value)));
  const since = (to: number | null) =>
    flow.createdAt === null || to === null ? null : format.duration(Math.max(0, to - flow.createdAt));
  const recipients = [...new Set(flow.steps.flatMap(({ messages }) => messages.flatMap(({ to }) => to ?? [])))];
  return {
    status: flow.status.kind === 'missing' ? null : shownText(flow.status.name, 32),
    created: flow.createdAt === null ? null : format.dateTime(flow.createdAt),
    ended: flow.endedAt === null ? null : format.dateTime(flow.endedAt),
    took: since(flow.endedAt),
    reach: since(flow.reach?.at ?? null),
    endedBy: flow.terminationChannel === null ? null : shownText(format.channelName(flow.terminationChannel), 24),
    price: money(paid.total ?? paid.sum),
    failedPrice: money(paid.spentOnFailed),
    recipient: recipients.map((to) => shownText(masked ? maskRecipient(to) : to, 40)).join(', ') || null,
    country: flow.country === null ? null : format.countryName(flow.country),
    steps: format.number(flow.steps.filter(wasSent).length),
    findings: findings(flow, asOf)
      .map(({ code }) => catalogue.explore.findingTags[code])
      .join(', '),
    application: flow.applicationId === null ? null : shownText(flow.applicationId, 40),
  };
}

export function CompareFacts({ sides, onlyDifferent }: { readonly sides: Sides; readonly onlyDifferent: boolean }) {
  const viewer = useViewer();
  const texts = viewer.catalogue.compare;
  const told = (side: Side) => (side.kind === 'read' ? factsOf(side, viewer) : null);
  const [a, b] = [told(sides[0]), told(sides[1])];
  // Both columns in the order of the catalogue.
  const names = Object.keys(texts.names) as FactName[]; // its keys are the names
  const rows = names.map(
    (name): CompareRow => ({
      key: name,
      name: texts.names[name],
      a: a?.[name] || texts.none,
      b: b?.[name] || texts.none,
      differs: a !== null && b !== null && a[name] !== b[name],
    }),
  );
  return (
    <Panel title={texts.facts}>
      <CompareTable caption={texts.facts} nameHead={texts.fact} rows={rows} onlyDifferent={onlyDifferent} />
    </Panel>
  );
}
