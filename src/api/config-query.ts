/** What the gateway says of itself, as query options. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { linksSchema } from '#contract/links.ts';
import { usualAnswerLimitMs } from '#contract/time-limits.ts';
import { parseJson } from '#model/values/json.ts';
import { ApiError, isSignInEnded } from './api-error.ts';
import { noteAnswerLimit, requestText } from './client.ts';

z.config({ jitless: true });

const configSchema = z.object({
  mode: z.enum(['live', 'demo']),
  /** ISO 4217; Routee names none. */
  currency: z.catch(z.nullable(z.string()), null),
  /** ISO 3166-1 alpha-2: where numbers without a country are from. */
  country: z.catch(z.nullable(z.string()), null),
  /** Into other systems; none where they cannot be read. */
  links: z.catch(linksSchema, []),
  /** A masking that this app does not know is the strictest. */
  mask: z.catch(z.enum(['toggle', 'always', 'off']), 'always'),
  access: z.catch(z.enum(['local', 'proxy', 'oidc']), 'local'),
  version: z.catch(z.string(), ''),
  user: z.catch(z.nullable(z.object({ name: z.string() })), null),
  /** What Routee thinks of the gateway's credentials. */
  credentials: z.catch(z.enum(['ok', 'refused', 'roleMissing', 'unchecked']), 'unchecked'),
  /** What passes through the gateway is kept. */
  history: z.catch(z.boolean(), false),
  /** How long the gateway waits for Routee. */
  answerLimitMs: z.catch(z.number().check(z.positive(), z.maximum(600_000)), usualAnswerLimitMs),
});

export type Config = Readonly<z.infer<typeof configSchema>>;

/** Only of demo mode. */
const demoFlowsSchema = z.object({
  demoFlows: z.array(z.object({ trackingId: z.string(), title: z.string(), group: z.string() })),
});
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
