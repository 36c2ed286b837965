import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawRecord } from '../records/draft.ts';
import { type Emulator, startEmulator } from '../start.ts';
import { type Client, clientOf, startClient } from '../testing/client.ts';
import { generatedFlows } from '../week/flows.ts';
import { flowsPerWeek } from '../week/week.ts';
import { matches, readFilters, searchable } from './search-filters.ts';

const now = Date.parse('2026-11-24T10:20:30Z');
const week = { start: now - 7 * 24 * 3_600_000, end: now };

let emulator: Emulator;
let client: Client;

beforeAll(async () => {
  emulator = await startEmulator({ now: () => now });
  client = clientOf(emulator);
});

afterAll(() => emulator.close());

interface Page {
  readonly content: RawRecord[];
  readonly totalPages: number;
  readonly totalElements: number;
  readonly number: number;
  readonly size: number;
  readonly numberOfElements: number;
  readonly first: boolean;
  readonly last: boolean;
}

async function page(client: Client, query: string, filters: unknown = []): Promise<Page> {
  const { status, json } = await client.post(`/failover/tracking?${query}`, filters);
  expect(status).toBe(200);
  // The emulator's own answer, in the shape the vendor documents.
  return json as Page;
}

const lastDay = 'dateStart=2026-11-23T10:00Z&dateEnd=2026-11-24T10:00Z';
const ids = ({ content }: Page) => content.map(({ trackingId }) => trackingId);
const is = (fieldName: string, searchTerm: string, searchOperator?: string) => ({
  fieldName,
  searchTerm,
  searchOperator,
});

describe('pages', () => {
  test('seven days hold 50,000 flows, newest first, ten to a page', async () => {
    const found = await page(client, '');
    expect(found).toMatchObject({
      totalElements: 50_000,
      totalPages: 5_000,
      number: 0,
      size: 10,
      numberOfElements: 10,
    });
    expect([found.first, found.last]).toEqual([true, false]);
    const created = found.content.map(({ createdAt }) => Date.parse(String(createdAt)));
    expect(created).toEqual(created.toSorted((a, b) => b - a));
    expect(Math.max(...created)).toBeLessThanOrEqual(now);
  });

  test('pages follow each other without gap or repetition, to the last', async () => {
    const query = 'dateStart=2026-11-24T09:00Z&dateEnd=2026-11-24T10:00Z';
    const whole = await page(client, `${query}&size=1000`);
    expect(whole).toMatchObject({ totalPages: 1, first: true, last: true });
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(whole.totalElements / 100) }, (_, number) =>
        page(client, `${query}&size=100&page=${number}`),
      ),
    );
    expect(pages.flatMap(ids)).toEqual(ids(whole));
    expect(pages.at(-1)).toMatchObject({
      last: true,
      first: false,
      numberOfElements: whole.totalElements % 100 || 100,
    });
    const beyond = await page(client, `${query}&size=100&page=${pages.length}`);
    expect(beyond).toMatchObject({ content: [], numberOfElements: 0, last: true });
  });

  test('the start of a range is inclusive, its end exclusive', async () => {
    const all = await page(client, `${lastDay}&size=1000`);
    const createdAt = String(all.content[500]?.createdAt);
    const before = await page(client, `dateStart=2026-11-23T10:00Z&dateEnd=${createdAt}&size=1`);
    const from = await page(client, `dateStart=${createdAt}&dateEnd=2026-11-24T10:00Z&size=1`);
    expect(before.totalElements + from.totalElements).toBe(all.totalElements);
    expect(before.content[0]?.createdAt).not.toBe(createdAt);
  });

  test('every flow found is served under its own ID', async () => {
    for (const record of (await page(client, 'size=20')).content) {
      expect((await client.get(`/failover/tracking/${record.trackingId}`)).json).toEqual(record);
    }
  });
});

describe('the same seed', () => {
  test('gives the same flows, another gives others', async () => {
    const query = `${lastDay}&size=50`;
    const [one, same, other] = await Promise.all(
      [3, 3, 4].map(async (seed) => page(await startClient({ seed, now: () => now }), query)),
    );
    expect(one).toEqual(same);
    expect(one && ids(one)).not.toEqual(other && ids(other));
  });

  test('gives the same past an hour later, and flows that ran have ended', () => {
    const flows = generatedFlows(1);
    const range = { start: now - 3_600_000, end: now };
    const later = now + 3_600_000;
    expect(flows.search(range, [], later)).toEqual(flows.search(range, [], now));
    const running = flows.search(range, [{ field: 'status', operator: 'is', term: 'InProgress' }], now);
    const still = flows.search(range, [{ field: 'status', operator: 'is', term: 'InProgress' }], later);
    expect(running.length).toBeGreaterThan(3);
    expect(still.length).toBeLessThan(running.length / 2);
    expect(flows.search({ start: now, end: later }, [], later).length).toBeGreaterThan(100);
  });
});

describe('filters', () => {
  const cases = [
    [is('status', 'Failed')],
    [is('status', 'Succeeded', 'is_not')],
    [is('status', 'inprogress', 'is')],
    [is('type', 'Voice')],
    [is('type', 'Viber', 'is_not')],
    [is('terminationChannel', 'Sms')],
    [is('terminationChannel', 'Viber', 'is_not')],
    [is('to', '+30691', 'starts_with')],
    [is('to', '77', 'ends_with')],
    [is('to', '123', 'contains')],
    [is('status', 'Failed'), is('type', 'Viber'), is('to', '+30', 'starts_with')],
  ];

  test.each(cases)('%o %o %o find exactly the flows that pass them', async (...given) => {
    const filters = given.filter((filter) => filter !== undefined);
    const reading = readFilters(filters);
    if (!reading.ok) throw new Error(reading.message);
    const query = 'dateStart=2026-11-24T08:50Z&dateEnd=2026-11-24T10:30Z&size=1000';
    const all = await page(client, query);
    expect(all.last).toBe(true);
    const expected = all.content.filter((record) => matches(searchable(record), reading.filters));
    const found = await page(client, query, filters);
    expect(ids(found)).toEqual(expected.map(({ trackingId }) => trackingId));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.totalElements);
  });

  test('a recipient finds the flow', async () => {
    const [record] = (await page(client, 'size=1')).content;
    const to = String(record?.messages[0]?.to);
    expect(ids(await page(client, '', [is('to', to)]))).toContain(record?.trackingId);
    expect(ids(await page(client, '', [is('to', to, 'is_not')]))).not.toContain(record?.trackingId);
  });

  test.each([
    [[is('country', 'GR')], 'fieldName'],
    [[is('status', 'Failed', 'contains')], 'searchOperator'],
    [[is('status', 'Lost')], 'searchTerm'],
    [[is('to', '')], 'searchTerm'],
    [['Failed'], 'object'],
    [{ fieldName: 'to' }, 'array'],
    [null, 'array'],
  ])('%o is refused', async (filters, named) => {
    const { status, json } = await client.post('/failover/tracking', filters);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: '400000003', developerMessage: expect.stringContaining(named) });
  });
});

describe('queries', () => {
  test.each([
    ['dateStart=2026-11-17T10:20Z&dateEnd=2026-11-24T10:20Z', 200],
    ['dateStart=2026-11-24T12:00%2B02:00&dateEnd=2026-11-24T12:10%2B02:00', 200],
    ['dateStart=2026-11-16T10:20Z&dateEnd=2026-11-18T10:20Z', 400],
    ['dateStart=2026-11-18T10:20Z&dateEnd=2026-11-26T10:20Z', 400],
    ['dateStart=2026-11-24T10:20Z&dateEnd=2026-11-24T10:00Z', 400],
    ['dateStart=yesterday', 400],
    ['dateEnd=2026-11-24', 400],
    ['page=-1', 400],
    ['page=one', 400],
    ['size=0', 400],
    ['size=1000', 200],
    ['size=1001', 400],
  ])('%s answers %d', async (query, expected) => {
    const { status, json } = await client.post(`/failover/tracking?${query}`, []);
    expect(status).toBe(expected);
    if (status === 400)
      expect(json).toMatchObject({ developerMessage: expect.stringMatching(/^Validation Error\. ./) });
  });
});

describe('the generated set', () => {
  const flows = generatedFlows(1);
  const share = (count: number) => count / flowsPerWeek;
  const count = (field: 'status' | 'terminationChannel' | 'type', term: string) =>
    share(flows.search(week, [{ field, operator: 'is', term }], now).length);

  test('has plausible proportions', () => {
    expect(count('status', 'Succeeded')).toBeCloseTo(0.94, 1);
    expect(count('status', 'Succeeded')).toBeGreaterThan(0.93);
    expect(count('status', 'Failed')).toBeGreaterThan(0.04);
    expect(count('status', 'InProgress')).toBeGreaterThan(0.0005);
    expect(count('terminationChannel', 'Viber')).toBeGreaterThan(0.4);
    expect(count('type', 'Voice')).toBeGreaterThan(0.01);
  });

  test('about three in ten flows needed failover', () => {
    const positions = flows.search(week, [], now).filter((_, index) => index % 25 === 0);
    const failedOver = positions.filter((position) => {
      const sent = flows.recordAt(position, now).messages.filter(({ createdAt }) => createdAt !== null);
      return new Set(sent.map(({ order }) => order)).size > 1;
    });
    expect(failedOver.length / positions.length).toBeGreaterThan(0.26);
    expect(failedOver.length / positions.length).toBeLessThan(0.34);
  });

  test('has a bad hour for one operator', () => {
    const hour = { start: Date.parse('2026-11-20T11:00Z'), end: Date.parse('2026-11-20T12:00Z') };
    const messages = flows.search(hour, [], now).flatMap((position) => flows.recordAt(position, now).messages);
    const lost = (operator: string) => {
      const sent = messages.filter((message) => message.operator === operator);
      return sent.filter(({ status }) => !JSON.stringify(status).includes('"Delivered"')).length / sent.length;
    };
    expect(lost('Cosmote')).toBeGreaterThan(0.5);
    expect(lost('Vodafone')).toBeLessThan(0.4);
  });
});
