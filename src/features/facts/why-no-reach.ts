/** Why no time to reach stands among a flow's facts. */

import type { Flow } from '#model/flow/flow.ts';
import { reached } from '#model/flow/reach.ts';
import type { EpochMs } from '#model/values/time.ts';
import type { Words } from '../look/row-texts.ts';

function ofReached(flow: Flow, reachedBy: number, { catalogue }: Words): string {
  const texts = catalogue.facts;
  const step = flow.steps[reachedBy];
  if (step?.contradiction !== null) return texts.reachDoubtful;
  if (flow.status.kind === 'failed') return texts.reachedFailed;
  const doubtful = flow.clockDoubts.some(({ stepIndex }) => stepIndex === null || stepIndex === reachedBy);
  return doubtful ? texts.timesDoubtful : texts.reachedUnknown;
}

/** In a few words; for a flow that has a time to reach, what would be said without it. */
export function whyNoReach(flow: Flow, now: EpochMs, words: Words): string {
  const { catalogue, format } = words;
  const texts = catalogue.facts;
  if (flow.reachedBy !== null) return ofReached(flow, flow.reachedBy, words);
  if (flow.steps.some((step) => step.contradiction !== null && !reached(step.outcome))) return texts.reachDoubtful;
  if (flow.steps.some(({ outcome }) => outcome.kind === 'unheard')) return texts.unheard;
  if (flow.running)
    return flow.createdAt === null ? texts.notInRecord : texts.soFar(format.duration(now - flow.createdAt));
  if (!flow.ended) return texts.notKnown;
  const unknown = flow.steps.some(({ outcome }) => outcome.kind === 'unknown' || outcome.kind === 'waiting');
  return flow.status.kind === 'succeeded' || unknown ? texts.notInRecord : texts.notReached;
}
