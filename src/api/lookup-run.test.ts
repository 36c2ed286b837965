import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LookupState } from '#model/lookup/lookup.ts';
import { ApiError, type Failure, type ProblemFailure } from './api-error.ts';
import { LookupRun, mostCalls } from './lookup-run.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const ids = (count: number) => Array.from({ length: count }, (_, index) => `flow-${index}`);
const found: LookupState = { kind: 'notFound' };

function problem(code: ProblemFailure['code'], retryAfterMs: number | null = null): Failure {
  return {
    kind: 'problem',
    code,
    status: 500,
    detail: null,
    requestId: null,
    retryAfterMs,
    routee: null,
    received: null,
    signIn: null,
  };
}

/** Answers of the gateway, each 100 ms after it was asked; a failure where the script has one. */
function gateway(script: (id: string, time: number) => Failure | LookupState = () => found) {
  const asked: { id: string; at: number }[] = [];
  let underWay = 0;
  let most = 0;
  const ask = async (id: string, signal: AbortSignal): Promise<LookupState> => {
    const time = asked.filter((one) => one.id === id).length;
    asked.push({ id, at: Date.now() });
    most = Math.max(most, ++underWay);
    await new Promise<void>((resolve, reject) => {
      setTimeout(resolve, 100);
      signal.addEventListener('abort', () => reject(signal.reason));
    }).finally(() => underWay--);
    const answer = script(id, time);
    if (answer.kind === 'problem' || answer.kind === 'offline' || answer.kind === 'timeout')
      throw new ApiError(answer as Failure, 'GET'); // the three are failures alone
    return answer as LookupState; // the rest are states
  };
  return { ask, asked, most: () => most };
}

function told(run: LookupRun): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of run.progress().states.values()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

test('every flow is asked for once, a few at a time', async () => {
  const { ask, asked, most } = gateway();
  const run = new LookupRun({ trackingIds: ids(100), ask });
  run.start();
  await vi.runAllTimersAsync();
  expect([asked.length, most(), told(run), run.progress().activity]).toEqual([
    100,
    mostCalls,
    { notFound: 100 },
    'ended',
  ]);
});

test('what is known already is not asked for again', async () => {
  const { ask, asked } = gateway();
  const known = new Map<string, LookupState>([
    ['flow-0', { kind: 'unreadable' }],
    ['flow-1', { kind: 'asking' }],
  ]);
  const run = new LookupRun({ trackingIds: ids(3), known, ask });
  run.start();
  await vi.runAllTimersAsync();
  expect(asked.map(({ id }) => id)).toEqual(['flow-1', 'flow-2']);
  expect(told(run)).toEqual({ unreadable: 1, notFound: 2 });
});

describe('failures', () => {
  const cases: readonly [name: string, failure: Failure, expected: LookupState, calls: number][] = [
    ['not found is an answer', problem('not-found'), { kind: 'notFound' }, 1],
    [
      'a refusal is not asked for twice',
      problem('refused-by-routee'),
      { kind: 'refused', why: 'refused-by-routee' },
      1,
    ],
    ['no permission neither', problem('not-allowed'), { kind: 'refused', why: 'not-allowed' }, 1],
    ['an answer that nobody can read neither', problem('upstream-unreadable'), { kind: 'unreadable' }, 1],
    ['Routee away is tried six times', problem('upstream-down'), { kind: 'failed', why: 'upstream-down' }, 6],
    ['so is a gateway that does not answer', { kind: 'offline' }, { kind: 'failed', why: 'offline' }, 6],
    ['and a slow one', { kind: 'timeout' }, { kind: 'failed', why: 'timeout' }, 6],
    [
      'a busy account is waited for, but not for ever',
      problem('rate-limited', 1000),
      { kind: 'failed', why: 'rate-limited' },
      40,
    ],
  ];

  test.each(cases)('%s', async (_name, failure, expected, calls) => {
    const { ask, asked } = gateway(() => failure);
    const run = new LookupRun({ trackingIds: ['a'], ask });
    run.start();
    await vi.runAllTimersAsync();
    expect([run.progress().states.get('a'), asked.length, run.progress().activity]).toEqual([expected, calls, 'ended']);
  });

  test('a gateway that answers 429 and 502 in between loses no row', async () => {
    let turn = 0;
    const { ask } = gateway(() => {
      turn++;
      if (turn % 7 === 0) return problem('rate-limited', 500);
      return turn % 5 === 0 ? problem('upstream-error') : found;
    });
    const run = new LookupRun({ trackingIds: ids(300), ask });
    run.start();
    await vi.runAllTimersAsync();
    expect(told(run)).toEqual({ notFound: 300 });
  });

  test('waits longer each time', async () => {
    const { ask, asked } = gateway(() => problem('upstream-slow'));
    new LookupRun({ trackingIds: ['a'], ask }).start();
    await vi.runAllTimersAsync();
    expect(asked.map(({ at }) => at)).toEqual([0, 1100, 3200, 7300, 15_400, 31_500]);
  });

  test('Retry-After holds everything, and says until when', async () => {
    const { ask, asked } = gateway((id, time) =>
      id === 'flow-0' && time === 0 ? problem('rate-limited', 60_000) : found,
    );
    const run = new LookupRun({ trackingIds: ids(50), ask });
    run.start();
    await vi.advanceTimersByTimeAsync(5000);
    expect([run.progress().activity, run.progress().heldUntil, run.progress().leftMs]).toEqual(['held', 60_100, null]);
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(55_000);
    expect(asked.length).toBe(before);
    await vi.runAllTimersAsync();
    expect(told(run)).toEqual({ notFound: 50 });
  });
});

describe('brakes', () => {
  test('paused, nothing more is asked; resumed, the rest is', async () => {
    const { ask, asked } = gateway();
    const run = new LookupRun({ trackingIds: ids(40), ask });
    run.start();
    await vi.advanceTimersByTimeAsync(150);
    run.pause();
    await vi.advanceTimersByTimeAsync(60_000);
    const before = asked.length;
    expect([before, run.progress().activity]).toEqual([16, 'paused']);
    run.resume();
    await vi.runAllTimersAsync();
    expect([asked.length, told(run)]).toEqual([40, { notFound: 40 }]);
  });

  test('paused while it waits for Retry-After, it goes on only when told to', async () => {
    const { ask, asked } = gateway((id, time) =>
      id === 'flow-0' && time === 0 ? problem('rate-limited', 1000) : found,
    );
    const run = new LookupRun({ trackingIds: ids(20), ask });
    run.start();
    await vi.advanceTimersByTimeAsync(200);
    run.pause();
    await vi.advanceTimersByTimeAsync(60_000);
    const before = asked.length;
    run.resume();
    await vi.runAllTimersAsync();
    expect(asked.length).toBeGreaterThan(before);
    expect(told(run)).toEqual({ notFound: 20 });
  });

  test('cancelled, what came stays, and the rest can be asked for later', async () => {
    const { ask, asked } = gateway();
    const run = new LookupRun({ trackingIds: ids(40), ask });
    run.start();
    await vi.advanceTimersByTimeAsync(150);
    run.cancel();
    await vi.runAllTimersAsync();
    expect([told(run), asked.length, run.progress().activity]).toEqual([{ notFound: 8, cancelled: 32 }, 16, 'ended']);
    run.retry();
    await vi.runAllTimersAsync();
    expect(told(run)).toEqual({ notFound: 40 });
  });

  test('failed flows are asked for again when told to, and only those', async () => {
    let away = true;
    const { ask, asked } = gateway((id) => (away && id === 'flow-3' ? problem('upstream-down') : found));
    const run = new LookupRun({ trackingIds: ids(5), ask });
    run.start();
    await vi.runAllTimersAsync();
    expect(told(run)).toEqual({ notFound: 4, failed: 1 });
    away = false;
    const before = asked.length;
    run.retry();
    await vi.runAllTimersAsync();
    expect([told(run), asked.length - before]).toEqual([{ notFound: 5 }, 1]);
  });

  test('closed, it tells nobody any more', async () => {
    const { ask } = gateway();
    const run = new LookupRun({ trackingIds: ids(40), ask });
    const listener = vi.fn();
    run.subscribe(listener);
    run.start();
    run.close();
    const before = listener.mock.calls.length;
    await vi.runAllTimersAsync();
    expect(listener.mock.calls.length).toBe(before);
  });
});

test('says how long it will take, once it can tell; pauses do not count', async () => {
  const { ask } = gateway();
  const run = new LookupRun({ trackingIds: ids(160), ask });
  run.start();
  await vi.advanceTimersByTimeAsync(50);
  expect(run.progress().leftMs).toBeNull();
  await vi.advanceTimersByTimeAsync(950);
  expect(run.progress().settled).toBe(80);
  expect(run.progress().leftMs).toBeCloseTo(1000, -2);
  run.pause();
  await vi.advanceTimersByTimeAsync(100_000);
  run.resume();
  expect(run.progress().leftMs ?? 0).toBeLessThan(1100);
});

test('an empty list has ended before it began', () => {
  const run = new LookupRun({ trackingIds: [], ask: gateway().ask });
  run.start();
  expect(run.progress()).toMatchObject({ activity: 'ended', total: 0, settled: 0, leftMs: null });
});
