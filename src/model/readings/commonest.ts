/** The reason that most of several tries or parts share. */
import { statusKey } from '../record/status.ts';

export interface Commonest {
  readonly reason: string;
  readonly count: number;
}

/** The most frequent of some reasons, compared as statuses are, the first of equals; null without any. */
export function commonest(reasons: readonly string[]): Commonest | null {
  const counts = new Map<string, { reason: string; count: number }>();
  let best: Commonest | null = null;
  for (const reason of reasons) {
    const known = counts.get(statusKey(reason)) ?? { reason, count: 0 };
    known.count++;
    counts.set(statusKey(reason), known);
  }
  for (const counted of counts.values()) if (best === null || counted.count > best.count) best = counted;
  return best;
}
