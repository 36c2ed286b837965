/** Records out of the history, as answers to be masked and sent like Routee's own. */
import type { EpochMs } from '#model/values/time.ts';
import { Problem } from '../problem.ts';
import type { AnswerMemory } from '../routee/memory.ts';
import type { Fetched } from '../routee/read-answer.ts';
import type { HistoryKeeper } from './keeper.ts';
import { historyKey } from './tracking-key.ts';

/** The embedded database takes seconds to open, and one that hangs never answers. */
const longestMs = 5000;

/** What the history answers in time. Throws a Problem where it does not. */
export async function asked<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The history took too long')), longestMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    throw new Problem('internal', 'The history cannot be read at the moment.', { status: 503, retryAfter: 5 });
  } finally {
    clearTimeout(timer);
  }
}

/** Kept bytes as an answer that takes its room in the memory of all answers. Throws a Problem where there is none. */
export function answerOf(memory: AnswerMemory, bytes: Buffer, asOf: EpochMs): Fetched {
  const lease = memory.lease();
  if (!lease.tryReserve(bytes.length)) {
    lease.release();
    throw new Problem('rate-limited', 'The gateway has no memory for it at the moment.', { retryAfter: 5 });
  }
  return { bytes, finished: false, ownId: null, asOf, lease };
}

/**
 * The flow as Routee gave it at a moment, or last where `at` is null; `asOf` is when it was last seen so by then. Null where
 * nothing of then is kept; claims are never given. Throws a Problem where the history cannot be read.
 */
export async function keptAnswer(
  { history, memory }: { readonly history: HistoryKeeper; readonly memory: AnswerMemory },
  trackingId: string,
  at: EpochMs | null,
): Promise<Fetched | null> {
  const moment = at ?? Number.POSITIVE_INFINITY;
  const found = await asked(history.read((store) => store.asOf(historyKey(trackingId), moment)));
  if (found === null) return null;
  return answerOf(memory, found.record, Math.min(found.sighting.lastSeen, moment));
}
