/** Sharing and memory, with a clock that the test turns. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMetrics } from '../metrics.ts';
import { until } from '../testing/gateway.ts';
import { Flows } from './flows.ts';
import { AnswerMemory } from './memory.ts';
import type { Fetched } from './read-answer.ts';

interface Asked {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly fresh: boolean;
  readonly answer: (finished: boolean, size?: number, ownId?: string | null, shared?: Fetched['shared']) => void;
  readonly fail: () => void;
}

let now = 0;
let budget: AnswerMemory;
let asked: Asked[] = [];
beforeEach(() => {
  now = 1_000_000;
  budget = new AnswerMemory(16 * 1024 * 1024);
  asked = [];
});

function flowsOf(finishedMemoryMs = 30_000): Flows {
  const fetch = (id: string, signal: AbortSignal, fresh: boolean) =>
    new Promise<Fetched>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      asked.push({
        id,
        signal,
        fresh,
        answer: (finished, size = 10, ownId: string | null = id, shared = undefined) => {
          const lease = budget.lease();
          void lease.reserve(size, true, signal);
          const flow = { bytes: Buffer.alloc(size), finished, ownId, asOf: 0, lease };
          resolve(shared === undefined ? flow : { ...flow, shared });
        },
        fail: () => reject(new Error('failed')),
      });
    });
  return new Flows({ fetch, finishedMemoryMs, memory: budget, metrics: createMetrics(), now: () => now });
}

/** Asks and, as one who has sent the answer, lets go of it. */
async function get(flows: Flows, { id = 'a', fresh = false, signal = new AbortController().signal } = {}) {
  const flow = await flows.get({ trackingId: id, fresh, signal });
  flow.lease.release();
  return flow;
}

test('a hundred who ask for one flow at once: one call', async () => {
  const flows = flowsOf();
  const all = Array.from({ length: 100 }, (_, index) => get(flows, { fresh: index % 2 === 0 }));
  expect(asked.length).toBe(1);
  asked[0]?.answer(true);
  expect(new Set(await Promise.all(all)).size).toBe(1);
});

test('each flow has a call of its own', async () => {
  const flows = flowsOf();
  const all = [get(flows, { id: 'a' }), get(flows, { id: 'b' })];
  expect(asked.map(({ id }) => id)).toEqual(['a', 'b']);
  for (const { answer } of asked) answer(true);
  await Promise.all(all);
});

test('those who share a call share its failure, which is not remembered', async () => {
  const flows = flowsOf();
  const all = [get(flows), get(flows)];
  asked[0]?.fail();
  for (const result of await Promise.allSettled(all)) expect(result.status).toBe('rejected');
  void get(flows).catch(() => {});
  expect(asked.length).toBe(2);
});

const memory: readonly [string, { finished: boolean; ageMs: number; fresh?: boolean; calls: number }][] = [
  ['a running flow is remembered for less than a second', { finished: false, ageMs: 999, calls: 1 }],
  ['and no longer', { finished: false, ageMs: 1000, calls: 2 }],
  ['a finished flow is remembered for half a minute', { finished: true, ageMs: 29_999, calls: 1 }],
  ['and no longer', { finished: true, ageMs: 30_000, calls: 2 }],
  ['not for one who asks for news', { finished: true, ageMs: 10, fresh: true, calls: 2 }],
  ['news of a running flow are at most a second old', { finished: false, ageMs: 999, fresh: true, calls: 1 }],
];

test.each(memory)('%s', async (_, { finished, ageMs, fresh = false, calls }) => {
  const flows = flowsOf();
  const first = get(flows);
  asked[0]?.answer(finished);
  await first;
  now += ageMs;
  const second = get(flows, { fresh });
  asked[1]?.answer(finished);
  await second;
  expect(asked.length).toBe(calls);
});

test('without a memory every finished flow is asked for', async () => {
  const flows = flowsOf(0);
  for (const index of [0, 1]) {
    const answer = get(flows);
    asked[index]?.answer(true);
    await answer;
  }
  expect(asked.length).toBe(2);
});

test('the memory does not grow beyond its size', async () => {
  const flows = flowsOf();
  const fetchOnce = async (id: string) => {
    const before = asked.length;
    const answer = get(flows, { id });
    asked[before]?.answer(true, 30 * 1024 * 1024);
    await answer;
    return asked.length - before;
  };
  for (const id of ['a', 'b', 'c']) expect(await fetchOnce(id)).toBe(1);
  expect(await fetchOnce('c')).toBe(0);
  expect(await fetchOnce('a')).toBe(1);
});

test('the call goes on while somebody waits, and is given up when nobody does', async () => {
  const flows = flowsOf();
  const [one, two] = [new AbortController(), new AbortController()];
  const answers = [get(flows, { signal: one.signal }), get(flows, { signal: two.signal })];
  const settled = Promise.allSettled(answers);
  one.abort(new Error('gone'));
  await expect(answers[0]).rejects.toThrow('gone');
  expect(asked[0]?.signal.aborted).toBe(false);
  two.abort(new Error('gone too'));
  await until(() => asked[0]?.signal.aborted === true);
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('who comes after a call was given up gets a call of their own', async () => {
  const flows = flowsOf();
  const controller = new AbortController();
  const first = get(flows, { signal: controller.signal });
  controller.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  const second = get(flows);
  expect(asked.length).toBe(2);
  asked[1]?.answer(true);
  expect((await second).finished).toBe(true);
});

test('a record that is another flow’s is handed on, and not remembered', async () => {
  const flows = flowsOf();
  const first = get(flows);
  asked[0]?.answer(true, 10, 'b');
  expect((await first).ownId).toBe('b');
  const second = get(flows);
  asked[1]?.answer(true, 10, 'A');
  await second;
  await get(flows);
  expect(asked.length).toBe(2);
});

test('the memory of an answer comes back when nobody holds it, and only then', async () => {
  const flows = flowsOf(0);
  const held = [0, 1].map(() => flows.get({ trackingId: 'a', fresh: false, signal: new AbortController().signal }));
  asked[0]?.answer(true, 5000);
  const [first, second] = await Promise.all(held);
  expect(budget.usedBytes).toBe(5000);
  first?.lease.release();
  expect(budget.usedBytes).toBe(5000);
  second?.lease.release();
  expect(budget.usedBytes).toBe(0);
});

test('what is remembered makes room for what is asked for', async () => {
  const flows = flowsOf();
  const remembered = get(flows);
  asked[0]?.answer(true, 40 * 1024 * 1024);
  await remembered;
  expect(budget.usedBytes).toBe(40 * 1024 * 1024);
  const lease = budget.lease();
  await lease.reserve(40 * 1024 * 1024, false, new AbortController().signal);
  expect(flows.rememberedBytes).toBe(0);
  lease.release();
  expect(budget.usedBytes).toBe(0);
});

test('those who wait for memory get it once, while several remembered answers are forgotten for them', async () => {
  const flows = flowsOf();
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) {
    const remembered = get(flows, { id });
    asked[index]?.answer(true, 10 * 1024 * 1024);
    await remembered;
  }
  const [first, second] = [budget.lease(), budget.lease()];
  await first.reserve(20 * 1024 * 1024, true, new AbortController().signal);
  const waiting = second.reserve(40 * 1024 * 1024, false, new AbortController().signal);
  first.release();
  await waiting;
  second.release();
  expect(budget.usedBytes).toBe(flows.rememberedBytes);
});

describe('answers of other replicas', () => {
  test('are remembered no longer than the other remembers them', async () => {
    const flows = flowsOf();
    const first = get(flows);
    asked[0]?.answer(true, 10, 'a', { leftMs: 500, wasUnderWay: false });
    await first;
    now += 499;
    await get(flows);
    expect(asked.length).toBe(1);
    now += 1;
    void get(flows).catch(() => {});
    expect(asked.length).toBe(2);
  });

  test('are forgotten when there is news of them', async () => {
    const flows = flowsOf();
    const first = get(flows);
    asked[0]?.answer(true);
    await first;
    flows.forget('a');
    void get(flows).catch(() => {});
    expect(asked.length).toBe(2);
    expect(budget.usedBytes).toBe(0);
  });

  test('out of their memory do not do for those who ask for news and joined one who did not', async () => {
    const flows = flowsOf();
    const plain = get(flows);
    const news = [get(flows, { fresh: true }), get(flows, { fresh: true })];
    asked[0]?.answer(true, 10, 'a', { leftMs: 20_000, wasUnderWay: false });
    const old = await plain;
    await until(() => asked.length === 2);
    expect(asked.map(({ fresh }) => fresh)).toEqual([false, true]);
    asked[1]?.answer(true);
    const [one, other] = await Promise.all(news);
    expect(one).toBe(other);
    expect(one).not.toBe(old);
  });

  test('of a call that was under way do', async () => {
    const flows = flowsOf();
    const both = [get(flows), get(flows, { fresh: true })];
    asked[0]?.answer(true, 10, 'a', { leftMs: 30_000, wasUnderWay: true });
    expect(new Set(await Promise.all(both)).size).toBe(1);
    expect(asked.length).toBe(1);
  });
});
