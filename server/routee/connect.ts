/** Everything between the gateway's routes and Routee's two hosts, put together. */
import type { Limits, RouteeAccount } from '../config.ts';
import type { Metrics } from '../metrics.ts';
import { RouteeCalls } from './calls.ts';
import { watchCredentials } from './credentials-watch.ts';
import { Flows } from './flows.ts';
import { openHost } from './http.ts';
import { OwnSecrets } from './own-secrets.ts';
import { Slots } from './slots.ts';
import { RouteeToken } from './token.ts';

const largestToken = 1024 * 1024;

export interface Routee {
  readonly calls: RouteeCalls;
  readonly flows: Flows;
  readonly watch: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function connectRoutee(account: RouteeAccount, limits: Limits, metrics: Metrics): Routee {
  const api = openHost(account.apiUrl, limits.maxCalls, limits.connectMs);
  const auth = openHost(account.authUrl, 2, limits.connectMs);
  const line = { host: auth, slots: new Slots(2), maxBytes: largestToken, metrics };
  const secrets = new OwnSecrets(account);
  const token = new RouteeToken({ ...account, line, timeoutMs: limits.totalMs, metrics, secrets });
  const calls = new RouteeCalls({ host: api, token, limits, metrics, secrets });
  const flows = new Flows({
    fetch: (trackingId, signal) => calls.flow(trackingId, signal),
    finishedMemoryMs: limits.finishedMemoryMs,
    metrics,
  });
  const close = async () => {
    await Promise.all([api.pool.destroy(), auth.pool.destroy()]);
  };
  return { calls, flows, watch: (signal) => watchCredentials(token, signal), close };
}
