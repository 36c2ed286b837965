/** Only the two documented operations pass, and only what they document. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ emulator: { now: () => Date.parse('2025-05-06T00:00:00Z') } });
});
afterAll(() => gateway.close());
beforeEach(() => gateway.emulator.control.clear());

const search = '/api/failover/tracking';
const calls = () => gateway.emulator.control.calls('tracking') + gateway.emulator.control.calls('search');

async function problem(response: Response): Promise<[number, string]> {
  const { code } = await response.json();
  return [response.status, code];
}

test.each([
  ['..%2Foauth%2Ftoken'],
  ['..'],
  ['a%2Fb'],
  ['a%3Fsize=1'],
  ['a b'],
  ['a%00'],
  ['%ce%b1'],
  ['a'.repeat(129)],
  ["'"],
  ['<script>'],
])('the ID %j goes nowhere', async (id) => {
  const response = await gateway.get(`${search}/${id}`);
  expect([400, 404]).toContain(response.status);
  expect(['bad-request', 'not-found']).toContain((await response.json()).code);
  expect(calls()).toBe(0);
});

test.each([
  ['GET', '/api'],
  ['GET', '/api/'],
  ['GET', '/api/failover'],
  ['POST', '/api/failover'],
  ['POST', '/api/failover/tracking/a'],
  ['PUT', '/api/failover/tracking/a'],
  ['DELETE', '/api/failover/tracking/a'],
  ['HEAD', '/api/failover/tracking/a'],
  ['GET', '/api/failover/tracking/a/b'],
  ['GET', '/api/oauth/token'],
  ['GET', '/api/https://example.com/'],
  ['POST', '/api/config'],
])('%s %s is not there', async (method, path) => {
  const response = await fetch(gateway.url + path, { method, headers: { accept: 'text/html' } });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(gateway.emulator.control.calls()).toBeLessThanOrEqual(1);
  expect(calls()).toBe(0);
});

const filter = (fieldName: string, searchTerm: unknown, searchOperator?: string) => ({
  fieldName,
  searchTerm,
  ...(searchOperator === undefined ? {} : { searchOperator }),
});

test.each([
  ['no filter', []],
  [
    'every field and operator',
    [
      filter('type', 'Sms'),
      filter('type', 'Viber', 'is_not'),
      filter('terminationChannel', 'Voice', 'is'),
      filter('status', 'InProgress', 'is_not'),
      filter('to', '+30691'),
      filter('to', '+30691', 'is'),
      filter('to', '1', 'is_not'),
      filter('to', '69', 'contains'),
      filter('to', '+30', 'starts_with'),
      filter('to', '00', 'ends_with'),
    ],
  ],
])('passes: %s', async (_, body) => {
  const query = 'dateStart=2025-05-05T15:00Z&dateEnd=2025-05-05T18:30:00.000Z&page=0&size=10';
  const response = await gateway.post(`${search}?${query}`, body);
  expect(response.status).toBe(200);
  const page = await response.json();
  expect(page).toHaveProperty('content');
  const sent = gateway.emulator.control.received().find(({ operation }) => operation === 'search');
  expect(sent?.method).toBe('POST');
  expect(new URLSearchParams(sent?.url.split('?')[1])).toEqual(new URLSearchParams(query));
});

test.each([
  ['not JSON', '[{'],
  ['not an array', {}],
  ['a field that is not documented', [filter('from', 'x')]],
  ['an operator that is not documented', [filter('to', 'x', 'like')]],
  ['an operator of another field', [filter('status', 'Failed', 'contains')]],
  ['a value that is not documented', [filter('status', 'Lost')]],
  ['a channel that is not documented', [filter('type', 'Email')]],
  ['a number to search for', [filter('to', 306912345678)]],
  ['an empty text', [filter('to', '')]],
  ['a long text', [filter('to', 'x'.repeat(201))]],
  ['a key that is not documented', [{ ...filter('to', 'x'), host: 'example.com' }]],
  ['too many filters', Array.from({ length: 21 }, () => filter('type', 'Sms'))],
  ['a large body', `[${' '.repeat(40_000)}]`],
])('does not pass: %s', async (_, body) => {
  const response = await gateway.post(search, body);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect((await response.json()).code).toBe('bad-request');
  expect(calls()).toBe(0);
});

test.each([
  'size=0',
  'size=501',
  'size=all',
  'page=-1',
  'page=1.5',
  'dateStart=yesterday',
  'dateStart=2026-13-01',
  'sort=to',
  'size=1&size=2',
  'dateEnd=2026-11-24T10:00:00Z%26size=9',
])('does not pass: ?%s', async (query) => {
  expect(await problem(await gateway.post(`${search}?${query}`, []))).toEqual([400, 'bad-request']);
  expect(calls()).toBe(0);
});

test('a form, which another site’s page could send without asking, is refused', async () => {
  const body = new URLSearchParams({ a: 'b' });
  const response = await fetch(gateway.url + search, { method: 'POST', body });
  expect(await problem(response)).toEqual([415, 'bad-request']);
});

describe('a problem says what is wrong without repeating what was sent', () => {
  test.each([
    [`${search}/+306912345678x`, undefined],
    [`${search}?dateStart=+306912345678`, []],
    [search, [filter('to', '+306912345678', '306912345678')]],
    [search, [{ fieldName: '+306912345678' }]],
  ])('%s', async (path, body) => {
    const response = body === undefined ? await gateway.get(path) : await gateway.post(path, body);
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).not.toContain('306912345678');
    expect(JSON.parse(text).detail.length).toBeGreaterThan(10);
  });
});
