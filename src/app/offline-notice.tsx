/** Says that the gateway is away and since when, asks whether it is back, and then has everything that failed asked again. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { requestText } from '#api/client.ts';
import {
  gatewayAwaySince,
  hasSignInEnded,
  isAway,
  onGatewayChange,
  useGatewayAwaySince,
  useSignInEnded,
} from '#api/gateway-state.ts';
import type { EpochMs } from '#model/values/time.ts';
import { Button } from '#ui/button.tsx';
import { useOnline } from '#ui/use-online.ts';
import { useViewer } from '#ui/viewer.tsx';

const firstPauseMs = 1000;
const longestPauseMs = 15_000;
const probeLimitMs = 5000;
const backShownMs = 5000;
/** Away again so soon after it came back counts as not having come back: the pauses go on growing. */
const soonMs = 60_000;

/**
 * True for some seconds after the gateway has come back. What failed for want of it is then asked again: a running
 * flow would have waited for its own next look, a page without data for the person.
 */
function useReturn(): boolean {
  const client = useQueryClient();
  const [back, setBack] = useState(false);
  useEffect(
    () =>
      onGatewayChange(() => {
        const isBack = gatewayAwaySince() === null && !hasSignInEnded();
        setBack(isBack);
        if (!isBack) return;
        const failed = {
          type: 'active',
          predicate: ({ state }: { state: { error: Error | null } }) => isAway(state.error),
        } as const;
        // Not what is being asked already: the answer that showed the gateway to be back is still being read.
        void client.refetchQueries(failed, { cancelRefetch: false });
      }),
    [client],
  );
  useEffect(() => {
    if (!back) return;
    const timer = setTimeout(() => setBack(false), backShownMs);
    return () => clearTimeout(timer);
  }, [back]);
  return back;
}

/** How many times in a row the gateway went away soon after it had come back. */
function useRelapses(): number {
  const [relapses, setRelapses] = useState(0);
  useEffect(() => {
    let backAt = Number.NEGATIVE_INFINITY;
    return onGatewayChange(() => {
      const now = Date.now();
      if (gatewayAwaySince() === null) backAt = now;
      else setRelapses((count) => (now - backAt < soonMs ? count + 1 : 0));
    });
  }, []);
  return relapses;
}

/** Asks for something small until it comes: less and less often, and only while the tab is seen. */
function useProbe(relapses: number) {
  return useQuery({
    queryKey: ['gateway-probe'],
    queryFn: async ({ signal }) => {
      await requestText('/api/config', { signal, fresh: true, timeLimitMs: probeLimitMs });
      return true;
    },
    // The failure that brought this notice was the first question; the next one comes after a pause.
    initialData: false,
    refetchOnMount: false,
    retry: false,
    gcTime: 0,
    refetchInterval: ({ state }) => Math.min(longestPauseMs, firstPauseMs * 2 ** (relapses + state.errorUpdateCount)),
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });
}

export function OfflineNotice() {
  const since = useGatewayAwaySince();
  const back = useReturn();
  const ended = useSignInEnded();
  const relapses = useRelapses();
  const texts = useViewer().catalogue.app.offline;
  // Always there, so that screen readers hear what comes into it.
  return (
    <div role="status">
      {ended ? <SignInEnded /> : since !== null && <Away since={since} relapses={relapses} />}
      {since === null && back && (
        <p className="rounded-lg border border-ok bg-ok-soft px-3.5 py-2 text-[13px] font-medium text-ok shadow-lg">
          <span aria-hidden="true">✓ </span>
          {texts.back}
        </p>
      )}
    </div>
  );
}

/** The one place that offers the reload: it brings the sign-in, and then this page again. */
function SignInEnded() {
  const texts = useViewer().catalogue.errors.signInEnded;
  return (
    <div className="pointer-events-auto flex max-w-[640px] flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-warn bg-warn-soft px-3.5 py-2 text-[13px] shadow-lg">
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-semibold">{texts.title}</strong> {texts.next}
      </p>
      <Button size="small" onClick={() => location.reload()}>
        {texts.reload}
      </Button>
    </div>
  );
}

function Away({ since, relapses }: { readonly since: EpochMs; readonly relapses: number }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.app.offline;
  const online = useOnline();
  const { isFetching, refetch } = useProbe(relapses);
  return (
    <div className="pointer-events-auto flex max-w-[640px] flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-warn bg-warn-soft px-3.5 py-2 text-[13px] shadow-lg">
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-semibold">{online ? texts.title : texts.noNetwork}</strong>{' '}
        <time dateTime={new Date(since).toISOString()} title={format.dateTime(since)}>
          {texts.since(format.clock(since))}
        </time>
      </p>
      <Button size="small" aria-disabled={isFetching} onClick={() => isFetching || void refetch()}>
        {texts.retry}
      </Button>
    </div>
  );
}
