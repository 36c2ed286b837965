import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SearchRequest } from './calls.ts';
import { HandedOver } from './handed-over.ts';
import { AnswerMemory } from './memory.ts';
import type { Fetched } from './read-answer.ts';

const search = { query: 'page=0', body: '[]' };
let memory: AnswerMemory;
let asked: SearchRequest[];
let fails = false;

/** Answers with ten bytes of the memory. */
const calls = {
  search: async (request: SearchRequest): Promise<Fetched> => {
    asked.push(request);
    if (fails) throw new Error('down');
    const lease = memory.lease();
    lease.tryReserve(10);
    return { bytes: Buffer.alloc(10), finished: false, ownId: null, asOf: 0, lease };
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  memory = new AnswerMemory(1000);
  asked = [];
  fails = false;
});
afterEach(() => vi.useRealTimers());

test('the browser’s own question gets the page’s answer, once', async () => {
  const searches = new HandedOver(calls);
  (await searches.ask(search)).lease.release();
  expect(memory.usedBytes).toBe(10);
  const taken = await searches.take({ ...search });
  expect(taken?.bytes).toHaveLength(10);
  taken?.lease.release();
  expect(memory.usedBytes).toBe(0);
  expect(searches.take(search)).toBeNull();
  expect(searches.take({ ...search, body: '[1]' })).toBeNull();
  expect(asked).toHaveLength(1);
});

test('what nobody comes for is given up after some seconds, and at the end', async () => {
  const searches = new HandedOver(calls);
  (await searches.ask(search)).lease.release();
  await vi.advanceTimersByTimeAsync(5000);
  expect([memory.usedBytes, searches.take(search)]).toEqual([0, null]);
  (await searches.ask(search)).lease.release();
  searches.close();
  await vi.advanceTimersByTimeAsync(0);
  expect([memory.usedBytes, searches.take(search)]).toEqual([0, null]);
});

test('a failure is not handed over', async () => {
  const searches = new HandedOver(calls);
  fails = true;
  await expect(searches.ask(search)).rejects.toThrow('down');
  await vi.advanceTimersByTimeAsync(0);
  expect(searches.take(search)).toBeNull();
});

test('a thousand pages of one search, and of a thousand, leave no memory behind', async () => {
  const searches = new HandedOver(calls);
  for (let place = 0; place < 1000; place++) {
    const one = place % 2 === 0 ? search : { ...search, query: `page=${place}` };
    (await searches.ask(one)).lease.release();
    if (place % 3 === 0) (await searches.take(one))?.lease.release();
  }
  await vi.advanceTimersByTimeAsync(5000);
  expect(memory.usedBytes).toBe(0);
});
