/** Deliveries that only the history knows: the record holds one status a message, the newest. */
import type { Flow } from '../flow/flow.ts';
import type { Channel } from '../record/channel.ts';
import type { EpochMs } from '../values/time.ts';
import { statusName } from './differences.ts';
import { ownAnswers, type Seen, stepsByName } from './version.ts';

export interface OnceDelivered {
  readonly stepIndex: number;
  readonly channel: Channel;
  /** The status that said so. */
  readonly status: string;
  /** When it was last seen. */
  readonly lastSeen: EpochMs;
  /** What the record that is shown says instead; null for no status. */
  readonly now: string | null;
}

/**
 * Steps that an answer of Routee's called delivered while the one that is shown does not, and does not say that it had been.
 * In the chain's order; claims are not used.
 */
export function onceDelivered(seen: readonly Seen[], shown: Flow): OnceDelivered[] {
  const own = ownAnswers(seen);
  return [...stepsByName(shown)].flatMap(([name, step]): OnceDelivered[] => {
    if (!['waiting', 'notDelivered', 'unknown'].includes(step.outcome.kind)) return [];
    const told = own.findLast(({ flow }) => stepsByName(flow).get(name)?.outcome.kind === 'delivered');
    const status = told === undefined ? undefined : stepsByName(told.flow).get(name)?.status;
    if (told === undefined || status?.kind !== 'reported') return [];
    const { index, channel } = step;
    return [{ stepIndex: index, channel, status: status.name, lastSeen: told.lastSeen, now: statusName(step.status) }];
  });
}
