/** What the gateway says of itself, as query options. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { demoFlowsShape, factsShape } from '#contract/facts.ts';
import { usualAnswerLimitMs } from '#contract/time-limits.ts';
import { parseJson } from '#model/values/json.ts';
import { ApiError, isSignInEnded } from './api-error.ts';
import { noteAnswerLimit, requestText } from './client.ts';

z.config({ jitless: true });

/** What the gateway of another version says is put up with, member by member. */
const configSchema = z.object({
  mode: factsShape.mode,
  currency: z.catch(factsShape.currency, null),
  country: z.catch(factsShape.country, null),
  /** None where they cannot be read. */
  links: z.catch(factsShape.links, []),
  /** A masking that this app does not know is the strictest. */
  mask: z.catch(factsShape.mask, 'always'),
  access: z.catch(factsShape.access, 'local'),
  version: z.catch(factsShape.version, ''),
  user: z.catch(factsShape.user, null),
  credentials: z.catch(factsShape.credentials, 'unchecked'),
  /** Whether it keeps what it sees of flows. */
  history: z.catch(factsShape.history, false),
  answerLimitMs: z.catch(factsShape.answerLimitMs, usualAnswerLimitMs),
});

export type Config = Readonly<z.infer<typeof configSchema>>;

/** Only of demo mode. */
const demoFlowsSchema = z.object(demoFlowsShape);
export type DemoFlow = z.infer<typeof demoFlowsSchema>['demoFlows'][number];

const path = '/api/config';

async function fetchFacts<Schema extends z.ZodMiniType>(schema: Schema, signal: AbortSignal) {
  const { text, requestId } = await requestText(path, { signal });
  const json = parseJson(text);
  const facts = schema.safeParse(json.ok ? json.value : null);
  if (facts.success) return facts.data;
  throw new ApiError({ kind: 'unreadable', status: 200, requestId, received: text.slice(0, 65_536) }, `GET ${path}`);
}

/** The facts as the gateway writes them into a page; undefined for what are none. */
export function readFacts(text: string): Config | undefined {
  const json = parseJson(text);
  const config = json.ok ? configSchema.safeParse(json.value).data : undefined;
  if (config !== undefined) noteAnswerLimit(config.answerLimitMs);
  return config;
}

async function fetchConfig(signal: AbortSignal): Promise<Config> {
  const config = await fetchFacts(configSchema, signal);
  noteAnswerLimit(config.answerLimitMs);
  return config;
}

/** The demo's flows as `GET /api/config` gives them; undefined for what are none. */
export function readDemoFlows(text: string): readonly DemoFlow[] | undefined {
  const json = parseJson(text);
  return json.ok ? demoFlowsSchema.safeParse(json.value).data?.demoFlows : undefined;
}

export function configOptions() {
  return queryOptions({
    queryKey: ['config'],
    queryFn: ({ signal }) => fetchConfig(signal),
    // Right after its start the gateway does not know yet what Routee thinks of its credentials.
    staleTime: ({ state }) => (state.data?.credentials === 'unchecked' ? 0 : Number.POSITIVE_INFINITY),
    gcTime: Number.POSITIVE_INFINITY,
    // Everything works without it but less well; it is asked for until it comes.
    refetchInterval: ({ state }) => (state.status === 'error' && !isSignInEnded(state.error) ? 10_000 : false),
  });
}

export function demoFlowsOptions() {
  return queryOptions({
    queryKey: ['demo-flows'],
    queryFn: async ({ signal }) => (await fetchFacts(demoFlowsSchema, signal)).demoFlows,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
