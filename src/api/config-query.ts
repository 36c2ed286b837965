/** What the gateway says of itself, as query options. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { parseJson } from '#model/json.ts';
import { ApiError } from './api-error.ts';
import { requestText } from './client.ts';

z.config({ jitless: true });

const configSchema = z.object({
  mode: z.enum(['live', 'demo']),
  /** ISO 4217; Routee names none. */
  currency: z.catch(z.nullable(z.string()), null),
  /** A masking that this app does not know is the strictest. */
  mask: z.catch(z.enum(['toggle', 'always', 'off']), 'always'),
  access: z.catch(z.enum(['local', 'proxy', 'oidc']), 'local'),
  version: z.catch(z.string(), ''),
  user: z.catch(z.nullable(z.object({ name: z.string() })), null),
  /** What Routee thinks of the gateway's credentials. */
  credentials: z.catch(z.enum(['ok', 'refused', 'roleMissing', 'unchecked']), 'unchecked'),
  /** Empty in live mode. */
  demoFlows: z.catch(z.array(z.object({ trackingId: z.string(), title: z.string(), group: z.string() })), []),
});

export type Config = Readonly<z.infer<typeof configSchema>>;
export type DemoFlow = Config['demoFlows'][number];

const path = '/api/config';

async function fetchConfig(signal: AbortSignal): Promise<Config> {
  const { text, requestId } = await requestText(path, { signal });
  const json = parseJson(text);
  const config = configSchema.safeParse(json.ok ? json.value : null);
  if (config.success) return config.data;
  throw new ApiError({ kind: 'unreadable', status: 200, requestId, received: text.slice(0, 65_536) }, `GET ${path}`);
}

export function configOptions() {
  return queryOptions({
    queryKey: ['config'],
    queryFn: ({ signal }) => fetchConfig(signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // Everything works without it but less well; it is asked for until it comes.
    refetchInterval: ({ state }) => (state.status === 'error' ? 10_000 : false),
  });
}
