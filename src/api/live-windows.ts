/** The stretches of time that live mode has still to read, each page by page: what was not read stays to be read. */
import type { EpochMs } from '#model/values/time.ts';
import { ApiError } from './api-error.ts';
import { pageSize, type SearchCriteria } from './search-options.ts';
import type { SearchPage } from './search-page.ts';

const minuteMs = 60_000;
/** A flow may be found by the search a little later than it was created. */
const overlapMs = minuteMs;

interface Window {
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** The page to read next. */
  readonly page: number;
  /** As Routee counts them; null before the first page. */
  readonly total: number | null;
}

type Ask = (criteria: SearchCriteria, page: number) => Promise<SearchPage>;

export interface LiveWindows {
  /** Makes everything up to this moment to be read; false while something older is left. */
  readonly reach: (now: EpochMs) => boolean;
  /** Reads one page more; null when nothing is left. What fails stays to be read. */
  readonly next: (ask: Ask) => Promise<SearchPage | null>;
  /** Flows that were counted and not read yet. */
  readonly behind: () => number;
}

const whole = (time: EpochMs) => Math.floor(time / minuteMs) * minuteMs;

/** Routee reads no further in one search (`Result window is too large`): the stretch is halved. */
function isTooLong(error: unknown, { page, from, to }: Window): boolean {
  return (
    error instanceof ApiError &&
    error.failure.kind === 'problem' &&
    error.failure.code === 'refused-by-routee' &&
    page > 0 &&
    to - from > minuteMs
  );
}

function halves({ from, to }: Window): Window[] {
  const middle = whole((from + to) / 2);
  return [
    { from: middle, to, page: 0, total: null },
    { from, to: middle, page: 0, total: null },
  ].filter((one) => one.from < one.to);
}

/** Everything after the search's own end. */
export function liveWindows(criteria: SearchCriteria): LiveWindows {
  let windows: Window[] = [];
  let since = criteria.to;
  const reach = (now: EpochMs) => {
    // What is left comes first: pages keep their places only while their stretch stays as it is, and an account that
    // sends faster than it is read must not keep the older flows waiting for ever.
    if (windows.length > 0) return false;
    windows = [
      { from: Math.max(criteria.from, whole(since - overlapMs)), to: whole(now) + minuteMs, page: 0, total: null },
    ];
    since = now;
    return true;
  };
  const next = async (ask: Ask): Promise<SearchPage | null> => {
    const [window, ...rest] = windows;
    if (window === undefined) return null;
    try {
      const page = await ask({ ...criteria, from: window.from, to: window.to }, window.page);
      const read = window.page + 1;
      const more = read < (page.totalPages ?? 1);
      const total = Math.max(page.totalElements ?? 0, window.total ?? 0);
      windows = more ? [{ ...window, page: read, total }, ...rest] : rest;
      return page;
    } catch (error) {
      if (!isTooLong(error, window)) throw error;
      windows = [...halves(window), ...rest];
      return next(ask);
    }
  };
  const behind = () => windows.reduce((sum, { page, total }) => sum + Math.max(0, (total ?? 0) - page * pageSize), 0);
  return { reach, next, behind };
}
