/** Looks for a message's own ID among the flows of the last 24 hours, newest first, page by page. */
import type { OwnIdHolder } from '#model/lookup/own-id.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import { ApiError } from './api-error.ts';
import { mayPass } from './flow-query.ts';
import { pageSize, type SearchCriteria } from './search-options.ts';
import type { OwnIdPage } from './search-page.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** 10,000 flows: Routee reads no further in one search (`Result window is too large`). */
export const mostPages = 10_000 / pageSize;
/** A page is asked for so often before the search stops and says so. */
const mostTries = 4;
const firstWaitMs = 1000;
const longestWaitMs = 60_000;

export interface OwnIdProgress {
  /** Flows looked through, each once. */
  readonly flows: number;
  /** As Routee counts them; null before it has said. */
  readonly total: number | null;
}

export interface OwnIdResult extends OwnIdProgress {
  readonly holder: OwnIdHolder | null;
}

interface OwnIdSearch {
  /** Gives one page's answer; rejects with an `ApiError`, or with the signal's reason. */
  readonly ask: (criteria: SearchCriteria, page: number, signal: AbortSignal) => Promise<OwnIdPage>;
  readonly now: EpochMs;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OwnIdProgress) => void;
  readonly wait?: (ms: DurationMs, signal: AbortSignal) => Promise<void>;
}

/** Rejects with the signal's reason when that comes first. */
function pause(ms: DurationMs, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** How long to wait before asking again; null for what will not pass, or was tried often enough. */
function waitAfter(error: unknown, tries: number): DurationMs | null {
  if (!(error instanceof ApiError) || !mayPass(error.failure) || tries >= mostTries) return null;
  const told = error.failure.kind === 'problem' ? error.failure.retryAfterMs : null;
  return told === null ? firstWaitMs * 2 ** (tries - 1) : told > longestWaitMs ? null : told;
}

/** One page, asked for again where a failure may pass; Retry-After is obeyed up to a minute. */
async function pageOf({ ask, signal, wait = pause }: OwnIdSearch, criteria: SearchCriteria, page: number) {
  for (let tries = 1; ; tries++) {
    try {
      return await ask(criteria, page, signal);
    } catch (error) {
      signal.throwIfAborted();
      const waitMs = waitAfter(error, tries);
      if (waitMs === null) throw error;
      await wait(waitMs, signal);
    }
  }
}

/**
 * The flow that holds the ID, or null after every flow of the last 24 hours, or the newest 10,000 of them, was looked
 * through. Rejects with an `ApiError` where a page cannot be had, or with the signal's reason.
 */
export async function searchOwnId(search: OwnIdSearch): Promise<OwnIdResult> {
  const to = Math.floor(search.now / minuteMs) * minuteMs + minuteMs;
  const criteria: SearchCriteria = { from: to - dayMs - minuteMs, to, filters: [] };
  // Flows that begin meanwhile push others onto the next page: those come twice, and none is missed.
  const seen = new Set<string>();
  let total: number | null = null;
  for (let page = 0; page < mostPages; page++) {
    const found: OwnIdPage = await pageOf(search, criteria, page);
    for (const id of found.trackingIds) seen.add(id);
    total = found.totalElements ?? total;
    const { holder } = found;
    if (holder !== null) return { holder, flows: seen.size, total };
    search.onProgress({ flows: seen.size, total });
    if (page + 1 >= (found.totalPages ?? 1)) break;
  }
  return { holder: null, flows: seen.size, total };
}
