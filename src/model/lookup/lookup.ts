/** What looking up many flows brings: one state an ID, and how many are in each. */
import type { FlowRow } from '../explore/row.ts';
import { flowRow } from '../explore/row.ts';
import type { Flow } from '../flow/flow.ts';
import type { HeadingClause, Verdict } from '../readings/clauses.ts';
import { verdict } from '../readings/verdict.ts';
import type { EpochMs } from '../values/time.ts';

/** A flow of a list, reduced to what its row shows; plain values, so that it can be stored. */
export interface FoundFlow {
  readonly row: FlowRow;
  readonly heading: HeadingClause;
  readonly tone: Verdict['tone'];
  /** When the gateway fetched it from Routee. */
  readonly asOf: EpochMs;
}

export type LookupState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'asking' }
  | ({ readonly kind: 'found' } & FoundFlow)
  /** Routee knows no flow of this ID. */
  | { readonly kind: 'notFound' }
  /** Routee or the gateway will not answer this question, now or later; `why` is the gateway's code. */
  | { readonly kind: 'refused'; readonly why: string }
  /** What came is no record of a flow. */
  | { readonly kind: 'unreadable' }
  /** It went wrong as often as it was tried; `why` is the gateway's code, or what happened on the way to it. */
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'cancelled' };

export type LookupKind = LookupState['kind'] | 'notAnId';

export function foundFlow(flow: Flow, asOf: EpochMs): FoundFlow {
  const { heading, tone } = verdict(flow, asOf);
  return { row: flowRow(flow, asOf), heading, tone, asOf };
}

/** A state that will not change by itself. */
export function isSettled({ kind }: LookupState): boolean {
  return kind !== 'waiting' && kind !== 'asking';
}

/** How many rows are in each state, those without an ID included; rows of one ID count each. */
export function countByKind(kinds: Iterable<LookupKind>): ReadonlyMap<LookupKind, number> {
  const counts = new Map<LookupKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
