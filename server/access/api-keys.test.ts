import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { readConfig } from '../config.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { readApiKeys } from './api-keys.ts';

const open = 'cascade_open-0123456789abcdef0123456789abcdef';
const veiled = 'cascade_veiled-0123456789abcdef0123456789abcd';
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
const keys = [
  { name: 'reports', sha256: hashOf(open), masked: false, callsPerMinute: 6 },
  { name: 'shared', sha256: hashOf(veiled) },
];
const behindProxy = { ACCESS: 'proxy', PROXY_ADDRESS: '10.9.9.9', PROXY_USER_HEADER: 'x-user', LOG_LEVEL: 'info' };

const trackingId = scenarios.find(({ slug }) => slug === 'viber-first-try')?.trackingId ?? '';
const path = `/api/failover/tracking/${trackingId}`;
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

let gateway: TestGateway;
async function start(env: Record<string, string> = {}) {
  gateway = await startTestGateway({ env: { ...behindProxy, API_KEYS: JSON.stringify(keys), ...env } });
  return gateway;
}

describe('a key', () => {
  afterEach(() => gateway.close());

  test('reads a flow without the proxy, as it is masked for that key, and is named in the log', async () => {
    const { get, log } = await start();
    const [plain, masked] = [await get(path, bearer(open)), await get(path, bearer(veiled))];
    expect([plain.status, masked.status]).toEqual([200, 200]);
    const number = /\+\d{10,}/;
    expect(await plain.text()).toMatch(number);
    expect(await masked.text()).not.toMatch(number);
    expect(log()).toContain('"user":"key:reports"');
    expect(log()).toContain('"user":"key:shared"');
    expect(log()).not.toContain(open);
  });

  test('is masked for everybody where MASK is always', async () => {
    const { get } = await start({ MASK: 'always' });
    expect(await (await get(path, bearer(open))).text()).not.toMatch(/\+\d{10,}/);
  });

  test('may not search, or see pages', async () => {
    const { get, post } = await start();
    expect((await post('/api/failover/tracking', [], bearer(open))).status).toBe(403);
    expect((await get('/', bearer(open))).status).toBe(403);
  });

  test.each([
    ['another', bearer('cascade_other-0123456789abcdef0123456789abc'), 401],
    ['the hash of one', bearer(`cascade_${hashOf(open)}`), 401],
    ['one that is cut off', bearer(open.slice(0, -1)), 401],
    ['one that is longer', bearer(`${open}0`), 401],
    ['a proxy’s own token', bearer('eyJhbGciOi.e30.x'), 403],
    ['another scheme', { authorization: `Basic ${open}` }, 403],
    ['none', {}, 403],
  ])('%s opens nothing', async (_name, headers, status) => {
    const { get } = await start();
    const response = await get(path, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: 'not-allowed' });
  });

  test('opens nothing where no keys are set', async () => {
    gateway = await startTestGateway({ env: behindProxy });
    expect((await gateway.get(path, bearer(open))).status).toBe(403);
  });

  test('has its calls a minute, which are nobody else’s', async () => {
    const { get } = await start();
    const statuses: number[] = [];
    for (let call = 0; call < 7; call++) statuses.push((await get(path, bearer(open))).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    const refused = await get(path, bearer(open));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get(path, bearer(veiled))).status).toBe(200);
  });
});

describe('the list of keys', () => {
  const [first] = keys;
  test.each([
    ['no JSON', '{', 'API_KEYS is no JSON.'],
    ['no list', '{}', 'API_KEYS is no list'],
    ['an empty list', '[]', 'API_KEYS is no list'],
    ['a key in place of its hash', JSON.stringify([{ name: 'a', sha256: open }]), '(key 1, sha256)'],
    ['a field that is none', JSON.stringify([first, { ...keys[1], mask: false }]), '(key 2)'],
    ['no calls at all', JSON.stringify([{ ...first, callsPerMinute: 0 }]), '(key 1, callsPerMinute)'],
    ['one name twice', JSON.stringify([first, { ...keys[1], name: 'reports' }]), 'the same name'],
    ['one key twice', JSON.stringify([first, { ...first, name: 'again' }]), 'one key twice'],
  ])('%s stops the start, and is not repeated', (_name, text, sentence) => {
    expect(() => readConfig({ API_KEYS: text })).toThrow(sentence);
    expect(() => readConfig({ API_KEYS: text })).not.toThrow(open);
  });

  test('a file that is not there is one fault, not two', () => {
    expect(() => readConfig({ API_KEYS_FILE: '/nowhere/keys.json' })).toThrow(/^API_KEYS_FILE names a file[^\n]*$/);
  });

  test('masks, with a call a second, where a key says nothing else', () => {
    expect(readApiKeys(JSON.stringify(keys))[1]).toMatchObject({ masked: true, callsPerMinute: 60 });
  });
});
