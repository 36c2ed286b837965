/** What a customer may be told of their message: who tried what, whether it came and when. No status, no number, no text. */
import type { Flow } from '../flow/flow.ts';
import { wasSent } from '../flow/reach.ts';
import type { Channel } from '../record/channel.ts';
import type { EpochMs } from '../values/time.ts';
import type { HeadingFacts } from './clauses.ts';
import { verdict } from './verdict.ts';

/** How it ended, or where it is. `at` null: the record does not tell; `atMost`: then or before. */
export type CustomerEnd =
  | {
      readonly kind: 'reached';
      readonly by: Channel;
      readonly how: 'delivered' | 'seen' | 'answered';
      readonly at: EpochMs | null;
      readonly atMost: boolean;
    }
  | { readonly kind: 'inPart' | 'unheard' | 'underWay'; readonly by: Channel | null }
  | { readonly kind: 'notReached' | 'notSent' | 'unknown' };

export interface CustomerFacts {
  readonly createdAt: EpochMs | null;
  /** Channels that were tried before the one the end is about and did not reach anybody, each once, in their order. */
  readonly failed: readonly Channel[];
  readonly end: CustomerEnd;
}

/** What contradicts itself in the record is not told as if it were known. */
function endOf(flow: Flow, heading: HeadingFacts): CustomerEnd {
  const reachedBy = (by: Channel): CustomerEnd => ({
    kind: 'reached',
    by,
    how: flow.reach?.kind ?? 'delivered',
    at: flow.reach?.at ?? null,
    atMost: flow.reach?.atMost ?? false,
  });
  switch (heading.kind) {
    case 'reached':
    case 'deliveredStillOpen':
      return reachedBy(heading.by.channel);
    case 'reachedTwice':
      return heading.by[0] === undefined ? { kind: 'unknown' } : reachedBy(heading.by[0].channel);
    case 'partlyReached':
      return { kind: 'inPart', by: heading.by.channel };
    case 'unheard':
      return { kind: 'unheard', by: heading.by.channel };
    case 'running':
      return { kind: 'underWay', by: heading.on?.channel ?? null };
    case 'queued':
      return { kind: 'underWay', by: null };
    case 'notReached':
      return { kind: 'notReached' };
    case 'neverSent':
      return { kind: 'notSent' };
    default:
      return { kind: 'unknown' };
  }
}

/** `now` decides nothing but what the verdict takes it for. */
export function customerFacts(flow: Flow, now: EpochMs): CustomerFacts {
  const end = endOf(flow, verdict(flow, now).heading);
  const sent = flow.steps.filter(wasSent);
  const about = 'by' in end && end.by !== null ? sent.findIndex(({ channel }) => sameChannel(channel, end.by)) : -1;
  const before = about < 0 ? sent : sent.slice(0, about);
  const failed = before.filter(({ outcome }) => outcome.kind === 'notDelivered').map(({ channel }) => channel);
  const once = failed.filter((channel, place) => failed.findIndex((other) => sameChannel(other, channel)) === place);
  return { createdAt: flow.createdAt, failed: end.kind === 'unknown' ? [] : once, end };
}

function sameChannel(a: Channel, b: Channel | null): boolean {
  return b !== null && JSON.stringify(a) === JSON.stringify(b);
}
