/** What routes do for the history: answers noted once they are out, and a word where only the history has a flow. */
import type { FastifyReply } from 'fastify';
import { Problem } from '../problem.ts';
import type { Fetched } from '../routee/read-answer.ts';
import type { HistoryKeeper } from './keeper.ts';
import { historyKey } from './tracking-key.ts';

/** A database that takes longer says nothing: Routee's answer is not held up for it. */
const longestLookMs = 500;

/** Notes a flow's record, or a page of a search for null, when the reply is out or its reader gone. */
export function noteWhenSent(
  history: HistoryKeeper | null,
  reply: FastifyReply,
  answer: Fetched,
  trackingId: string | null,
): void {
  if (history === null || !history.wants(answer)) return;
  answer.lease.hold();
  const note = () => {
    history.observe(answer, trackingId, trackingId === null ? 'search' : 'page');
    answer.lease.release();
  };
  if (reply.raw.closed) note();
  else reply.raw.once('close', note);
}

async function lastSeen(history: HistoryKeeper, trackingId: string): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestLookMs);
  });
  const look = history
    .read((store) => store.sightings(historyKey(trackingId)))
    .then((sightings) => sightings.findLast(({ claim }) => !claim)?.lastSeen ?? null)
    .catch(() => null);
  try {
    return await Promise.race([look, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer; a Problem that Routee knows no such flow says until when the history has it, where it does. */
export async function saidIfKept<Answer>(
  history: HistoryKeeper | null,
  answer: Promise<Answer>,
  trackingId: string,
): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (history === null || !(error instanceof Problem) || error.code !== 'not-found') throw error;
    const seen = await lastSeen(history, trackingId);
    if (seen === null) throw error;
    throw new Problem(error.code, error.message, { ...error.extra, keptUntil: new Date(seen).toISOString() });
  }
}
