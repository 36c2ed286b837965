/** Whom the program asks for flows: a gateway, or Routee itself. */
import type { Failure } from '#api/api-error.ts';
import { isLoopback } from '#server/access/addresses.ts';
import { UsageError } from './arguments.ts';
import { gatewaySource } from './gateway-source.ts';

export type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly failure: Failure };

export interface Source {
  /** The flow's record as it is now. Never rejects. */
  readonly flow: (trackingId: string) => Promise<Answer>;
  readonly close: () => void;
}

function gatewayUrl(text: string, hasKey: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new UsageError('CASCADE_URL is no http or https address');
  if (hasKey && url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError('CASCADE_KEY goes over https only, or to this machine');
  }
  return url;
}

/** Throws a UsageError where the environment names neither, or names one wrongly. */
export async function sourceOf(env: NodeJS.ProcessEnv): Promise<Source> {
  const { CASCADE_URL: address = '', CASCADE_KEY: key = '' } = env;
  if (address !== '') return gatewaySource(gatewayUrl(address, key !== ''), key);
  if ((env.ROUTEE_APP_ID ?? '') === '') {
    throw new UsageError('nobody to ask: set CASCADE_URL, or ROUTEE_APP_ID and ROUTEE_APP_SECRET');
  }
  // Records of a file need none of its libraries.
  const { routeeSource } = await import('./routee-source.ts');
  return routeeSource(env);
}
