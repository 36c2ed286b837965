/** Asks a gateway, as the app does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Failure, failureOf, isForeignPage } from '#api/api-error.ts';
import type { Answer, Source } from './source.ts';

/** Later than a gateway gives a call to Routee up at its longest setting. */
const limitMs = 135_000;
/** A list of IDs waits as often as this when it is told to; then it says so. */
const mostWaits = 5;
const longestWaitMs = 60_000;

function failed(failure: Failure): Answer {
  return { ok: false, failure };
}

async function asked(address: URL, headers: Readonly<Record<string, string>>): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(limitMs) });
    text = await response.text();
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return failed({ kind: isLate ? 'timeout' : 'offline' });
  }
  if (isForeignPage(response, text)) return failed({ kind: 'signInEnded', status: response.status });
  return response.ok ? { ok: true, text } : failed(failureOf(response, text));
}

function waitMs(answer: Answer): number | null {
  if (answer.ok || answer.failure.kind !== 'problem' || answer.failure.code !== 'rate-limited') return null;
  return Math.min(longestWaitMs, answer.failure.retryAfterMs ?? 1000);
}

/** `url`: where the gateway's page is; `key` may be empty. */
export function gatewaySource(url: URL, key: string): Source {
  const base = url.href.replace(/[?#].*$/, '').replace(/\/*$/, '/');
  const headers = {
    accept: 'application/json',
    'cache-control': 'no-cache',
    'user-agent': 'cascade-cli',
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  };
  async function flow(trackingId: string): Promise<Answer> {
    const address = new URL(`api/failover/tracking/${encodeURIComponent(trackingId)}`, base);
    for (let waits = 0; ; waits++) {
      const answer = await asked(address, headers);
      const ms = waitMs(answer);
      if (ms === null || waits === mostWaits) return answer;
      await sleep(ms);
    }
  }
  return { flow, close: () => {} };
}
