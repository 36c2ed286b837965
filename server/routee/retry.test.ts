import { expect, test } from 'vitest';
import type { Outcome } from './http.ts';
import { retryPauseMs } from './retry.ts';

function answer(status: number, retryAfterS: number | null = null): Outcome {
  return { kind: 'answer', status, retryAfterS, contentType: '', body: Buffer.alloc(0), json: 'unscanned' };
}

const unreachable: Outcome = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' };
const cut: Outcome = {
  kind: 'cut',
  status: 200,
  body: Buffer.alloc(0),
  cause: 'reset',
  code: 'UND_ERR_SOCKET',
};

test.each([
  ['a good answer', answer(200), 1, 0, null],
  ['not found', answer(404), 1, 0, null],
  ['an error of Routee’s own', answer(500), 1, 0, null],
  ['too large', { kind: 'tooLarge', status: 200 } satisfies Outcome, 1, 0, null],
  ['502, the shortest pause', answer(502), 1, 0, 75],
  ['503, the longest pause', answer(503), 1, 1, 150],
  ['504, the second time', answer(504), 2, 1, 300],
  ['a third call is the last', answer(503), 3, 1, null],
  ['no connection', unreachable, 1, 1, 150],
  ['a connection that broke', cut, 1, 1, 150],
  ['429 without a time', answer(429), 1, 1, 150],
  ['429 with a short time', answer(429, 1), 1, 0, 1075],
  ['429 with the longest that is waited for', answer(429, 3), 1, 0, 3075],
  ['429 with a longer one', answer(429, 4), 1, 0, null],
  ['503 with a long one', answer(503, 120), 1, 0, null],
] as const)('%s', (_, outcome, made, random, expected) => {
  expect(retryPauseMs(outcome, made, random)).toBe(expected);
});
