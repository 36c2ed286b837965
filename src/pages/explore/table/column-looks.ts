/** How wide the table's columns are, and which hold numbers. */
import { chooseWidthPx } from '#features/choice/choose-box.tsx';
import type { ColumnId } from '#model/explore/columns.ts';

interface ColumnLooks {
  readonly leastPx: number;
  /** Share of what is left over; 0 keeps the least. */
  readonly share: number;
}

const looks: Readonly<Record<ColumnId, ColumnLooks>> = {
  created: { leastPx: 138, share: 0 },
  status: { leastPx: 122, share: 0 },
  chain: { leastPx: 220, share: 2.4 },
  recipient: { leastPx: 132, share: 1 },
  country: { leastPx: 104, share: 0.8 },
  operator: { leastPx: 110, share: 0.8 },
  reason: { leastPx: 150, share: 1 },
  reach: { leastPx: 116, share: 0 },
  end: { leastPx: 116, share: 0 },
  price: { leastPx: 92, share: 0 },
  failedPrice: { leastPx: 124, share: 0 },
  endedBy: { leastPx: 92, share: 0 },
  findings: { leastPx: 190, share: 1 },
  label: { leastPx: 120, share: 1 },
  application: { leastPx: 108, share: 0 },
  id: { leastPx: 108, share: 0 },
};

const numbers: ReadonlySet<ColumnId> = new Set(['reach', 'end', 'price', 'failedPrice']);

export function isNumber(column: ColumnId): boolean {
  return numbers.has(column);
}

/** For CSS grid; the check box's column comes first. */
export function gridColumns(columns: readonly ColumnId[]): string {
  const widths = columns
    .map((column) => looks[column])
    .map(({ leastPx, share }) => (share === 0 ? `${leastPx}px` : `minmax(${leastPx}px, ${share}fr)`));
  return [`${chooseWidthPx}px`, ...widths].join(' ');
}

/** Narrower than this, the table scrolls sideways. */
export function leastWidth(columns: readonly ColumnId[]): number {
  return columns.reduce((sum, column) => sum + looks[column].leastPx, chooseWidthPx);
}
