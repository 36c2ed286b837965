/** What stands in each column of a flow's row. */
import { Big } from 'big.js';
import type { ReactNode } from 'react';
import { type ColumnId, countriesOf, lastReason, operatorsOf } from '#model/explore/columns.ts';
import { type Marks, noMarks, valuesOf } from '#model/explore/filters.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { maskAddress, maskLabel } from '#model/masking/masking.ts';
import { decimalsOf } from '#model/readings/price.ts';
import { isCountryCode } from '#model/values/country.ts';
import { Badge, type Tone } from '#ui/badge.tsx';
import type { Viewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';
import { ChainPills } from './chain-pills.tsx';
import type { Moments } from './moments.ts';

export interface CellContext {
  readonly viewer: Viewer;
  readonly moments: Moments;
  /** The range is within one day, so that times need no date. */
  readonly sameDay: boolean;
  /** Which flows colleagues have marked. */
  readonly marks?: Marks;
}

const statusLooks: Readonly<Record<FlowRow['status'], { tone: Tone; sign: string }>> = {
  succeeded: { tone: 'ok', sign: '✓' },
  failed: { tone: 'bad', sign: '✕' },
  running: { tone: 'run', sign: '◌' },
  unknown: { tone: 'warn', sign: '?' },
};

function StatusBadge({ row, viewer }: { readonly row: FlowRow; readonly viewer: Viewer }) {
  const { tone, sign } = statusLooks[row.status];
  return (
    <Badge tone={tone}>
      <span aria-hidden="true">{sign}</span>
      {row.statusName === null ? viewer.catalogue.explore.status[row.status] : shownText(row.statusName, 16)}
    </Badge>
  );
}

/** The tags themselves; more than fit are counted. */
function FindingTags({ row, viewer }: { readonly row: FlowRow; readonly viewer: Viewer }) {
  const texts = viewer.catalogue.explore.findingTags;
  const [first, second, ...more] = row.findings;
  const tag = ({ code, severity }: FlowRow['findings'][number]) => (
    <span
      key={code}
      className={`truncate rounded-full px-2 py-px text-[12px] ${severity === 'info' ? 'bg-line2 text-ink2' : severity === 'problem' ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}
    >
      {texts[code]}
    </span>
  );
  return (
    <span className="flex min-w-0 items-center gap-1" title={row.findings.map(({ code }) => texts[code]).join(', ')}>
      {first !== undefined && tag(first)}
      {second !== undefined && tag(second)}
      {more.length > 0 && <span className="text-[12px] text-ink3">+{more.length}</span>}
    </span>
  );
}

/** What colleagues have marked the flow with. */
function MarkTags({ row, marks, viewer }: { readonly row: FlowRow; readonly marks: Marks; readonly viewer: Viewer }) {
  const texts = viewer.catalogue.team.marks;
  return valuesOf(row, 'mark', marks).map((mark) => (
    <span key={mark} className="shrink-0 rounded-full bg-run-soft px-2 py-px text-[12px] text-run">
      {mark === 'pinned' ? texts.pinned : texts.notes}
    </span>
  ));
}

/** Four decimals at least, so that the usual prices stand under each other. */
function money(price: string | null, { catalogue, format }: Viewer): string {
  if (price === null) return catalogue.explore.none;
  const value = new Big(price);
  return format.money(value, Math.max(4, decimalsOf(value)));
}

/** Several values in one cell: the first, and how many more. */
function several(values: readonly string[], none: string): ReactNode {
  const [first, ...more] = values;
  if (first === undefined) return none;
  return (
    <span className="truncate" title={values.join(', ')}>
      {first}
      {more.length > 0 && <span className="text-ink3"> +{more.length}</span>}
    </span>
  );
}

/** When the flow was created; the day too where the range has several. */
function createdText(row: FlowRow, { viewer, moments, sameDay }: CellContext): string {
  if (row.createdAt === null) return viewer.catalogue.explore.none;
  return sameDay ? moments.exact(row.createdAt) : `${moments.day(row.createdAt)} ${moments.second(row.createdAt)}`;
}

export function cell(row: FlowRow, column: ColumnId, context: CellContext): ReactNode {
  const { viewer } = context;
  const { catalogue, format, masked } = viewer;
  const { none } = catalogue.explore;
  switch (column) {
    case 'created':
      return <span className="font-mono text-[12.5px]">{createdText(row, context)}</span>;
    case 'status':
      return <StatusBadge row={row} viewer={viewer} />;
    case 'chain':
      return <ChainPills row={row} />;
    case 'recipient':
      return several(
        row.recipients.map((to) => shownText(masked ? maskAddress(to) : to, 40)),
        none,
      );
    case 'country':
      return several(
        countriesOf(row).map((code) => (isCountryCode(code) ? format.countryName(code) : shownText(code, 20))),
        none,
      );
    case 'operator':
      return several(
        operatorsOf(row).map((name) => shownText(name, 30)),
        none,
      );
    case 'reason':
      return several(
        [lastReason(row)].filter((reason) => reason !== null).map((reason) => shownText(reason, 60)),
        none,
      );
    case 'reach':
      return row.reachMs === null ? none : format.duration(row.reachMs);
    case 'end':
      return row.endMs === null ? none : format.duration(row.endMs);
    case 'price':
      return money(row.price, viewer);
    case 'failedPrice':
      return money(row.failedPrice, viewer);
    case 'endedBy':
      return row.terminationChannel === null ? none : shownText(format.channelName(row.terminationChannel), 16);
    case 'findings':
      return (
        <>
          <MarkTags row={row} marks={context.marks ?? noMarks} viewer={viewer} />
          <FindingTags row={row} viewer={viewer} />
        </>
      );
    case 'label':
      return several(
        row.labels.map((label) => shownText(masked ? maskLabel(label) : label, 60)),
        none,
      );
    case 'application':
      return row.applicationId === null ? none : <Id text={row.applicationId} />;
    case 'id':
      return row.trackingId === null ? none : <Id text={row.trackingId} />;
  }
}

function Id({ text }: { readonly text: string }) {
  return (
    <span className="font-mono text-[12.5px] text-ink2" title={shownText(text, 200)}>
      {shownText(text, 8)}
    </span>
  );
}
