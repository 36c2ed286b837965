/** Live mode: looks for new and unfinished flows while it is on and the page is seen. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiError } from '#api/api-error.ts';
import { newPages, pagesOfFlows } from '#api/search-news.ts';
import { type SearchCriteria, searchNewsOptions } from '#api/search-options.ts';
import type { SearchPage } from '#api/search-page.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import type { RowStore } from '../data/row-store.ts';
import type { Mark } from '../table/flow-line.tsx';
import { nextPauseMs, unfinishedFlows } from './look-plan.ts';

export interface Live {
  /** When the last look was. */
  readonly asOf: EpochMs | null;
  /** What the last look that brought anything brought. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Why the last look failed. */
  readonly error: Error | null;
}

const nothing: Live = { asOf: null, marks: new Map(), error: null };

interface Look {
  readonly criteria: SearchCriteria;
  readonly store: RowStore;
  readonly since: EpochMs;
  readonly lookedAt: Map<string, EpochMs>;
  readonly signal: AbortSignal;
}

function idsOf(pages: readonly SearchPage[]): Set<string> {
  return new Set(pages.flatMap((page) => page.rows.flatMap((row) => row?.trackingId ?? [])));
}

/** Pages that say something new. */
async function look({ criteria, store, since, lookedAt, signal }: Look): Promise<SearchPage[]> {
  const now = Date.now();
  const found = await newPages(criteria, since, now, signal);
  const asked = unfinishedFlows(store.rows, lookedAt, idsOf(found));
  const single = await pagesOfFlows(asked, signal);
  for (const id of asked) lookedAt.set(id, now);
  return [...found, ...single].filter((page) => {
    const { fresh, changed } = store.news(page);
    return fresh.length + changed.length > 0;
  });
}

function marksOf(pages: readonly SearchPage[], store: RowStore): ReadonlyMap<string, Mark> {
  const news = pages.map((page) => store.news(page));
  return new Map<string, Mark>([
    ...news.flatMap(({ changed }) => changed.map((id) => [id, 'changed'] as const)),
    ...news.flatMap(({ fresh }) => fresh.map((id) => [id, 'fresh'] as const)),
  ]);
}

function retryAfterOf(error: unknown): DurationMs | null {
  return error instanceof ApiError && error.failure.kind === 'problem' ? error.failure.retryAfterMs : null;
}

function useVisible(): boolean {
  return useSyncExternalStore(
    (notify) => {
      document.addEventListener('visibilitychange', notify);
      return () => document.removeEventListener('visibilitychange', notify);
    },
    () => document.visibilityState === 'visible',
    () => true,
  );
}

/** `on`: the person wants it, and the range reaches up to now. */
export function useLive(on: boolean, criteria: SearchCriteria, store: RowStore): Live {
  const client = useQueryClient();
  const visible = useVisible();
  const [live, setLive] = useState({ criteria, state: nothing });
  const since = useRef({ criteria, at: criteria.to });
  const lookedAt = useRef(new Map<string, EpochMs>());
  const running = on && visible;
  useEffect(() => {
    if (!running) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    if (since.current.criteria !== criteria) since.current = { criteria, at: criteria.to };
    const again = async () => {
      const started = Date.now();
      let retryAfterMs: DurationMs | null = null;
      try {
        const { signal } = stop;
        const pages = await look({ criteria, store, since: since.current.at, lookedAt: lookedAt.current, signal });
        signal.throwIfAborted();
        const marks = marksOf(pages, store);
        since.current = { criteria, at: started };
        failures = 0;
        if (pages.length > 0)
          client.setQueryData(searchNewsOptions(criteria).queryKey, (old) => [...(old ?? []), ...pages]);
        setLive((before) => ({
          criteria,
          state: { asOf: started, marks: pages.length > 0 ? marks : before.state.marks, error: null },
        }));
      } catch (error) {
        if (stop.signal.aborted) return;
        failures++;
        retryAfterMs = retryAfterOf(error);
        const failed = error instanceof Error ? error : new Error(String(error));
        setLive((before) => ({ criteria, state: { ...before.state, error: failed } }));
      }
      timer = setTimeout(again, nextPauseMs(failures, retryAfterMs));
    };
    void again();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [running, criteria, store, client]);
  return live.criteria === criteria && on ? live.state : nothing;
}
