/** The flows of the result that a person came from, in its order, for going from one to the next on the flow's page. */
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import * as z from 'zod/mini';
import { useTakenOver } from '#ui/first-drawing.ts';

z.config({ jitless: true });

const resultSchema = z.object({
  /** The page of the result. */
  page: z.catch(z.enum(['/explore', '/lookup', '/recipient']), '/explore'),
  /** The query of its address, without personal values. */
  search: z.string(),
  /** Tracking IDs as the table had them. */
  ids: z.array(z.string()),
  /** The one that was looked at last. */
  at: z.string(),
});
export type Result = Readonly<z.infer<typeof resultSchema>>;

export interface Neighbours extends Pick<Result, 'page' | 'search'> {
  /** Counted from 1. */
  readonly place: number;
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
}

const storageKey = 'cascade.explore.result';
/** Marks in the history which pages were come to from the result; a flow opened otherwise has no neighbours. */
export const fromResult = { fromResult: true } as const;

/** In this tab only. A browser that stores nothing has no neighbours to offer. */
export function storeResult(result: Result): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(result));
  } catch {
    // Full, or switched off.
  }
}

export function storedResult(): Result | null {
  try {
    const parsed = resultSchema.safeParse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The flows before and after one in a result; null when it is not in it. */
export function neighboursOf({ ids, page, search }: Omit<Result, 'at'>, trackingId: string): Neighbours | null {
  const index = ids.indexOf(trackingId);
  if (index < 0) return null;
  const [previous, next] = [ids[index - 1] ?? null, ids[index + 1] ?? null];
  return { page, search, place: index + 1, count: ids.length, previous, next };
}

/**
 * The neighbours of the flow on the page, when it was come to from Explore or from a list; the way back there leads to this flow. The
 * component must be keyed by the tracking ID.
 */
export function useNeighbours(trackingId: string): Neighbours | null {
  const { state } = useLocation();
  // Asked once: what the page itself writes to its address later comes without the mark.
  const [result] = useState(() =>
    typeof state === 'object' && state !== null && 'fromResult' in state ? storedResult() : null,
  );
  const found = result === null ? null : neighboursOf(result, trackingId);
  const here = found !== null;
  useEffect(() => {
    if (here && result !== null) storeResult({ ...result, at: trackingId });
  }, [here, result, trackingId]);
  // The gateway, which draws the page first, knows nothing of this tab's history.
  return useTakenOver() ? found : null;
}
