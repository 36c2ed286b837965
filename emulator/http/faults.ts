/** Trouble on demand: failures by chance, and answers that take their time. */

import { seededRandom } from '../random.ts';
import { type Answer, refusal, tooManyRequests } from './answers.ts';
import type { Operation } from './ledger.ts';

export type FailureKind = '500' | '502' | '503' | '429' | 'hangUp' | 'cut';

export interface FailureOptions {
  /** Default: 500, 502, 503, 429 and hangUp. */
  readonly kinds?: readonly FailureKind[];
  /** Default: every operation but the token. */
  readonly operations?: readonly Operation[];
}

export interface Faults {
  /** Lets this share of calls fail (0 to 1); which ones follows from the seed. */
  setFailureRate(rate: number, options?: FailureOptions): void;
  /** Milliseconds before any answer, beside what a scenario takes. */
  setLatency(ms: number): void;
  latency(): number;
  /** The failure that this call meets, if any. */
  failureFor(operation: Operation): Answer | null;
}

const usualKinds: readonly FailureKind[] = ['500', '502', '503', '429', 'hangUp'];
const usualOperations: readonly Operation[] = ['tracking', 'search', 'send'];

export function faults(seed: number): Faults {
  const random = seededRandom(seed);
  let [rate, latencyMs] = [0, 0];
  let [kinds, operations] = [usualKinds, usualOperations];

  return {
    setFailureRate(newRate, options = {}) {
      rate = newRate;
      kinds = options.kinds ?? usualKinds;
      operations = options.operations ?? usualOperations;
    },
    setLatency(ms) {
      latencyMs = ms;
    },
    latency: () => latencyMs,
    failureFor(operation) {
      if (rate === 0 || !operations.includes(operation) || random() >= rate) return null;
      const kind = kinds[Math.floor(random() * kinds.length)];
      return kind === undefined ? null : failure(kind);
    },
  };
}

function failure(kind: FailureKind): Answer {
  switch (kind) {
    case '500':
      return refusal(500, '500017000', 'Internal server error');
    case '502':
      return {
        kind: 'answer',
        status: 502,
        headers: { 'content-type': 'text/html' },
        body: '<h1>502 Bad Gateway</h1>',
      };
    case '503':
      return { kind: 'answer', status: 503, body: '' };
    case '429':
      return tooManyRequests(1);
    case 'hangUp':
      return { kind: 'hangUp' };
    case 'cut':
      return { kind: 'cut', body: '{"trackingId":"30830fad-21ed-49b0-89d0-bbada2fd5640","messages":[{"type":"Sms"}]}' };
  }
}
