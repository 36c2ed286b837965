import { afterEach, expect, test } from 'vitest';
import { ApiError, type Failure } from './api-error.ts';
import { gatewayAwaySince, isAway, noteOutcome, onGatewayChange } from './gateway-state.ts';

const problem: Failure = {
  kind: 'problem',
  code: 'upstream-down',
  status: 502,
  detail: null,
  requestId: null,
  retryAfterMs: null,
  routee: null,
  received: null,
  signIn: null,
};
const unreadable = (status: number): Failure => ({ kind: 'unreadable', status, requestId: null, received: '' });
const thrown = (failure: Failure) => new ApiError(failure, 'GET /x');

afterEach(() => noteOutcome(null));

test.each([
  ['no answer', thrown({ kind: 'offline' }), true],
  ['no answer in time', thrown({ kind: 'timeout' }), true],
  ["a proxy's own 502", thrown(unreadable(502)), true],
  ["somebody's 404", thrown(unreadable(404)), false],
  ["the gateway's word that Routee is away", thrown(problem), false],
  ['a question that was given up', new DOMException('given up', 'AbortError'), false],
])('%s: away %s', (_name, error, away) => {
  expect(isAway(error)).toBe(away);
  noteOutcome(error);
  expect(gatewayAwaySince() !== null).toBe(away);
});

test('is away since the first failure, until any answer', () => {
  const seen: (number | null)[] = [];
  const stop = onGatewayChange(() => seen.push(gatewayAwaySince()));
  noteOutcome(thrown({ kind: 'offline' }));
  const since = gatewayAwaySince();
  noteOutcome(thrown({ kind: 'timeout' }));
  noteOutcome(new DOMException('given up', 'AbortError'));
  expect(gatewayAwaySince()).toBe(since);
  noteOutcome(thrown(problem));
  noteOutcome(null);
  stop();
  expect(seen).toEqual([since, null]);
});
