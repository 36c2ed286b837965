/** The token, asked for over real HTTP with a clock that the test turns. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '#emulator/start.ts';
import { createMetrics } from '../metrics.ts';
import { account, until } from '../testing/gateway.ts';
import { noRoomNeeded } from './collect.ts';
import { Host } from './http.ts';
import { OwnSecrets } from './own-secrets.ts';
import { callWithRetry, lineTo } from './retry.ts';
import { Slots } from './slots.ts';
import { RouteeToken, type TokenShare } from './token.ts';

const never = () => new AbortController().signal;
let emulator: Emulator;
let hosts: Host[];
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-24T10:00:00Z');
  hosts = [];
  emulator = await startEmulator({ credentials: account, now: () => now });
});
afterEach(async () => {
  for (const host of hosts) host.close();
  await emulator.close();
});

interface Made {
  readonly secret?: string;
  readonly timeoutMs?: number;
  readonly share?: TokenShare;
}

function tokenOf({ secret = account.secret, timeoutMs = 2000, share }: Made = {}): RouteeToken {
  const metrics = createMetrics();
  const host = new Host(emulator.authUrl, 1000);
  hosts.push(host);
  const line = lineTo(host, { slots: new Slots(2), maxBytes: 100_000, metrics, now: () => now });
  const secrets = new OwnSecrets({
    appId: account.id,
    appSecret: secret,
    apiUrl: emulator.url,
    authUrl: emulator.authUrl,
  });
  const shared = share === undefined ? {} : { share };
  const common = { line, appId: account.id, appSecret: secret, timeoutMs, metrics, secrets, now: () => now };
  return new RouteeToken({ ...common, ...shared });
}

const fetches = () => emulator.control.calls('token');

test('a hundred who need it at once: one call', async () => {
  const token = tokenOf();
  const values = await Promise.all(Array.from({ length: 100 }, () => token.current(never())));
  expect(new Set(values).size).toBe(1);
  expect(fetches()).toBe(1);
  expect(token.credentials).toBe('ok');
});

test('asks as Routee documents it', async () => {
  await tokenOf().current(never());
  const [call] = emulator.control.received();
  const pair = Buffer.from(`${account.id}:${account.secret}`).toString('base64');
  expect(call?.headers.authorization).toBe(`Basic ${pair}`);
  expect(call?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  expect(call?.url).toBe('/oauth/token');
});

test.each([
  ['an hour', 3600, 3539, 3541],
  ['a day', 86_400, 86_339, 86_341],
  ['twenty years', 631_139_040, 631_138_979, 631_138_981],
  ['ten seconds', 10, 8.9, 9.1],
])('of %s: renewed before it ends, without anybody waiting', async (_, expiresInS, stillOldS, renewedS) => {
  emulator.control.setExpiresIn(expiresInS);
  const token = tokenOf();
  const first = await token.current(never());
  const start = now;
  now = start + stillOldS * 1000;
  expect(await token.current(never())).toBe(first);
  expect(fetches()).toBe(1);
  now = start + renewedS * 1000;
  expect(await token.current(never())).toBe(first);
  await until(async () => (await token.current(never())) !== first);
  expect(fetches()).toBe(2);
});

test('one that has ended is not used, however long nobody asked', async () => {
  emulator.control.setExpiresIn(3600);
  const token = tokenOf();
  const first = await token.current(never());
  now += 7_200_000;
  expect(await token.current(never())).not.toBe(first);
});

test('while it cannot be renewed, the one at hand is used to its end', async () => {
  const token = tokenOf();
  const first = await token.current(never());
  emulator.control.setFailureRate(1, { operations: ['token'], kinds: ['500'] });
  now += 3_595_000;
  expect(await token.current(never())).toBe(first);
  await until(() => fetches() === 2);
  expect(await token.current(never())).toBe(first);
  expect(token.credentials).toBe('ok');
});

test('refused ones are replaced once for everybody', async () => {
  const token = tokenOf();
  const first = await token.current(never());
  const insteadOf = (refused: string) => {
    token.discard(refused);
    return token.current(never());
  };
  const others = await Promise.all(Array.from({ length: 20 }, () => insteadOf(first)));
  expect(new Set(others).size).toBe(1);
  expect(others[0]).not.toBe(first);
  expect(await insteadOf(first)).toBe(others[0]);
  expect(fetches()).toBe(2);
});

test('wrong credentials are said to be wrong, and not tried again at once', async () => {
  const token = tokenOf({ secret: 'wrong' });
  await expect(token.current(never())).rejects.toMatchObject({ code: 'credentials-refused' });
  await expect(token.current(never())).rejects.toMatchObject({ code: 'credentials-refused' });
  expect(token.credentials).toBe('refused');
  expect(fetches()).toBe(1);
});

test('credentials that work again are noticed', async () => {
  emulator.control.refuseCredentials(true);
  const token = tokenOf();
  await expect(token.current(never())).rejects.toMatchObject({ code: 'credentials-refused' });
  emulator.control.refuseCredentials(false);
  now += 5000;
  await token.current(never());
  expect(token.credentials).toBe('ok');
});

test('a slow token is given up; one who gives up does not take it from the others', async () => {
  emulator.control.setLatency(150);
  const token = tokenOf();
  const controller = new AbortController();
  const impatient = token.current(controller.signal);
  const patient = token.current(never());
  controller.abort(new Error('gone'));
  await expect(impatient).rejects.toThrow('gone');
  expect(await patient).toMatch(/.+/);
  emulator.control.setLatency(1000);
  await expect(tokenOf({ timeoutMs: 100 }).current(never())).rejects.toMatchObject({ code: 'upstream-slow' });
});

test('two tokens of other replicas that were revoked since are no reason to think the credentials wrong', async () => {
  const old = ['old-1', 'old-2'];
  const dropped: string[] = [];
  const token = tokenOf({
    share: {
      get: async (grant) => {
        const value = old.shift();
        return value === undefined ? grant() : { value, lifeMs: 60_000, renewMs: 50_000, isSecondHand: true };
      },
      drop: (refused) => dropped.push(refused),
    },
  });
  const host = new Host(emulator.url, 1000);
  hosts.push(host);
  const line = lineTo(host, { slots: new Slots(2), maxBytes: 100_000, metrics: createMetrics() });
  const call = { method: 'GET', path: '/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640', headers: {} } as const;
  const request = { operation: 'flow', call, room: noRoomNeeded, tokens: token };
  expect(await callWithRetry(line, request, never())).toMatchObject({ kind: 'answer', status: 200 });
  expect(dropped).toEqual(['old-1', 'old-2']);
  expect(fetches()).toBe(1);
});
