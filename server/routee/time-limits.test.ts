/** A call ends when its time is over, whatever it is at; and why Routee is not reached is told in one word. */
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { certificate } from '../testing/certificate.ts';
import { startTestGateway, type TestGateway, until } from '../testing/gateway.ts';
import { startUpstream } from '../testing/upstream.ts';
import { causeOf } from './cause.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  // A server that listens on TCP has an address of this form.
  return (server.address() as AddressInfo).port;
}

/** Its token comes from the stand-in, its flows from elsewhere. */
async function gatewayTo(apiUrl: string, env: Record<string, string> = {}): Promise<TestGateway> {
  const auth = await startUpstream(() => {});
  const gateway = await startTestGateway({ upstream: auth.url, env: { ROUTEE_API_URL: apiUrl, ...env } });
  open.push(auth, gateway);
  return gateway;
}

const flow = '/api/failover/tracking/a';

describe.each([
  [
    'within the limit on connecting',
    { ROUTEE_TIMEOUT_SECONDS: '10', ROUTEE_CONNECT_SECONDS: '0.3' },
    502,
    'upstream-down',
  ],
  ['within the limit on the call', { ROUTEE_TIMEOUT_SECONDS: '1', ROUTEE_CONNECT_SECONDS: '30' }, 504, 'upstream-slow'],
] as const)('a TLS handshake that is never answered ends %s', (_, env, status, code) => {
  test('exactly, and its connection is closed', async () => {
    let [opened, closed] = [0, 0];
    const server = createServer((socket) => {
      opened++;
      socket.on('close', () => closed++).resume();
    });
    const gateway = await gatewayTo(`https://127.0.0.1:${await listening(server)}`, env);
    const started = performance.now();
    const response = await gateway.get(flow);
    const tookMs = performance.now() - started;
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, ...(status === 502 ? { cause: 'connect-timeout' } : {}) });
    // Three tries of 0.3 s with their pauses, or the limit.
    expect(tookMs).toBeGreaterThan(850);
    expect(tookMs).toBeLessThan(4000);
    await until(() => opened > 0 && closed === opened);
  });
});

test('twenty people before handshakes that are never answered: all are told in time, and none waits for another', async () => {
  const gateway = await gatewayTo(`https://127.0.0.1:${await listening(createServer((socket) => socket.resume()))}`, {
    ROUTEE_TIMEOUT_SECONDS: '1',
    ROUTEE_MAX_CALLS: '4',
  });
  const started = performance.now();
  const all = await Promise.all(Array.from({ length: 20 }, (_, index) => gateway.get(`${flow}${index}`)));
  expect(new Set(all.map((response) => response.status))).toEqual(new Set([504]));
  expect(performance.now() - started).toBeLessThan(4000);
});

test.each([
  ['nothing listens', 'http://127.0.0.1:1', 'refused'],
  ['a name that nobody has', 'https://routee.invalid', 'dns'],
])('%s: the cause is told, and no host', async (_, url, cause) => {
  const gateway = await gatewayTo(url);
  const text = await (await gateway.get(flow)).text();
  expect(JSON.parse(text)).toMatchObject({ code: 'upstream-down', cause });
  for (const where of [text, gateway.log()]) expect(where).not.toContain(new URL(url).host);
  expect(gateway.log()).toMatch(new RegExp(`"operation":"flow","cause":"${cause}"`));
});

test('a certificate that nobody vouches for', async () => {
  const server = createHttpsServer(certificate, (_, response) => response.end('{}'));
  const gateway = await gatewayTo(`https://127.0.0.1:${await listening(server)}`);
  expect(await (await gateway.get(flow)).json()).toMatchObject({ code: 'upstream-down', cause: 'certificate' });
  expect(gateway.log()).toMatch(/"cause":"certificate","code":"[A-Z_]+"/);
});

test('no TLS where TLS is expected, and no HTTP where HTTP is', async () => {
  const mail = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
  const port = await listening(mail);
  const secure = await gatewayTo(`https://127.0.0.1:${port}`);
  expect(await (await secure.get(flow)).json()).toMatchObject({ code: 'upstream-down', cause: 'tls' });
  const plain = await gatewayTo(`http://127.0.0.1:${port}`);
  expect(await (await plain.get(flow)).json()).toMatchObject({ code: 'upstream-down', cause: 'not-http' });
});

test('a connection that breaks before an answer, and one within it', async () => {
  const before = await startUpstream((_, response) => response.destroy());
  const within = await startUpstream((_, response) => {
    response.writeHead(200).write('{');
    setTimeout(() => response.destroy(), 20);
  });
  open.push(before, within);
  for (const [{ url }, code] of [
    [before, 'upstream-down'],
    [within, 'upstream-unreadable'],
  ] as const) {
    const gateway = await gatewayTo(url);
    expect(await (await gateway.get(flow)).json()).toMatchObject({ code, cause: 'reset' });
  }
});

test('a Routee that stays away is a line in the log, not a line a call', async () => {
  const gateway = await gatewayTo('http://127.0.0.1:1');
  for (let time = 0; time < 5; time++) await gateway.get(flow);
  expect(gateway.log().match(/Routee is not reached/g)).toHaveLength(1);
});

test.each([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'reset'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['EHOSTUNREACH', 'no-route'],
  ['ETIMEDOUT', 'connect-timeout'],
  ['HPE_INVALID_CONSTANT', 'not-http'],
  ['SOMETHING_ELSE', 'other'],
])('%s is %s', (code, cause) => {
  expect(causeOf(Object.assign(new Error('x'), { code }))).toBe(cause);
  expect(causeOf(new AggregateError([Object.assign(new Error('x'), { code })]))).toBe(cause);
});
