/** What the gateway's history has of a flow, as query options: when it was seen how, each version, and the flow of a moment. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { DrawnAnswer } from '#contract/drawing.ts';
import { momentText } from '#contract/moment.ts';
import { type FlowReading, readFlow } from '#model/record/read-flow.ts';
import { parseJson } from '#model/values/json.ts';
import { type EpochMs, readTime } from '#model/values/time.ts';
import { ApiError } from './api-error.ts';
import { requestText } from './client.ts';

z.config({ jitless: true });

const time = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const at = readTime(text);
    if (at === null) context.issues.push({ code: 'custom', message: 'a time', input: text });
    return at ?? 0;
  }),
);
const seenSchema = z.object({
  /** The version's number. */
  id: z.number(),
  source: z.enum(['page', 'search', 'callback', 'upload']),
  claim: z.boolean(),
  firstSeen: time,
  lastSeen: time,
  times: z.number(),
});
const historySchema = z.object({ versions: z.array(seenSchema) });

/** One stretch of time in which a record was seen to be the same; versions that came back have several. */
export type Sighting = Readonly<z.infer<typeof seenSchema>>;

export interface KeptAnswer {
  readonly text: string;
  /** When it was last seen so, by the moment that was asked for. */
  readonly asOf: EpochMs;
  readonly requestId: string | null;
  readonly reading: FlowReading;
}

const pathOf = (trackingId: string) => `/api/history/${encodeURIComponent(trackingId)}`;

/** Oldest first; empty for a flow of which nothing is kept. */
export function historyOptions(trackingId: string) {
  const path = pathOf(trackingId);
  return queryOptions({
    queryKey: ['history', trackingId],
    queryFn: async ({ signal }): Promise<readonly Sighting[]> => {
      const { text, requestId } = await requestText(path, { signal });
      const json = parseJson(text);
      const history = historySchema.safeParse(json.ok ? json.value : null);
      if (history.success) return history.data.versions;
      throw new ApiError(
        { kind: 'unreadable', status: 200, requestId, received: text.slice(0, 65_536) },
        `GET ${path}`,
      );
    },
  });
}

/** A version never changes. */
export function versionOptions(trackingId: string, version: number) {
  return queryOptions({
    queryKey: ['history', trackingId, 'version', version],
    queryFn: async ({ signal }): Promise<FlowReading> =>
      readFlow((await requestText(`${pathOf(trackingId)}/versions/${version}`, { signal })).text),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/** Under another root than the flow's history, so that asking for that anew leaves it. */
export const keptKey = (trackingId: string, at: EpochMs | null) => ['kept', trackingId, at] as const;

/** The flow as Routee gave it at a moment, or last where `at` is null. */
export function keptOptions(trackingId: string, at: EpochMs | null) {
  return queryOptions({
    queryKey: keptKey(trackingId, at),
    queryFn: async ({ signal }): Promise<KeptAnswer> => {
      const query = at === null ? '' : `?asof=${momentText(at)}`;
      const { text, asOf, requestId } = await requestText(`${pathOf(trackingId)}/record${query}`, { signal });
      return { text, asOf, requestId, reading: readFlow(text) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/** The answer that a page was drawn from. `now`: the gateway's clock while it drew. */
export function drawnKeptAnswer({ text, asOf, requestId }: DrawnAnswer, now: EpochMs): KeptAnswer {
  return { text, asOf: asOf ?? now, requestId, reading: readFlow(text) };
}
