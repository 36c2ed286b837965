import { describe, expect, it } from 'vitest';
import type { OwnIdHolder } from '#model/lookup/own-id.ts';
import { ApiError, type Failure } from './api-error.ts';
import { mostPages, type OwnIdProgress, searchOwnId } from './own-id-search.ts';
import type { SearchCriteria } from './search-options.ts';
import type { OwnIdPage } from './search-page.ts';

const now = Date.parse('2026-11-23T12:34:56Z');
const holder: OwnIdHolder = {
  trackingId: 'f-2-0',
  stepIndex: 1,
  channel: { kind: 'known', name: 'Sms' },
  field: 'messageId',
  part: null,
};

const problem = (code: 'rate-limited' | 'upstream-error' | 'not-allowed', retryAfterMs: number | null = null) => {
  const failure: Failure = {
    kind: 'problem',
    code,
    status: 500,
    detail: null,
    requestId: null,
    retryAfterMs,
    signIn: null,
    routee: null,
    received: null,
  };
  return new ApiError(failure, 'POST search');
};

const page = (number: number, pages: number, found: OwnIdHolder | null = null): OwnIdPage => ({
  trackingIds: [`f-${number}-0`, `f-${number}-1`],
  holder: found,
  totalElements: 2 * pages,
  totalPages: pages,
});

/** Answers each question with the next of these, and keeps what was asked, waited for and told. */
async function run(
  answers: (pageNumber: number, asked: number) => OwnIdPage | Error,
  signal = new AbortController().signal,
) {
  const asked: number[] = [];
  const waited: number[] = [];
  const told: OwnIdProgress[] = [];
  const criteria: SearchCriteria[] = [];
  const result = await searchOwnId({
    ask: async (wanted, number) => {
      criteria.push(wanted);
      asked.push(number);
      const answer = answers(number, asked.length);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    now,
    signal,
    onProgress: (progress) => told.push(progress),
    wait: async (ms) => {
      waited.push(ms);
    },
  }).catch((error: unknown) => error);
  return { result, asked, waited, told, criteria };
}

describe('the look for a message’s own ID', () => {
  it('stops at the page that holds it, and tells how far it was on the way', async () => {
    const { result, asked, told } = await run((number) => page(number, 5, number === 2 ? holder : null));
    expect(result).toEqual({ holder, flows: 6, total: 10 });
    expect(asked).toEqual([0, 1, 2]);
    expect(told).toEqual([
      { flows: 2, total: 10 },
      { flows: 4, total: 10 },
    ]);
  });

  it('asks for whole minutes of one stretch that covers the last 24 hours, the current minute included', async () => {
    const { criteria } = await run((number) => page(number, 3));
    const [{ from, to } = { from: 0, to: 0 }] = criteria;
    expect([new Date(from).toISOString(), new Date(to).toISOString()]).toEqual([
      '2026-11-22T12:34:00.000Z',
      '2026-11-23T12:35:00.000Z',
    ]);
    expect(new Set(criteria.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('counts a flow that comes on two pages once', async () => {
    const { result } = await run((number) => ({ ...page(number, 2), trackingIds: ['same', `f-${number}`] }));
    expect(result).toEqual({ holder: null, flows: 3, total: 4 });
  });

  it('ends with an empty range', async () => {
    const empty: OwnIdPage = { trackingIds: [], holder: null, totalElements: 0, totalPages: 0 };
    expect((await run(() => empty)).result).toEqual({ holder: null, flows: 0, total: 0 });
  });

  it('asks for no more pages than Routee reads in one search', async () => {
    const { result, asked } = await run((number) => page(number, 900));
    expect(asked).toHaveLength(mostPages);
    expect(result).toEqual({ holder: null, flows: 2 * mostPages, total: 1800 });
  });

  it('asks again after 429 and 5xx, as late as it was told', async () => {
    const failures = [problem('rate-limited', 7000), problem('upstream-error')];
    const { result, asked, waited } = await run((number) => failures.shift() ?? page(number, 2, holder));
    expect(result).toMatchObject({ holder });
    expect([asked, waited]).toEqual([
      [0, 0, 0],
      [7000, 2000],
    ]);
  });

  it.each<[string, Error, number]>([
    ['what will not pass', problem('not-allowed'), 1],
    ['what never passes', problem('upstream-error'), 4],
    ['who is told to wait for longer than a minute', problem('rate-limited', 3_600_000), 1],
  ])('gives up with %s', async (_, error, times) => {
    const { result, asked } = await run(() => error);
    expect(result).toBe(error);
    expect(asked).toHaveLength(times);
  });

  it('asks for nothing after it was cancelled, also while it waits', async () => {
    const stop = new AbortController();
    const asked: number[] = [];
    const search = searchOwnId({
      ask: async (_, number) => {
        asked.push(number);
        queueMicrotask(() => stop.abort(new Error('enough')));
        throw problem('rate-limited', 50_000);
      },
      now,
      signal: stop.signal,
      onProgress: () => {},
    });
    await expect(search).rejects.toThrow('enough');
    expect(asked).toEqual([0]);
  });
});
