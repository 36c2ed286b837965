/** One flow of a list: asked for as any flow is, and reduced to its row at once, so that a thousand of them are light. */
import type { QueryClient } from '@tanstack/react-query';
import { foundFlow, type LookupState } from '#model/lookup/lookup.ts';
import { readFlow } from '#model/record/read-flow.ts';
import { requestText } from './client.ts';
import { flowPath } from './flow-query.ts';

/** Rows are kept so long after the page was left, for the way back. */
const keptMs = 30 * 60_000;

/** The state a flow's answer comes to. Rejects with an `ApiError`. */
export function lookUp(client: QueryClient, trackingId: string, signal: AbortSignal): Promise<LookupState> {
  return client.fetchQuery({
    queryKey: ['lookup', trackingId],
    queryFn: async (): Promise<LookupState> => {
      const { text, asOf } = await requestText(flowPath(trackingId), { signal });
      const reading = readFlow(text);
      return reading.ok ? { kind: 'found', ...foundFlow(reading.flow, asOf) } : { kind: 'unreadable' };
    },
    gcTime: keptMs,
    retry: false,
  });
}
