/** Live mode in the page: on while the person wants it and sees the page. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { LiveRun, type LiveState } from '#api/live-run.ts';
import { currentNews, liveAsks } from '#api/search-news.ts';
import { type SearchCriteria, searchNewsOptions } from '#api/search-options.ts';
import type { RowStore } from '../data/row-store.ts';

export type Live = LiveState;

const nothing: Live = { asOf: null, marks: new Map(), error: null, behind: 0, gone: 0, full: false };

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

/** `on`: the person wants it, and the range reaches up to now. One run serves a search, whatever is switched meanwhile. */
export function useLive(on: boolean, criteria: SearchCriteria, store: RowStore): Live {
  const client = useQueryClient();
  const visible = useVisible();
  const run = useMemo(
    () =>
      new LiveRun({
        criteria,
        rows: () => store.rows,
        newsOf: (page) => store.news(page),
        ask: liveAsks,
        deliver: (pages) =>
          client.setQueryData(searchNewsOptions(criteria).queryKey, (old) => currentNews([...(old ?? []), ...pages])),
      }),
    [criteria, store, client],
  );
  const running = on && visible;
  useEffect(() => {
    if (!running) return;
    run.resume();
    return () => run.pause();
  }, [running, run]);
  const state = useSyncExternalStore(run.subscribe, run.state, run.state);
  return on ? state : nothing;
}
