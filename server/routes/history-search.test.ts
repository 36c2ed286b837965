/** Searching what the gateway has kept, as Routee is searched. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextPageHeader } from '#contract/history-search.ts';
import { keptOf } from '../history/observation.ts';
import { openPostgres } from '../history/postgres.ts';
import { HistoryStore } from '../history/store.ts';
import { startTestGateway, type TestGateway, until } from '../testing/gateway.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';

const now = Date.parse('2026-11-24T10:20:30Z');
const range = 'dateStart=2026-11-24T09:00Z&dateEnd=2026-11-24T09:30Z';
const proxy = {
  ACCESS: 'proxy',
  PROXY_ADDRESS: '127.0.0.1',
  PROXY_USER_HEADER: 'x-user',
  PROXY_GROUPS_HEADER: 'x-groups',
  UNMASK_GROUP: 'sees',
};
const sees = { 'x-user': 'ada', 'x-groups': 'sees' };
const masked = { 'x-user': 'grace' };

let postgres: TestPostgres | null = null;
let gateway: TestGateway;
let kept: { content: { trackingId: string; messages: { to: string }[] }[]; totalElements: number };

beforeAll(async () => {
  postgres = await startPostgres();
  const where = postgres === null ? { HISTORY: 'memory' } : { HISTORY_URL: postgres.url };
  gateway = await startTestGateway({ env: { ...where, ...proxy, ROUTEE_MAX_MB: '1' }, emulator: { now: () => now } });
  kept = await (await gateway.post(`/api/failover/tracking?${range}&size=500`, [], sees)).json();
  await until(async () => (await gateway.metric('cascade_history_kept_total')) >= kept.totalElements, 60_000);
}, 120_000);
afterAll(async () => {
  await gateway.close();
  await postgres?.remove();
});

const search = (query: string, filters: unknown, headers: Record<string, string> = sees) =>
  gateway.post(`/api/history/search?${query}`, filters, headers);

test('page by page the same flows as Routee’s search, byte for byte the same records', async () => {
  expect(kept.totalElements).toBeGreaterThan(60);
  const found: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; page === 0 || after !== null; page++) {
    const response: Response = await search(
      `${range}&size=25&page=${page}${after === null ? '' : `&after=${after}`}`,
      [],
    );
    const { content, ...facts } = await response.json();
    const pages = Math.ceil(kept.totalElements / 25);
    expect(facts).toEqual({
      ...(page === 0 ? { totalElements: kept.totalElements, totalPages: pages } : {}),
      number: page,
      size: 25,
      numberOfElements: content.length,
      first: page === 0,
      last: page === pages - 1,
    });
    found.push(...content);
    after = response.headers.get(nextPageHeader);
  }
  expect(found).toEqual(kept.content);
});

test('a filter of Routee’s and one of the history’s hold together', async () => {
  const filters = [
    { fieldName: 'status', searchTerm: 'Succeeded' },
    { fieldName: 'country', searchOperator: 'is', searchTerm: 'gr' },
    { fieldName: 'mark', searchOperator: 'is_not', searchTerm: 'pinned' },
  ];
  const { content } = await (await search(`${range}&size=500`, filters)).json();
  expect(content.length).toBeGreaterThan(10);
  expect(content.length).toBeLessThan(kept.totalElements);
});

test('is masked for those who see answers masked, who find no number digit by digit', async () => {
  const number = String(kept.content[0]?.messages[0]?.to);
  const text = await (await search(`${range}&size=500`, [], masked)).text();
  expect(text).toContain(kept.content[0]?.trackingId);
  expect(text).not.toContain(number.slice(1));
  const to = (searchTerm: string, searchOperator: string) => [{ fieldName: 'to', searchOperator, searchTerm }];
  expect((await search(range, to(number, 'is'), masked)).status).toBe(200);
  expect((await search(range, to(number, 'ends_with'), masked)).status).toBe(403);
  expect((await search(range, to('+30691', 'starts_with'), masked)).status).toBe(403);
  expect((await search(range, to('+30691', 'starts_with'))).status).toBe(200);
});

test.each([
  [`${range}&page=1`, []],
  [`${range}&after=x`, []],
  [`${range}&size=0`, []],
  ['dateStart=yesterday', []],
  [`${range}&other=1`, []],
  [range, {}],
  [range, [{ fieldName: 'price', searchTerm: '1' }]],
  [range, [{ fieldName: 'mark', searchTerm: 'lost' }]],
  [range, [{ fieldName: 'country', searchOperator: 'contains', searchTerm: 'G' }]],
])('%s with %j is refused', async (query, filters) => {
  expect((await search(query, filters)).status).toBe(400);
});

test('a page larger than an answer may be is refused before it is read', async (context) => {
  if (postgres === null) return context.skip();
  const big = (place: number) => ({
    trackingId: `big-${place}`,
    createdAt: '2026-11-20T10:00:00Z',
    pad: 'x'.repeat(400_000),
    messages: [],
  });
  const database = openPostgres(postgres.url);
  const records = [0, 1, 2].flatMap(
    (place) =>
      keptOf({
        trackingId: `big-${place}`,
        bytes: Buffer.from(JSON.stringify(big(place))),
        source: 'page',
        seenAt: now,
      }) ?? [],
  );
  await new HistoryStore(database).keep(records);
  await database.close();
  const day = 'dateStart=2026-11-20T00:00Z&dateEnd=2026-11-21T00:00Z';
  expect(await (await search(day, [])).json()).toMatchObject({ code: 'too-large' });
  expect((await search(`${day}&size=2`, [])).status).toBe(200);
});
