/** How wide the table's columns are, which stay in sight, and which hold numbers. */
import { chooseWidthPx } from '#features/choice/choose-box.tsx';
import type { ColumnId } from '#model/explore/columns.ts';

/** Beside the first and the last column. */
const edgePx = 4;

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

/** No column is narrower: its name would not be seen. */
export const leastColumnPx = 64;
export const mostColumnPx = 900;

/** Widths that a person chose. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

export interface TableLayout {
  readonly columns: readonly ColumnId[];
  /** For CSS grid; the check box's column comes first. */
  readonly template: string;
  /** Narrower than this, the table scrolls sideways. */
  readonly leastPx: number;
  /** Where the columns that stay in sight stand, from the left. */
  readonly pinnedPx: ReadonlyMap<ColumnId, number>;
  /** The check boxes stay in sight with them. */
  readonly pinned: boolean;
}

/** What a column takes at least: what a person chose, or its usual least. */
export function columnPx(column: ColumnId, widths: ColumnWidths): number {
  return widths[column] ?? looks[column].leastPx;
}

/** The first `pinned` columns stay in sight. They do not share what is left over, or nobody would know where they end. */
export function tableLayout(columns: readonly ColumnId[], pinned: number, widths: ColumnWidths): TableLayout {
  const pinnedPx = new Map<ColumnId, number>();
  let left = chooseWidthPx + edgePx;
  const tracks = columns.map((column, place) => {
    const leastPx = columnPx(column, widths);
    const { share } = looks[column];
    if (place < pinned) {
      pinnedPx.set(column, left);
      left += leastPx;
    }
    const fixed = place < pinned || share === 0 || widths[column] !== undefined;
    return fixed ? `${leastPx}px` : `minmax(${leastPx}px, ${share}fr)`;
  });
  return {
    columns,
    template: [`${chooseWidthPx}px`, ...tracks].join(' '),
    leastPx: columns.reduce((sum, column) => sum + columnPx(column, widths), chooseWidthPx + 2 * edgePx),
    pinnedPx,
    pinned: pinned > 0,
  };
}

/** For a cell that stays in sight while the others scroll under it. */
export function pinnedStyle(column: ColumnId, { pinnedPx }: TableLayout) {
  const left = pinnedPx.get(column);
  return left === undefined ? undefined : ({ position: 'sticky', left, zIndex: 1 } as const);
}
