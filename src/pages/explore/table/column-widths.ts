/** The widths of columns that a person chose, kept in this browser. */
import { useState } from 'react';
import * as z from 'zod/mini';
import { type ColumnId, columnIds } from '#model/explore/columns.ts';
import { type ColumnWidths, leastColumnPx, mostColumnPx } from './table-layout.ts';

z.config({ jitless: true });

const widthsSchema = z.record(z.string(), z.number());
const storageKey = 'cascade.explore.widths';

/** What can be read of a stored text, each width within its bounds. */
export function readWidths(text: string | null): ColumnWidths {
  try {
    const stored = widthsSchema.safeParse(JSON.parse(text ?? '{}'));
    if (!stored.success) return {};
    return Object.fromEntries(
      columnIds.flatMap((id) => {
        const width = stored.data[id];
        return width === undefined ? [] : [[id, clamped(width)]];
      }),
    );
  } catch {
    return {};
  }
}

function clamped(width: number): number {
  return Math.round(Math.max(leastColumnPx, Math.min(mostColumnPx, width)));
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** `onWidth` with null gives a column its usual width back. */
export function useColumnWidths() {
  const [widths, setWidths] = useState(() => readWidths(stored()));
  const onWidth = (column: ColumnId, width: number | null) => {
    const { [column]: _, ...others } = widths;
    const next = width === null ? others : { ...widths, [column]: clamped(width) };
    setWidths(next);
    try {
      localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // A browser that stores nothing keeps the widths for as long as the page is open.
    }
  };
  return { widths, onWidth };
}
