/** A share of the calls, with a store that answers as the test wants and a clock that it turns. */
import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RetryBudget } from '../routee/retry-budget.ts';
import { Slots } from '../routee/slots.ts';
import { CacheTrouble } from './cache.ts';
import { createCacheMetrics } from './cache-metrics.ts';
import { Sealing } from './sealing.ts';
import { SharedSlots } from './shared-slots.ts';

const account = { appId: 'a', appSecret: 'b', apiUrl: 'https://api.example', authUrl: 'https://auth.example' };
let state: 'ok' | 'failing';
let answer: () => Promise<unknown>;
let slots: Slots;
let shared: SharedSlots;

beforeEach(() => {
  vi.useFakeTimers();
  state = 'ok';
  slots = new Slots(9);
  shared = new SharedSlots({
    cache: {
      run: () => answer(),
      onMessage: () => {},
      get state() {
        return state;
      },
    },
    sealing: new Sealing(account),
    channel: 'news',
    metrics: createCacheMetrics(new Registry()),
    slots,
    budget: new RetryBudget(),
    most: 9,
  });
});
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => {});

/** How many of ten calls have begun. */
function begun(): number {
  for (let call = 0; call < 10; call++) void slots.run(new AbortController().signal, never);
  return slots.used;
}

test('no more calls begin than the share allows', async () => {
  answer = async () => [4, 3];
  await shared.start();
  expect(begun()).toBe(4);
});

test('a share that is not renewed is over: the others have it by then', async () => {
  answer = async () => [4, 3];
  await shared.start();
  answer = never;
  await vi.advanceTimersByTimeAsync(2900);
  expect(slots.used + slots.waiting).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(begun()).toBe(0);
});

test('one answer that is lost changes nothing; a store that is failing leaves each its own limit', async () => {
  answer = async () => [4, 3];
  await shared.start();
  answer = () => Promise.reject(new CacheTrouble('slow'));
  await vi.advanceTimersByTimeAsync(300);
  expect(begun()).toBe(4);
  state = 'failing';
  await vi.advanceTimersByTimeAsync(300);
  expect(slots.used).toBe(9);
});

test('an answer that is none is taken for none', async () => {
  answer = async () => 'many';
  state = 'failing';
  await shared.start();
  expect(begun()).toBe(9);
});
