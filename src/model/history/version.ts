/** What was seen of a flow: the versions of its record, each with the stretch of time in which it was seen so. */
import type { Flow, Step } from '../flow/flow.ts';
import type { EpochMs } from '../values/time.ts';

/** Where a record was seen. `page` and `search` are Routee's own answers; anybody may have posted or written the others. */
export type Source = 'page' | 'search' | 'callback' | 'upload';

/** One stretch of time in which a flow's record was seen to be the same. */
export interface Seen {
  readonly flow: Flow;
  readonly source: Source;
  /** True for what is not Routee's own answer. */
  readonly claim: boolean;
  /** Both inclusive; `firstSeen` is not after `lastSeen`. */
  readonly firstSeen: EpochMs;
  readonly lastSeen: EpochMs;
}

/** Routee's own answers, by when they were first seen. */
export function ownAnswers<One extends Pick<Seen, 'claim' | 'firstSeen'>>(seen: readonly One[]): One[] {
  return seen.filter(({ claim }) => !claim).toSorted((a, b) => a.firstSeen - b.firstSeen);
}

/**
 * The one of Routee's own answers that held at a moment: the last that had been seen by then. Null where none had. A claim is
 * never taken.
 */
export function seenAt<One extends Pick<Seen, 'claim' | 'firstSeen'>>(seen: readonly One[], at: EpochMs): One | null {
  return ownAnswers(seen).findLast(({ firstSeen }) => firstSeen <= at) ?? null;
}

const nameOf = ({ channel, order }: Step) =>
  `${channel.kind === 'missing' ? '' : channel.name.toLowerCase()} ${order ?? ''}`;

/**
 * Each step of a flow by what stays when others come before or behind it: its channel and order, and which of several of
 * these it is. In the chain's order.
 */
export function stepsByName(flow: Flow): ReadonlyMap<string, Step> {
  const named = new Map<string, Step>();
  const counts = new Map<string, number>();
  for (const step of flow.steps) {
    const name = nameOf(step);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    named.set(`${name} ${count}`, step);
  }
  return named;
}
