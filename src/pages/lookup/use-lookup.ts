/** The list of this tab for components, told of a few times a second at most however fast answers come. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { LookupProgress, LookupRun } from '#api/lookup-run.ts';
import { type Lookup, restoreLookup, storeLookup, useCurrentLookup } from './lookup-store.ts';

const tellEveryMs = 150;
const storeEveryMs = 2000;

export function useLookup(): Lookup | null {
  const client = useQueryClient();
  useEffect(() => restoreLookup(client), [client]);
  return useCurrentLookup();
}

/** Calls it at once and then at most so often, the last time included. */
function throttled(run: () => void, everyMs: number): { readonly call: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again = false;
  const call = () => {
    if (timer !== null) {
      again = true;
      return;
    }
    run();
    timer = setTimeout(() => {
      timer = null;
      if (!again) return;
      again = false;
      call();
    }, everyMs);
  };
  return { call, stop: () => timer !== null && clearTimeout(timer) };
}

/** How far the look-up is. While the page is shown, what is known is kept in the tab's storage. */
export function useProgress(run: LookupRun): LookupProgress {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { call, stop } = throttled(listener, tellEveryMs);
      const end = run.subscribe(call);
      return () => {
        end();
        stop();
      };
    },
    [run],
  );
  useEffect(() => {
    const { call, stop } = throttled(storeLookup, storeEveryMs);
    const end = run.subscribe(call);
    addEventListener('pagehide', storeLookup);
    return () => {
      end();
      stop();
      removeEventListener('pagehide', storeLookup);
      storeLookup();
    };
  }, [run]);
  return useSyncExternalStore(subscribe, run.progress, run.progress);
}
