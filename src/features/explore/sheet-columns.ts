/** The columns of an export for a spreadsheet: in the viewer's words, with unit and zone. One line a flow. */
import { channelKey } from '#model/explore/aggregate.ts';
import { countriesOf, lastReason, operatorsOf } from '#model/explore/columns.ts';
import { type FlowRow, sentSteps } from '#model/explore/row.ts';
import type { SheetCell, SheetStyle } from '#model/explore/sheet.ts';
import type { OffsetAt } from '#model/explore/wall-clock.ts';
import { maskAddress, maskLabel } from '#model/masking/masking.ts';
import type { Viewer } from '#ui/viewer.tsx';
import { channelText } from './filter-text.ts';

export interface SheetWords {
  readonly viewer: Viewer;
  /** ISO 4217; null where nobody has said. */
  readonly currency: string | null;
  readonly offsetAt: OffsetAt;
}

interface SheetColumn {
  readonly name: (words: SheetWords) => string;
  readonly cell: (row: FlowRow, words: SheetWords) => SheetCell;
}

/** As the spreadsheets of the language have it: Greek ones write 0,071, so that a comma cannot separate. */
export function sheetStyle({ format }: Pick<Viewer, 'format'>): SheetStyle {
  const comma = format.number(0.5).includes(',');
  return comma ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' };
}

const text = (value: string | null): SheetCell => (value === null || value === '' ? null : { text: value });
const id = (value: string | null): SheetCell => (value === null ? null : { id: value });
const together = (values: readonly string[]) => (values.length === 0 ? null : values.join(', '));
const seconds = (ms: number | null): SheetCell => (ms === null ? null : { number: (ms / 1000).toFixed(3) });
const money = (price: string | null): SheetCell => (price === null ? null : { number: price });

/** `2026-11-23 14:30:07` as the clocks of the zone show it: every spreadsheet reads this as a date. */
function localTime(at: number | null, { offsetAt }: SheetWords): SheetCell {
  if (at === null) return null;
  return { moment: new Date(at + offsetAt(at)).toISOString().slice(0, 19).replace('T', ' ') };
}

function offset(at: number | null, { offsetAt }: SheetWords): SheetCell {
  if (at === null) return null;
  const minutes = Math.round(offsetAt(at) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return { id: `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}` };
}

function chain(row: FlowRow, { viewer }: SheetWords): string | null {
  const steps = sentSteps(row).map(({ channel, status }) =>
    [channelText(channelKey(channel), viewer), status].filter(Boolean).join(' '),
  );
  return steps.length === 0 ? null : steps.join(' > ');
}

const columns: readonly SheetColumn[] = [
  { name: ({ viewer }) => viewer.catalogue.explore.columns.id, cell: (row) => id(row.trackingId) },
  {
    name: ({ viewer }) => viewer.catalogue.explore.sheet.in(viewer.catalogue.explore.columns.created, viewer.zone),
    cell: (row, words) => localTime(row.createdAt, words),
  },
  { name: ({ viewer }) => viewer.catalogue.explore.sheet.offset, cell: (row, words) => offset(row.createdAt, words) },
  { name: ({ viewer }) => viewer.catalogue.explore.columns.status, cell: (row) => text(row.statusName) },
  {
    name: ({ viewer }) => viewer.catalogue.explore.columns.endedBy,
    cell: ({ terminationChannel }, { viewer }) =>
      text(terminationChannel && channelText(channelKey(terminationChannel), viewer)),
  },
  { name: ({ viewer }) => viewer.catalogue.explore.columns.chain, cell: (row, words) => text(chain(row, words)) },
  {
    name: ({ viewer }) => viewer.catalogue.explore.columns.recipient,
    cell: ({ recipients }, { viewer }) => id(together(recipients.map((to) => (viewer.masked ? maskAddress(to) : to)))),
  },
  {
    name: ({ viewer }) => viewer.catalogue.explore.columns.country,
    cell: (row, { viewer }) => text(together(countriesOf(row).map(viewer.format.countryName))),
  },
  {
    name: ({ viewer }) => viewer.catalogue.explore.columns.operator,
    cell: (row) => text(together(operatorsOf(row))),
  },
  { name: ({ viewer }) => viewer.catalogue.explore.columns.reason, cell: (row) => text(lastReason(row)) },
  {
    name: ({ viewer }) => viewer.catalogue.explore.sheet.in(viewer.catalogue.explore.columns.reach, 's'),
    cell: (row) => seconds(row.reachMs),
  },
  {
    name: ({ viewer }) => viewer.catalogue.explore.sheet.in(viewer.catalogue.explore.columns.end, 's'),
    cell: (row) => seconds(row.endMs),
  },
  {
    name: (words) => inCurrency(words.viewer.catalogue.explore.columns.price, words),
    cell: (row) => money(row.price),
  },
  {
    name: (words) => inCurrency(words.viewer.catalogue.explore.columns.failedPrice, words),
    cell: (row) => money(row.failedPrice),
  },
  {
    name: ({ viewer }) => viewer.catalogue.explore.columns.findings,
    cell: (row, { viewer }) =>
      text(together(row.findings.map(({ code }) => viewer.catalogue.explore.findingTags[code]))),
  },
  {
    name: ({ viewer }) => viewer.catalogue.explore.columns.label,
    cell: ({ labels }, { viewer }) => text(together(labels.map((label) => (viewer.masked ? maskLabel(label) : label)))),
  },
  { name: ({ viewer }) => viewer.catalogue.explore.columns.application, cell: (row) => id(row.applicationId) },
];

function inCurrency(name: string, { viewer, currency }: SheetWords): string {
  const { sheet } = viewer.catalogue.explore;
  return sheet.in(name, currency ?? sheet.accountCurrency);
}

export function sheetNames(words: SheetWords): SheetCell[] {
  return columns.map(({ name }) => ({ text: name(words) }));
}

/** The cells of a flow under `sheetNames`. */
export function sheetCells(row: FlowRow, words: SheetWords): SheetCell[] {
  return columns.map(({ cell }) => cell(row, words));
}

/** Of a row without a flow. */
export const noSheetCells: readonly SheetCell[] = columns.map(() => null);
