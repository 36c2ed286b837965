import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProblemCode } from '#contract/problem-codes.ts';
import { record, viber } from '#emulator/records/record-builder.ts';
import { type FlowRow, flowRow } from '#model/explore/row.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import { ApiError, type Failure } from './api-error.ts';
import { type LiveAsks, LiveRun, mostLiveFlows, mostPagesALook } from './live-run.ts';
import { currentNews } from './search-news.ts';
import { pageSize, type SearchCriteria } from './search-options.ts';
import type { SearchPage } from './search-page.ts';

const start = Date.UTC(2026, 10, 27, 12);
const criteria: SearchCriteria = { from: start - 7_200_000, to: start, filters: [] };

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

const reading = readRecord(record({ steps: [viber()] }));
if (!reading.ok) throw new Error('not a record');
const template = flowRow(toFlow(reading.record), 0);

const row = (trackingId: string, status: FlowRow['status'] = 'running'): FlowRow => ({
  ...template,
  trackingId,
  status,
  createdAt: start,
});
const rows = (count: number, name = 'new') => Array.from({ length: count }, (_, place) => row(`${name}-${place}`));
const pageOf = (some: readonly FlowRow[], total = some.length): SearchPage => ({
  rows: some,
  totalElements: total,
  totalPages: Math.max(1, Math.ceil(total / pageSize)),
  bytes: new ArrayBuffer(0),
});

function problem(code: ProblemCode, retryAfterMs: number | null = null): ApiError {
  const failure: Failure = {
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
  return new ApiError(failure, 'GET');
}

interface Routee {
  /** Flows that the search finds now. */
  found: FlowRow[];
  searchFails: (page: number) => Error | null;
  flow: (id: string) => FlowRow | Error;
}

/** A run over loaded rows and a Routee that the test changes as it goes. */
function live(loaded: readonly FlowRow[], some: Partial<Routee> = {}) {
  const routee: Routee = { found: [], searchFails: () => null, flow: (id) => row(id), ...some };
  const store = new Map(loaded.map((one) => [one.trackingId, one]));
  const searched: { page: number; at: number }[] = [];
  const asked: { id: string; at: number }[] = [];
  const answer = async <T>(signal: AbortSignal, value: () => T): Promise<T> => {
    await new Promise<void>((resolve, reject) => {
      setTimeout(resolve, 50);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    const given = value();
    if (given instanceof Error) throw given;
    return given;
  };
  const ask: LiveAsks = {
    search: ({ from, to }, page, signal) => {
      searched.push({ page, at: Date.now() - start });
      return answer(signal, () => {
        const error = routee.searchFails(page);
        if (error !== null) throw error;
        const found = routee.found.filter(({ createdAt }) => (createdAt ?? 0) >= from && (createdAt ?? 0) < to);
        return pageOf(found.slice(page * pageSize, (page + 1) * pageSize), found.length);
      });
    },
    flow: (id, signal) => {
      asked.push({ id, at: Date.now() - start });
      return answer(signal, () => {
        const one = routee.flow(id);
        if (one instanceof Error) throw one;
        return pageOf([one]);
      });
    },
    slim: async (page, places) => ({ ...page, rows: places.map((place) => page.rows[place] ?? null) }),
  };
  let news: readonly SearchPage[] = [];
  const run = new LiveRun({
    criteria,
    rows: () => [...store.values()],
    newsOf: (page) => {
      const known = (one: FlowRow) => store.get(one.trackingId);
      const here = page.rows.filter((one) => one !== null);
      return {
        fresh: here.filter((one) => known(one) === undefined).map((one) => one.trackingId ?? ''),
        changed: here
          .filter((one) => known(one) !== undefined && known(one)?.status !== one.status)
          .map((one) => one.trackingId ?? ''),
      };
    },
    ask,
    deliver: (pages) => {
      news = currentNews([...news, ...pages]);
      for (const one of pages.flatMap((page) => page.rows)) if (one !== null) store.set(one.trackingId, one);
    },
  });
  return { run, routee, store, searched, asked, news: () => news };
}

test('new flows come, unfinished ones change, and both are marked', async () => {
  const { run, store } = live([row('a')], { found: [row('b')], flow: (id) => row(id, 'succeeded') });
  run.resume();
  await vi.advanceTimersByTimeAsync(200);
  expect([...store.values()].map(({ trackingId, status }) => [trackingId, status])).toEqual([
    ['a', 'succeeded'],
    ['b', 'running'],
  ]);
  expect([...run.state().marks]).toEqual([
    ['b', 'fresh'],
    ['a', 'changed'],
  ]);
  expect(run.state()).toMatchObject({ asOf: start, error: null, behind: 0, gone: 0 });
});

test.each<ProblemCode>(['not-found', 'not-allowed', 'role-missing', 'refused-by-routee'])(
  'a flow that answers %s ends nothing and is asked for once',
  async (code) => {
    const { run, asked, routee, store } = live([row('bad'), row('good')], {
      flow: (id) => (id === 'bad' ? problem(code) : row(id)),
    });
    run.resume();
    await vi.advanceTimersByTimeAsync(60_000);
    routee.found = [row('later')];
    await vi.advanceTimersByTimeAsync(6000);
    expect(asked.filter(({ id }) => id === 'bad')).toHaveLength(1);
    expect(asked.filter(({ id }) => id === 'good').length).toBeGreaterThan(8);
    expect(store.has('later')).toBe(true);
    expect(run.state()).toMatchObject({ error: null, gone: 1 });
  },
);

test('a flow that cannot be read now is asked for more and more seldom, and the others as ever', async () => {
  const { run, asked } = live([row('slow'), row('good')], {
    flow: (id) => (id === 'slow' ? problem('upstream-slow') : row(id)),
  });
  run.resume();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(asked.filter(({ id }) => id === 'slow').length).toBeLessThan(8);
  expect(asked.filter(({ id }) => id === 'good').length).toBeGreaterThan(100);
  expect(run.state().error).toBeNull();
});

test('4,321 new flows all come, a few pages a look, and what is left is told', async () => {
  const { run, store } = live([], { found: rows(4321) });
  run.resume();
  await vi.advanceTimersByTimeAsync(50 * mostPagesALook + 1200);
  expect(run.state().behind).toBe(4321 - mostPagesALook * pageSize);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(store.size).toBe(4321);
  expect(run.state().behind).toBe(0);
});

test('a page that fails in the middle loses nothing: what came stays, the rest comes later', async () => {
  const { run, routee, store } = live([], {
    found: rows(900),
    searchFails: (page) => (page === 2 ? problem('upstream-error') : null),
  });
  run.resume();
  await vi.advanceTimersByTimeAsync(400);
  expect(store.size).toBe(400);
  expect(run.state().error).toBeInstanceOf(ApiError);
  routee.searchFails = () => null;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.size).toBe(900);
  expect(run.state().error).toBeNull();
});

test('memory has a limit, and reaching it is told', async () => {
  const { run, store, news } = live([], { found: rows(mostLiveFlows + 5000) });
  run.resume();
  await vi.advanceTimersByTimeAsync(20 * 60_000);
  expect(store.size).toBeGreaterThanOrEqual(mostLiveFlows);
  expect(store.size).toBeLessThan(mostLiveFlows + pageSize * mostPagesALook);
  expect(run.state().full).toBe(true);
  expect(news().flatMap((page) => page.rows).length).toBe(store.size);
});

test('a flow that changes a thousand times is kept once', async () => {
  let turn = 0;
  const { run, news } = live([row('a')], {
    flow: (id) => ({ ...row(id), status: turn++ % 2 ? 'running' : 'unknown' }),
  });
  run.resume();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(news().length).toBeLessThanOrEqual(1);
});

test('Retry-After holds every question, and hiding and showing the tab does not shorten it', async () => {
  const { run, searched, routee } = live([], { searchFails: () => problem('rate-limited', 90_000) });
  run.resume();
  await vi.advanceTimersByTimeAsync(1000);
  for (let times = 0; times < 5; times++) {
    run.pause();
    await vi.advanceTimersByTimeAsync(1000);
    run.resume();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(searched).toHaveLength(1);
  routee.searchFails = () => null;
  await vi.advanceTimersByTimeAsync(80_000);
  expect(searched.slice(0, 2).map(({ at }) => at)).toEqual([0, 90_050]);
});

test('Retry-After of one flow holds every question too', async () => {
  const { run, searched } = live([row('a')], { flow: () => problem('rate-limited', 30_000) });
  run.resume();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(searched).toHaveLength(1);
});

test('hidden, nothing is asked; shown again, what came meanwhile is fetched', async () => {
  const { run, searched, routee, store } = live([row('a')]);
  run.resume();
  await vi.advanceTimersByTimeAsync(20);
  run.pause();
  routee.found = rows(1500);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(searched).toHaveLength(1);
  run.resume();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(store.size).toBe(1501);
});

test('where Routee reads no further in one search, the stretch is halved until all is read', async () => {
  const found = Array.from({ length: 3000 }, (_, place) => ({
    ...row(`new-${place}`),
    createdAt: start + place * 1000,
  }));
  const { run, store } = live([], { found, searchFails: (page) => (page > 3 ? problem('refused-by-routee') : null) });
  await vi.advanceTimersByTimeAsync(3_600_000);
  run.resume();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(store.size).toBe(3000);
  expect(run.state()).toMatchObject({ behind: 0, error: null });
});
