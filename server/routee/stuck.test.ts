/**
 * Ten thousand calls that are left, broken and thrown at every point of their way, over real sockets: whatever happens,
 * connection, slot, flight and memory come back, and the next call is answered.
 */
import dns from 'node:dns';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { createMetrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import { manyTimes, seeded } from '../testing/chaos.ts';
import { account, until } from '../testing/gateway.ts';
import { startUpstream, type Upstream } from '../testing/upstream.ts';
import { noRoomNeeded } from './collect.ts';
import { connectRoutee, type Routee } from './connect.ts';
import { Host } from './http.ts';
import type { Fetched } from './read-answer.ts';
import { callWithRetry, lineTo } from './retry.ts';
import { Slots } from './slots.ts';
import { cases as tokenCases } from './token.cases.json';

const open: { close: () => void | Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const json = { 'content-type': 'application/json' };
const released = ({ lease }: Fetched) => {
  lease.release();
  return true;
};
const never = () => new AbortController().signal;
const good = (trackingId: string, padding = 0) =>
  JSON.stringify({ trackingId, status: 'Succeeded', messages: [], text: 'x'.repeat(padding) });

function routeeAt(upstream: Upstream, env: Record<string, string> = {}): Routee {
  const config = readConfig({
    ROUTEE_APP_ID: account.id,
    ROUTEE_APP_SECRET: account.secret,
    ROUTEE_API_URL: upstream.url,
    ROUTEE_AUTH_URL: upstream.url,
    ROUTEE_TIMEOUT_SECONDS: '10',
    ...env,
  });
  if (config.routee === null) throw new Error('A test has an account');
  const metrics = createMetrics();
  const routee = connectRoutee({ account: config.routee, limits: config.limits, metrics, log: { warn: () => {} } });
  open.push(routee);
  return routee;
}

/** Everything that was taken is back, but for what is remembered; and a call is answered. */
async function expectNothingStuck(routee: Routee): Promise<void> {
  await until(() => {
    const { remembered, answerBytes, ...taken } = routee.inUse();
    return Object.values(taken).every((count) => count === 0) && remembered === answerBytes;
  });
  const flow = await routee.flows.get({ trackingId: 'fine', fresh: true, signal: never() });
  expect(flow.ownId).toBe('fine');
  flow.lease.release();
}

/** What goes wrong of a call, by the last letter of its ID. */
const trouble: Readonly<Record<string, (response: ServerResponse, trackingId: string) => void>> = {
  silent: () => {},
  slow: (response, id) => setTimeout(() => response.writeHead(200, json).end(good(id)), 5),
  hangUp: (response) => response.destroy(),
  cut: (response) => {
    response.writeHead(200, json).write('{"trackingId"');
    setImmediate(() => response.destroy());
  },
  short: (response) => {
    response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"trackingId"');
    setImmediate(() => response.destroy());
  },
  error: (response) => response.writeHead(500, json).end('{"code":"500017000"}'),
  html: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
  unknown: (response) => response.writeHead(404, json).end('{"code":"404005000"}'),
  closing: (response, id) => response.writeHead(200, { ...json, connection: 'close' }).end(good(id)),
  notHttp: (response) => response.socket?.end('220 mail.example ESMTP\r\n'),
  large: (response, id) => response.writeHead(200, json).end(good(id, 300_000)),
  tooLarge: (response, id) => response.writeHead(200, json).end(good(id, 1_200_000)),
  announced: (response) => response.writeHead(200, { ...json, 'content-length': '999999999' }).write('{'),
  good: (response, id) => response.writeHead(200, json).end(good(id)),
};
const kinds = Object.keys(trouble);

function answer(request: IncomingMessage, response: ServerResponse): void {
  const id = request.url?.split('/').at(-1)?.split('?')[0] ?? '';
  const make = trouble[id.split('-')[0] ?? ''] ?? trouble.good;
  make?.(response, id);
}

test('10,000 flows and searches that are left, broken and cut', { timeout: 120_000 }, async () => {
  const upstream = await startUpstream(answer);
  open.push(upstream);
  const routee = routeeAt(upstream, { ROUTEE_MAX_MB: '1', ROUTEE_MAX_CALLS: '16', FINISHED_MEMORY_SECONDS: '1' });
  const random = seeded(7);
  const wrong: string[] = [];
  await manyTimes(10_000, 200, async (index) => {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'good';
    // Few IDs, so that calls are shared and some who share one leave.
    const trackingId = `${kind}-${index % 5}`;
    const person = new AbortController();
    const leavesAfterMs = kind === 'silent' || random() < 0.3 ? random() * 10 : null;
    const timer = leavesAfterMs === null ? null : setTimeout(() => person.abort(new Error('gone')), leavesAfterMs);
    if (leavesAfterMs !== null && leavesAfterMs < 1) person.abort(new Error('gone'));
    try {
      const isSearch = random() < 0.2 && kind !== 'silent';
      const fetched = isSearch
        ? await routee.calls.search({ query: '', body: '[]' }, person.signal)
        : await routee.flows.get({ trackingId, fresh: random() < 0.5, signal: person.signal });
      if (!isSearch && fetched.ownId !== trackingId) wrong.push(`${trackingId} got ${fetched.ownId}`);
      if (random() < 0.5) await new Promise(setImmediate);
      fetched.lease.release();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      if (code === 'upstream-slow' || code === 'rate-limited') wrong.push(`${trackingId}: ${code}`);
      if (kind === 'good' && !person.signal.aborted) wrong.push(`${trackingId}: ${code}`);
    } finally {
      if (timer !== null) clearTimeout(timer);
    }
  });
  expect(wrong).toEqual([]);
  await expectNothingStuck(routee);
});

test('10,000 calls that throw before they are sent, at each place where one can', { timeout: 60_000 }, async () => {
  const upstream = await startUpstream(answer);
  open.push(upstream);
  const host = new Host(upstream.url, 1000);
  open.push(host);
  const slots = new Slots(4);
  const line = lineTo(host, { slots, maxBytes: 100_000, metrics: createMetrics() });
  const call = { method: 'GET', path: '/good-1', headers: {} } as const;
  const bad = [
    { ...call, headers: { 'x-bad': 'line\nend' } },
    { ...call, headers: { 'x–dash': 'a' } },
    { ...call, path: '/with space and \n' },
    { ...call, path: 'no-slash–' },
  ];
  const tokens = [
    { current: async () => 'abc\n', discard: () => {} },
    { current: async () => '–', discard: () => {} },
    { current: () => Promise.reject(new Error('no token')), discard: () => {} },
    {
      current: () => {
        throw new Error('no token at all');
      },
      discard: () => {},
    },
  ];
  let rejected = 0;
  await manyTimes(10_000, 32, async (index) => {
    const isToken = index % 2 === 0;
    const request = {
      operation: 'flow',
      call: isToken ? call : (bad[(index >> 1) % bad.length] ?? call),
      room: noRoomNeeded,
      tokens: isToken ? (tokens[(index >> 1) % tokens.length] ?? null) : null,
    };
    await callWithRetry(line, request, never()).catch(() => rejected++);
  });
  expect(rejected).toBe(10_000);
  expect([slots.used, slots.waiting, host.inUse]).toEqual([0, 0, 0]);
  const outcome = await callWithRetry(line, { operation: 'flow', call, room: noRoomNeeded, tokens: null }, never());
  expect(outcome).toMatchObject({ kind: 'answer', status: 200 });
});

test('a name that is never looked up: ends when its time is over, and all that was taken comes back', async () => {
  const upstream = await startUpstream(answer);
  const lookUp = dns.lookup;
  let asked = 0;
  const never = ((host: string, ...rest: unknown[]) => {
    if (host === 'slow-names.example') asked++;
    else Reflect.apply(lookUp, dns, [host, ...rest]);
  }) as typeof dns.lookup; // the same parameters, in any of its overloads
  const spy = vi.spyOn(dns, 'lookup').mockImplementation(never);
  open.push(upstream, { close: () => spy.mockRestore() });
  const routee = routeeAt(upstream, {
    ROUTEE_API_URL: 'https://slow-names.example',
    ROUTEE_TIMEOUT_SECONDS: '1',
    ROUTEE_CONNECT_SECONDS: '30',
    ROUTEE_MAX_CALLS: '2',
  });
  const started = performance.now();
  const codes = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      routee.flows
        .get({ trackingId: `unnamed-${index}`, fresh: false, signal: AbortSignal.timeout(5000) })
        .then(() => 'answered')
        .catch((error: unknown) => (error instanceof Problem ? error.code : error)),
    ),
  );
  expect(new Set(codes)).toEqual(new Set(['upstream-slow']));
  expect(performance.now() - started).toBeLessThan(4000);
  expect(asked).toBeGreaterThan(0);
  await until(() => Object.values(routee.inUse()).every((count) => count === 0));
});

test('calls that wait for a slot are given up at once when their signal says so', async () => {
  const upstream = await startUpstream(answer);
  open.push(upstream);
  const routee = routeeAt(upstream, { ROUTEE_MAX_CALLS: '2' });
  const people = Array.from({ length: 30 }, () => new AbortController());
  const all = people.map(({ signal }, index) =>
    routee.flows.get({ trackingId: `silent-${index}`, fresh: false, signal }).catch((error: Error) => error.message),
  );
  await until(() => routee.inUse().slots === 2);
  const started = performance.now();
  for (const person of people) person.abort(new Error('gone'));
  expect(new Set(await Promise.all(all))).toEqual(new Set(['gone']));
  expect(performance.now() - started).toBeLessThan(200);
  await expectNothingStuck(routee);
});

test.each(tokenCases.map(([name, body]) => ({ name: String(name), body })))(
  'a token with $name: refused, and cured by the next',
  async ({ body }) => {
    let given: object = typeof body === 'object' ? { token_type: 'bearer', ...body } : {};
    const upstream = await startUpstream(answer, () => given);
    open.push(upstream);
    const routee = routeeAt(upstream);
    const ask = (index: number) => routee.calls.flow(`good-${index}`, never());
    const refused = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => ask(index)));
    for (const result of refused) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'upstream-unreadable' } });
    }
    expect(upstream.calls.length).toBe(0);
    given = { token_type: 'bearer', access_token: 'good', expires_in: 3600 };
    // A failure is remembered for a second or two.
    await until(() => ask(1).then(released, () => false), 5000);
    await expectNothingStuck(routee);
  },
);
