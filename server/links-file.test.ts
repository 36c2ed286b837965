import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { startTestGateway } from './testing/gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'cascade links '));
const path = join(folder, 'links.json');
afterAll(() => rmSync(folder, { recursive: true }));

function configWith(content: unknown) {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readConfig({ LINKS_FILE: path });
}

const logs = { name: 'Logs', address: 'https://logs.example/search?q={trackingId}&at={createdAt}' };
const crm = { name: 'Customer', address: 'http://crm.example:8080/by-number/{to}' };

test('the links of the file, in its order', () => {
  expect(configWith([logs, crm]).links).toEqual([logs, crm]);
  expect(configWith([]).links).toEqual([]);
  expect(configWith(`\ufeff${JSON.stringify([{ ...logs, name: '  Logs ', note: 'ignored' }])}`).links).toEqual([logs]);
});

const withAddress = (address: unknown) => [logs, { name: 'Odd', address }];
test.each<[RegExp, unknown]>([
  [/^LINKS_FILE names a file that is no JSON: /, '{"name":'],
  [/^LINKS_FILE must hold a JSON list/, logs],
  [/^LINKS_FILE must hold a JSON list/, 'null'],
  [/^LINKS_FILE: entry 1, name must not be empty\.$/, [{ ...logs, name: ' ' }]],
  [/^LINKS_FILE: entry 1, name must have at most 60 characters\.$/, [{ ...logs, name: 'x'.repeat(61) }]],
  [/^LINKS_FILE: entry 1, name must not hold control characters\.$/, [{ ...logs, name: 'a\u202eb' }]],
  [/^LINKS_FILE: entry 1, address is missing or of the wrong type\.$/, [{ name: 'Logs' }]],
  [/^LINKS_FILE: entry 1 is missing or of the wrong type\.$/, ['https://logs.example']],
  [/^LINKS_FILE: entry 2, address is no address that begins with http/, withAddress('javascript:alert({trackingId})')],
  [/^LINKS_FILE: entry 2, address is no address that begins with http/, withAddress('/search?q={trackingId}')],
  [
    /^LINKS_FILE: entry 2, address is no address that begins with http/,
    withAddress('ftp://files.example/{trackingId}'),
  ],
  [/^LINKS_FILE: entry 2, address is no address that begins with http/, withAddress('https://')],
  [/^LINKS_FILE: entry 2, address holds a user name or password\.$/, withAddress('https://me:pw@logs.example/')],
  [/^LINKS_FILE: entry 2, address has a place in its host/, withAddress('https://{label}.example/')],
  [/^LINKS_FILE: entry 2, address has a place in its host/, withAddress('https://logs.example{label}/')],
  [/^LINKS_FILE: entry 2, address has the place \{price\}, which is none of/, withAddress('https://a.example/{price}')],
  [/^LINKS_FILE: entry 2, address has a brace that belongs to no place\.$/, withAddress('https://a.example/{to')],
  [/^LINKS_FILE must have at most 20 links\.$/, Array.from({ length: 21 }, () => logs)],
])('stops the start: %s', (message, content) => {
  expect(() => configWith(content)).toThrow(message);
});

test('all that is wrong is said at once, without the address, which may hold a key', () => {
  const content = [
    { name: '', address: 'https://a.example/{price}?key=hunter2' },
    { name: 'B', address: 'x:{y}' },
  ];
  expect(() => configWith(content)).toThrow(/entry 1, name.*\n.*entry 1, address.*\n.*entry 2, address/);
  expect(() => configWith(content)).not.toThrow(/hunter2/);
});

test('a file that is not there is named', () => {
  expect(() => readConfig({ LINKS_FILE: join(folder, 'none') })).toThrow(
    /^LINKS_FILE names a file that cannot be read/,
  );
});

test('the app is told of them; who gets masked answers, of none with the recipient', async () => {
  writeFileSync(path, JSON.stringify([logs, crm]));
  const told = async (env: Record<string, string>, headers: Record<string, string> = {}) => {
    const gateway = await startTestGateway({ env: { LINKS_FILE: path, ...env } });
    const { links } = await (await gateway.get('/api/config', headers)).json();
    await gateway.close();
    return links;
  };
  expect(await told({})).toEqual([logs, crm]);
  expect(await told({ MASK: 'always' })).toEqual([logs]);
  const proxy = {
    ACCESS: 'proxy',
    PROXY_ADDRESS: '127.0.0.1',
    PROXY_USER_HEADER: 'x-user',
    PROXY_GROUPS_HEADER: 'x-groups',
    UNMASK_GROUP: 'support',
  };
  expect(await told(proxy, { 'x-user': 'maria', 'x-groups': 'sales' })).toEqual([logs]);
  expect(await told(proxy, { 'x-user': 'maria', 'x-groups': 'support' })).toEqual([logs, crm]);
});
