/** The one query client of the app, and which failures it asks again after by itself. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { DurationMs } from '#model/values/time.ts';
import { ApiError } from './api-error.ts';
import { noteFailedAnswer } from './app-build.ts';

const mostRetries = 2;
const firstPauseMs = 300;
/** A longer Retry-After is told to the person instead of waited for behind a skeleton. */
const longestRetryAfterMs = 10_000;

/**
 * Milliseconds to wait before asking again, or null to say what is wrong. `failures` counts those before this one. The
 * gateway has itself repeated what Routee failed at, so only the way to the gateway and a short Retry-After are left.
 */
export function retryPauseMs(failures: number, error: Error): DurationMs | null {
  if (failures >= mostRetries || !(error instanceof ApiError)) return null;
  const { failure } = error;
  if (failure.kind === 'offline') return firstPauseMs * 3 ** failures;
  if (failure.kind !== 'problem' || failure.code !== 'rate-limited') return null;
  const { retryAfterMs } = failure;
  return retryAfterMs !== null && retryAfterMs <= longestRetryAfterMs ? retryAfterMs : null;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    // Answers that came and cannot be read are thrown by the queries.
    queryCache: new QueryCache({ onError: noteFailedAnswer }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => retryPauseMs(failures, error) !== null,
        retryDelay: (failures, error) => retryPauseMs(failures, error) ?? 0,
        // The gateway may be on this very machine: it answers without internet.
        networkMode: 'always',
        refetchOnReconnect: true,
        refetchIntervalInBackground: false,
      },
    },
  });
}
