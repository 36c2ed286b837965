import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configNotes, readConfig } from './config.ts';
import stops from './config-names.cases.json' with { type: 'json' };
import type { Environment } from './environment.ts';

const secret = 'x'.repeat(32);
const account = { ROUTEE_APP_ID: 'id', ROUTEE_APP_SECRET: 'secret' };
const proxy = { ACCESS: 'proxy', PROXY_ADDRESS: '10.0.0.1', PROXY_USER_HEADER: 'X-User' };
const oidc = {
  ACCESS: 'oidc',
  OIDC_ISSUER: 'https://login.example.com/realm',
  OIDC_CLIENT_ID: 'cascade',
  OIDC_CLIENT_SECRET: 'client-secret',
  SESSION_SECRET: secret,
  PUBLIC_URL: 'https://cascade.example.com',
};

test('without any variable: the demo, on this machine', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    history: null,
    pageWaitMs: 300,
    port: 4173,
    publicUrl: null,
    basePath: '',
    cache: null,
    logLevel: 'warn',
    metricsAddresses: [],
    currency: null,
    country: null,
    links: [],
    mask: 'toggle',
    unmaskGroup: null,
    openingsGroup: null,
    access: { kind: 'local' },
    routee: null,
    limits: { connectMs: 5000, totalMs: 15_000, maxCalls: 16, maxBytes: 16 * 1024 * 1024, finishedMemoryMs: 30_000 },
  });
});

test('empty variables count as not set, and spaces go', () => {
  const config = readConfig({ PORT: '', ROUTEE_APP_ID: ' ', CURRENCY: ' EUR ' });
  expect(config).toMatchObject({ port: 4173, routee: null, currency: 'EUR' });
});

test('the account, with Routee’s own addresses by default', () => {
  expect(readConfig(account).routee).toEqual({
    appId: 'id',
    appSecret: 'secret',
    apiUrl: 'https://connect.routee.net',
    authUrl: 'https://auth.routee.net',
  });
});

test('behind a proxy: header names in lower case, ranges, groups', () => {
  const config = readConfig({
    ...proxy,
    HOST: '0.0.0.0',
    PROXY_ADDRESS: '10.0.0.1, fd00::/8',
    PROXY_GROUPS_HEADER: 'X-Groups',
    UNMASK_GROUP: 'support',
  });
  expect(config.access).toEqual({
    kind: 'proxy',
    addresses: ['10.0.0.1', 'fd00::/8'],
    userHeader: 'x-user',
    groupsHeader: 'x-groups',
  });
  expect(config).toMatchObject({ unmaskGroup: 'support', logLevel: 'info' });
});

test('with a provider', () => {
  expect(readConfig({ ...oidc, SESSION_HOURS: '2' }).access).toMatchObject({
    kind: 'oidc',
    issuer: 'https://login.example.com/realm',
    group: null,
    groupsClaim: 'groups',
    sessionSeconds: 7200,
  });
});

const wrong: readonly [message: RegExp, env: Environment][] = [
  [/^PORT must be a number from 0 to 65535\.$/, { PORT: 'http' }],
  [/^PORT must be a number from 0 to 65535\.$/, { PORT: '70000' }],
  [/^PORT must be a whole number\.$/, { PORT: '41.5' }],
  [/^MASK must be toggle, always or off\.$/, { MASK: 'yes' }],
  [/^ACCESS must be local, proxy or oidc\.$/, { ACCESS: 'everyone' }],
  [/^CURRENCY must be a currency code/, { CURRENCY: 'euro' }],
  [/^COUNTRY must be a country code/, { COUNTRY: 'Greece' }],
  [/^HOST is 0\.0\.0\.0: ACCESS=local listens on this machine alone/, { HOST: '0.0.0.0' }],
  [/^HOST is 192\.168\.1\.4: /, { HOST: '192.168.1.4' }],
  [/^ROUTEE_APP_SECRET is not set: ROUTEE_APP_ID is/, { ROUTEE_APP_ID: 'id' }],
  [/^ROUTEE_APP_ID is not set: ROUTEE_APP_SECRET is/, { ROUTEE_APP_SECRET: 'secret' }],
  [/^ROUTEE_API_URL must be an https address/, { ...account, ROUTEE_API_URL: 'http://connect.routee.net' }],
  [/^ROUTEE_API_URL must be an https address/, { ...account, ROUTEE_API_URL: 'https://me:pw@connect.routee.net' }],
  [/^ROUTEE_AUTH_URL must be an https address/, { ...account, ROUTEE_AUTH_URL: 'auth.routee.net' }],
  [/^ROUTEE_TIMEOUT_SECONDS must be a number from 0\.5 to 120\.$/, { ROUTEE_TIMEOUT_SECONDS: '0' }],
  [/^PROXY_ADDRESS is not set: ACCESS=proxy needs it\.$/, { ...proxy, PROXY_ADDRESS: '' }],
  [/^PROXY_ADDRESS must be IP addresses or ranges/, { ...proxy, PROXY_ADDRESS: 'proxy.local' }],
  [/^PROXY_USER_HEADER is not set: ACCESS=proxy needs it\.$/, { ...proxy, PROXY_USER_HEADER: undefined }],
  [/^PROXY_USER_HEADER must be the name of a header\.$/, { ...proxy, PROXY_USER_HEADER: 'X User' }],
  [/^PROXY_GROUPS_HEADER is not set: UNMASK_GROUP is/, { ...proxy, UNMASK_GROUP: 'support' }],
  [/^UNMASK_GROUP is set: it needs ACCESS=proxy or ACCESS=oidc\.$/, { UNMASK_GROUP: 'support' }],
  [/^OPENINGS_GROUP is set: it needs ACCESS=proxy or ACCESS=oidc\.$/, { OPENINGS_GROUP: 'audit', HISTORY: 'memory' }],
  [/^OPENINGS_GROUP is set: it needs HISTORY or HISTORY_URL\.$/, { ...proxy, OPENINGS_GROUP: 'audit' }],
  [
    /^PROXY_GROUPS_HEADER is not set: OPENINGS_GROUP is/,
    { ...proxy, OPENINGS_GROUP: 'audit', HISTORY: 'memory', PROXY_GROUPS_HEADER: undefined },
  ],
  [/^OIDC_ISSUER is not set: ACCESS=oidc needs it\.$/, { ...oidc, OIDC_ISSUER: undefined }],
  [/^PUBLIC_URL is not set: ACCESS=oidc needs it\.$/, { ...oidc, PUBLIC_URL: undefined }],
  [/^PUBLIC_URL must be an address without a path/, { ...oidc, PUBLIC_URL: 'https://example.com/cascade' }],
  [/^SESSION_SECRET must have at least 32 characters\.$/, { ...oidc, SESSION_SECRET: 'hunter2' }],
];

test.each(wrong)('says %s', (message, env) => {
  expect(() => readConfig(env)).toThrow(message);
});

test('never repeats a secret', () => {
  expect(() => readConfig({ ...oidc, SESSION_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
});

describe('secrets from files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cascade secrets '));
  const path = join(folder, 'secret');

  test('without the line end', () => {
    writeFileSync(path, 's3cret\n');
    expect(readConfig({ ROUTEE_APP_ID: 'id', ROUTEE_APP_SECRET_FILE: path }).routee?.appSecret).toBe('s3cret');
  });

  test('both ways at once are refused', () => {
    const env = { ...account, ROUTEE_APP_SECRET_FILE: path };
    expect(() => readConfig(env)).toThrow('ROUTEE_APP_SECRET and ROUTEE_APP_SECRET_FILE are both set');
  });

  test('an empty file and one that is not there are named', () => {
    writeFileSync(path, '\n');
    const env = { ROUTEE_APP_ID: 'id', ROUTEE_APP_SECRET_FILE: path };
    expect(() => readConfig(env)).toThrow(`ROUTEE_APP_SECRET_FILE names a file that is empty: ${path}`);
    rmSync(folder, { recursive: true });
    expect(() => readConfig(env)).toThrow(`ROUTEE_APP_SECRET_FILE names a file that cannot be read: ${path}`);
  });
});

test.each(stops)('$env stops the start: $says', ({ env, says }) => {
  const whole: Environment = { ...(env.ACCESS === 'proxy' ? proxy : env.ACCESS === 'oidc' ? oidc : {}), ...env };
  expect(() => readConfig(whole)).toThrow(says);
});

test.each<[env: Environment, warnings: readonly RegExp[]]>([
  [
    { ROUTEE_TIMEOUT_SECOND: '4' },
    [/^ROUTEE_TIMEOUT_SECOND is no variable of Cascade\. Is ROUTEE_TIMEOUT_SECONDS meant\?$/],
  ],
  [{ ROUTEE_SOMETHING: '4' }, [/^ROUTEE_SOMETHING is no variable of Cascade\.$/]],
  [{ OIDC_AUDIENCE: 'x' }, [/^OIDC_AUDIENCE is no variable/]],
  [{ CURRENCEY: 'EUR' }, [/Is CURRENCY meant/]],
  [{ LINK_FILE: '/x' }, [/^LINK_FILE is no variable of Cascade\. Is LINKS_FILE meant\?$/]],
  [{ SESSION_HOURS: '2' }, [/^SESSION_HOURS is set, but means nothing with ACCESS=local/]],
  [
    {
      HOSTNAME: 'box',
      TASK: '1',
      HTTP_PROXY: 'x',
      SESSION_MANAGER: 'x',
      PATH: '/bin',
      HOME: '/',
      USER: 'x',
      LOGNAME: 'x',
    },
    [],
  ],
])('%j starts, and warns', (env, warnings) => {
  expect(() => readConfig(env)).not.toThrow();
  expect(configNotes(env).warnings).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
});

test('everything that is wrong is said at once', () => {
  const env = {
    PORT: '0x50',
    MASK: 'yes',
    UNMASK_GROUPS: 'a',
    SESSION_SECRET: 'b',
    SESSION_SECRET_FILE: '/c',
    ACCESS: 'oidc',
  };
  let message = '';
  try {
    readConfig(env);
  } catch (error) {
    message = String(error);
  }
  for (const name of ['PORT must', 'MASK must', 'UNMASK_GROUPS is no', 'SESSION_SECRET and SESSION_SECRET_FILE']) {
    expect(message).toContain(name);
  }
});

test('all that is missing is said at once', () => {
  expect(() => readConfig({ ACCESS: 'oidc' })).toThrow(
    /OIDC_ISSUER is not set[^\n]*\n.*\n.*\nSESSION_SECRET.*\nPUBLIC_URL is not set/,
  );
});

const numbers = [
  'PORT',
  'METRICS_PORT',
  'SESSION_HOURS',
  'ROUTEE_CONNECT_SECONDS',
  'ROUTEE_TIMEOUT_SECONDS',
  'ROUTEE_MAX_CALLS',
  'ROUTEE_MAX_MB',
  'FINISHED_MEMORY_SECONDS',
  'HISTORY_DAYS',
  'HISTORY_MB',
];
test.each(numbers)('%s takes plain numbers only', (name) => {
  for (const text of [
    '0x50',
    '1e2',
    'Infinity',
    'NaN',
    '-1',
    '+5',
    '007',
    '5.',
    '.5',
    '1_0',
    '٣',
    '5 6',
    '0b1',
    '1,5',
  ]) {
    expect(() => readConfig({ ...oidc, [name]: text })).toThrow(new RegExp(`^${name} must be a`));
  }
});

describe('where the history is kept', () => {
  const account = { ROUTEE_APP_ID: 'a', ROUTEE_APP_SECRET: 'b' };
  const url = 'postgres://user:word@db.example/cascade';
  test.each([
    ['off with an account', account, undefined],
    ['off in demo mode', {}, undefined],
    ['off in demo mode on request', { HISTORY: 'off' }, undefined],
    ['in memory', { ...account, HISTORY: 'memory' }, { kind: 'memory' }],
    ['in a folder', { ...account, HISTORY: 'file:./data' }, { kind: 'folder', folder: './data' }],
    ['in PostgreSQL', { ...account, HISTORY_URL: url }, { kind: 'postgres', url }],
  ])('%s', (_, env, store) => {
    expect(readConfig(env).history?.store).toEqual(store);
  });

  test.each([
    [{ HISTORY: 'on' }, 'HISTORY must be off, memory or file:FOLDER.'],
    [{ HISTORY: 'file:' }, 'HISTORY must be off, memory or file:FOLDER.'],
    [{ HISTORY_URL: 'mysql://db/x' }, 'HISTORY_URL must be an address like postgres://user@host/database.'],
    [{ HISTORY: 'off', HISTORY_URL: url }, 'HISTORY and HISTORY_URL are both set: set one of them.'],
  ])('refused: %o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  test('callbacks need a history and a secret that nobody guesses', () => {
    const secret = 'a'.repeat(32);
    expect(readConfig({ HISTORY: 'memory', CALLBACK_SECRET: secret }).callbackSecret).toBe(secret);
    expect(() => readConfig({ CALLBACK_SECRET: secret })).toThrow('CALLBACK_SECRET is set: it needs HISTORY');
    for (const wrong of ['short', 'a'.repeat(201), `${secret}/`])
      expect(() => readConfig({ HISTORY: 'memory', CALLBACK_SECRET: wrong })).toThrow('CALLBACK_SECRET must be');
  });

  test('the days and the megabytes', () => {
    const { history } = readConfig({ HISTORY: 'memory', HISTORY_DAYS: '2', HISTORY_MB: '3' });
    expect(history).toMatchObject({ keepMs: 172_800_000, mostBytes: 3_145_728 });
  });
});

describe('what replicas share', () => {
  test.each([
    [{}, null],
    [{ CACHE_URL: 'redis://cache' }, { url: 'redis://cache', askMs: 80 }],
    [
      { CACHE_URL: 'rediss://user:word@cache.example:6380/2', CACHE_TIMEOUT_SECONDS: '0.02' },
      { url: 'rediss://user:word@cache.example:6380/2', askMs: 20 },
    ],
  ])('%o', (env, cache) => {
    expect(readConfig(env).cache).toEqual(cache);
  });

  test.each(['cache:6379', 'http://cache', 'redis:', 'redis://'])(
    '%s is refused, without being repeated',
    (CACHE_URL) => {
      expect(() => readConfig({ CACHE_URL })).toThrow(
        /^CACHE_URL must be an address like redis:\/\/host or rediss:\/\/user:password@host\.$/,
      );
    },
  );
});
