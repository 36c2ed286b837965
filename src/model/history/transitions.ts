/** Changes of status that were observed: between two looks, never at a moment that nobody saw. */
import type { Flow } from '../flow/flow.ts';
import type { Channel } from '../record/channel.ts';
import type { EpochMs } from '../values/time.ts';
import { differences } from './differences.ts';
import { ownAnswers, type Seen, stepsByName } from './version.ts';

export interface Transition {
  /** Place of the step in the flow that is shown; null for the flow's own status. */
  readonly stepIndex: number | null;
  /** Null for the flow's own status. */
  readonly channel: Channel | null;
  /** Of a step of several parts; null for a step of one. */
  readonly part: number | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Last seen with the earlier status. */
  readonly after: EpochMs;
  /** First seen with the later one; not before `after`. */
  readonly before: EpochMs;
  /** When the record says that the later status was set; null where it does not say. */
  readonly at: EpochMs | null;
}

/**
 * Every change of status between two of Routee's own answers that follow each other, oldest first. Claims are not used.
 * `shown`: the flow whose steps are meant; changes of steps that it does not have are left out. A step that was declared or
 * not there, and then has a status, is a change too.
 */
export function transitions(seen: readonly Seen[], shown: Flow): Transition[] {
  const own = ownAnswers(seen);
  const places = new Map([...stepsByName(shown)].map(([name, { index }]) => [name, index]));
  return own.slice(1).flatMap((later, place): Transition[] => {
    const earlier = own[place] ?? later;
    // Two gateways may have looked at once: what the other saw meanwhile does not make time run backwards.
    const span = { after: Math.min(earlier.lastSeen, later.firstSeen), before: later.firstSeen };
    const names = new Map([...stepsByName(later.flow)].map(([name, { index }]) => [index, name]));
    return differences(earlier.flow, later.flow).flatMap((change): Transition[] => {
      if (change.kind === 'flowStatus') {
        const { from, to } = change;
        return [{ stepIndex: null, channel: null, part: null, from, to, ...span, at: null }];
      }
      if (change.kind !== 'status' && change.kind !== 'newStep') return [];
      const stepIndex = places.get(names.get(change.stepIndex) ?? '');
      const { channel, to } = change;
      if (stepIndex === undefined || to === null) return [];
      const { part, from, at } =
        change.kind === 'status' ? change : { part: null, from: null, at: statusSetAt(later.flow, change.stepIndex) };
      return [{ stepIndex, channel, part, from, to, ...span, at }];
    });
  });
}

function statusSetAt(flow: Flow, stepIndex: number): EpochMs | null {
  const step = flow.steps[stepIndex];
  return step?.messages.find(({ status }) => status === step.status)?.updatedAt ?? null;
}
