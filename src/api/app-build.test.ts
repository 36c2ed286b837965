// @vitest-environment jsdom
/** What a page makes of a gateway that was updated under it. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Failure } from './api-error.ts';

const nothing = { detail: null, requestId: null, retryAfterMs: null, routee: null, received: null, signIn: null };
const unreadable = (status: number): Failure => ({ kind: 'unreadable', status, requestId: null, received: '' });
const problem = (code: 'bad-request' | 'internal' | 'not-found' | 'upstream-down'): Failure => ({
  kind: 'problem',
  code,
  status: 400,
  ...nothing,
});

/** Fresh state, as of a page that was just loaded. */
let build: typeof import('./app-build.ts');
beforeEach(async () => {
  vi.resetModules();
  build = await import('./app-build.ts');
});

async function isTold(own: string, served: string | null, failure: Failure): Promise<boolean> {
  // The same module that the page would have.
  const { ApiError: Thrown } = await import('./api-error.ts');
  const { renderHook } = await import('@testing-library/react');
  build.noteOwnBuild(own);
  build.noteServedBuild(served);
  build.noteFailedAnswer(new Thrown(failure, 'GET /x'));
  return renderHook(() => build.useOutdated()).result.current;
}

test.each([
  ['an answer that cannot be read', unreadable(200), true],
  ['a page where an answer was', unreadable(404), true],
  ['a request that the new version does not take', problem('bad-request'), true],
  ['a code that this version does not know', problem('internal'), true],
  ['a flow that Routee does not know', problem('not-found'), false],
  ['a Routee that is away', problem('upstream-down'), false],
  ['a proxy without a gateway', unreadable(502), false],
  ['no answer', { kind: 'offline' } as const, false],
])('%s, from another build', async (_, failure, told) => {
  expect(await isTold('1-a', '1-b', failure)).toBe(told);
});

test.each([
  ['the same build', '1-a', '1-a'],
  ['a gateway that names none', '1-a', null],
  ['a page that knows none of its own', '', '1-b'],
])('an answer that cannot be read from %s is no matter of versions', async (_, own, served) => {
  expect(await isTold(own, served, unreadable(200))).toBe(false);
});

test('an error of this program is none', async () => {
  build.noteOwnBuild('1-a');
  build.noteServedBuild('1-b');
  build.noteFailedAnswer(new TypeError('x'));
  const { renderHook } = await import('@testing-library/react');
  expect(renderHook(() => build.useOutdated()).result.current).toBe(false);
});

test('the build that a page came with stays its own, whatever the gateway says of itself later', async () => {
  build.noteOwnBuild('1-a');
  expect(await isTold('1-b', '1-b', unreadable(200))).toBe(true);
});
