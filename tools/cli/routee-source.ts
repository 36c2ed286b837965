/** Asks Routee itself, through the gateway's own client: its limits, repetitions and care for secrets hold here, too. */
import type { Failure } from '#api/api-error.ts';
import { readConfig } from '#server/config.ts';
import { ConfigError } from '#server/config-error.ts';
import { createMetrics } from '#server/metrics.ts';
import { asProblem } from '#server/problem.ts';
import { connectRoutee } from '#server/routee/connect.ts';
import { UsageError } from './arguments.ts';
import type { Source } from './source.ts';

function config(env: NodeJS.ProcessEnv) {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('ROUTEE_')));
  try {
    const { routee, limits } = readConfig(own);
    if (routee === null) throw new UsageError('ROUTEE_APP_ID and ROUTEE_APP_SECRET are not set');
    return { account: routee, limits };
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

function failureFrom(error: unknown): Failure {
  const { code, status, message, extra } = asProblem(error);
  return {
    kind: 'problem',
    code,
    status,
    detail: message,
    requestId: null,
    retryAfterMs: extra.retryAfter === undefined ? null : extra.retryAfter * 1000,
    routee: extra.routee ?? null,
    received: extra.received ?? null,
    signIn: null,
  };
}

/** Throws a UsageError where the variables are wrong. */
export function routeeSource(env: NodeJS.ProcessEnv): Source {
  const { calls, close } = connectRoutee({ ...config(env), metrics: createMetrics(), log: { warn: () => {} } });
  return {
    close,
    flow: async (trackingId) => {
      try {
        const { bytes, lease } = await calls.flow(trackingId, new AbortController().signal);
        const text = bytes.toString('utf8');
        lease.release();
        return { ok: true, text };
      } catch (error) {
        return { ok: false, failure: failureFrom(error) };
      }
    },
  };
}
