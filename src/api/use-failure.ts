/** Keeps a first failure in sight while it is asked again, where the query itself would go back to loading. */
import { useState } from 'react';

interface QueryResult {
  readonly status: 'pending' | 'error' | 'success';
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  readonly error: Error | null;
}

/** What a page says of a failed query. The component must be keyed by what the query asks for. */
export function useFailure({ status, fetchStatus, error }: QueryResult): { error: Error | null; retrying: boolean } {
  const [last, setLast] = useState<Error | null>(null);
  if (error !== null && error !== last) setLast(error);
  if (status === 'success' && error === null && last !== null) setLast(null);
  const shown = error ?? (status === 'pending' ? last : null);
  return { error: shown, retrying: shown !== null && fetchStatus === 'fetching' };
}
