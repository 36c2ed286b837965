import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '#contract/problem-codes.ts';
import { ApiError, type Failure } from './api-error.ts';
import { retryPauseMs } from './query-client.ts';

function failing(failure: Failure): Error {
  return new ApiError(failure, 'GET /x');
}

function problem(code: ProblemCode, retryAfterMs: number | null): Error {
  const nothing = { detail: null, requestId: null, routee: null, received: null, signIn: null };
  return failing({ kind: 'problem', code, status: 500, retryAfterMs, ...nothing });
}

describe('the pause before asking again by itself', () => {
  test.each([
    ['no answer, first', 0, failing({ kind: 'offline' }), 300],
    ['no answer, second', 1, failing({ kind: 'offline' }), 900],
    ['no answer, third', 2, failing({ kind: 'offline' }), null],
    ['a short Retry-After', 0, problem('rate-limited', 5000), 5000],
    ['a long Retry-After', 0, problem('rate-limited', 30_000), null],
    ['no Retry-After', 0, problem('rate-limited', null), null],
    ['what the gateway has repeated itself', 0, problem('upstream-down', null), null],
    ['what waited long already', 0, failing({ kind: 'timeout' }), null],
    ['an ID that does not exist', 0, problem('not-found', null), null],
    ['an error of this program', 0, new TypeError('x'), null],
  ])('after %s', (_name, failures, error, expected) => {
    expect(retryPauseMs(failures, error)).toBe(expected);
  });
});
