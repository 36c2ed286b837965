/**
 * The gateway before what is meant to bring it down: answers of 11 MB to many at once, readers who do not read, a Routee that
 * only fails. Meanwhile `/healthz` is asked all the time, and the memory of the process is looked at.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Pool } from 'undici';
import { type GatewayProcess, startGateway } from './gateway.ts';

const megabyte = 1024 * 1024;
const readers = 16;
const recordBytes = 11 * megabyte;
const crowd = 200;

export interface Limits {
  readonly healthMs: number;
  readonly memoryMB: number;
  readonly callsARequest: number;
}

/** What a phase cost. */
interface Cost {
  readonly name: string;
  readonly answered: string;
  /** The 99 % and the slowest answer of `/healthz`. */
  readonly healthMs: readonly [number, number];
  /** What this process was held up by the machine meanwhile, 99 % and the most: no fault of the gateway's. */
  readonly machineMs: readonly [number, number];
  readonly memoryMB: number;
  readonly problem: string | null;
}

interface Stub {
  readonly url: string;
  readonly calls: () => number;
  fails: boolean;
  readonly close: () => void;
}

/** Answers made to hold everybody up, by the beginning of the flow's ID. */
const shapes: Readonly<Record<string, () => string>> = {
  keys: () => `{${Array.from({ length: 10_000 }, (_, n) => `"+3069${10_000_000 + n}":1`).join()}}`,
  text: () =>
    `{"messages":[],"description":"${'a@b 6912345678 '.repeat(megabyte)}"}`.slice(0, 15 * megabyte - 2).concat('"}'),
  deep: () => '['.repeat(5 * megabyte) + ']'.repeat(5 * megabyte),
  nested: () => '['.repeat(9000) + ']'.repeat(9000),
  lists: () => `[${'[],'.repeat(3 * megabyte)}[]]`,
};

/** Routee, with large records, or failing at everything but tokens. */
async function startStub(): Promise<Stub> {
  const padding = Buffer.alloc(recordBytes, 'message text ');
  let calls = 0;
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.url === '/oauth/token') {
      response.end('{"access_token":"hostile","token_type":"bearer","expires_in":3600}');
      return;
    }
    calls++;
    if (stub.fails) {
      response.writeHead(503).end('{"code":"503000000"}');
      return;
    }
    const shape = shapes[/tracking\/([a-z]+)/.exec(request.url ?? '')?.[1] ?? ''];
    if (shape !== undefined) {
      response.end(shape());
      return;
    }
    response.write(`{"trackingId":"${request.url?.split('/').at(-1)}","status":"Succeeded","messages":[],"text":"`);
    response.write(padding);
    response.end('"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  const stub: Stub = {
    url: `http://127.0.0.1:${port}`,
    calls: () => calls,
    fails: false,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return stub;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks for `/healthz` and looks at the memory until told to stop. */
function watch(gateway: GatewayProcess) {
  const pool = new Pool(gateway.url, { connections: 1 });
  const [health, machine]: [number[], number[]] = [[], []];
  let [memoryMB, over] = [0, false];
  const asking = (async () => {
    while (!over) {
      const begun = performance.now();
      await pause(10);
      machine.push(performance.now() - begun - 10);
      const started = performance.now();
      await (await pool.request({ path: '/healthz', method: 'GET' })).body.dump();
      health.push(performance.now() - started);
    }
  })();
  // At the very beginning and end too, and apart from the questions for health: a gateway that is held up answers few of those.
  const looking = (async () => {
    for (let isLast = false; !isLast; await pause(100)) {
      isLast = over;
      memoryMB = Math.max(memoryMB, await gateway.residentMB());
    }
  })();
  return async () => {
    over = true;
    await Promise.all([asking, looking]);
    await pool.close();
    const ends = (values: number[]) => [quantile(values, 0.99), Math.max(...values)] as const;
    return { healthMs: ends(health), machineMs: ends(machine), memoryMB };
  };
}

const flow = (id: string) => `/api/failover/tracking/${id}`;

/** Every reader gets a record of their own, whole. */
async function largeAnswers(gateway: GatewayProcess, encoding: string): Promise<[string, string | null]> {
  const sizes = await Promise.all(
    Array.from({ length: readers }, async (_, index) => {
      const url = `${gateway.url}${flow(`large-${encoding}-${index}`)}`;
      const response = await fetch(url, { headers: { 'accept-encoding': encoding } });
      let size = 0;
      if (response.body !== null) for await (const chunk of response.body) size += chunk.length;
      return response.status === 200 ? size : 0;
    }),
  );
  const whole = sizes.filter((size) => size > recordBytes).length;
  return [`${whole} of ${readers}`, whole === readers ? null : 'large records were not answered'];
}

/** Four people at once get an answer of a shape, or are told honestly that it cannot be shown. */
async function shaped(
  gateway: GatewayProcess,
  shape: string,
  wanted: readonly number[],
): Promise<[string, string | null]> {
  const statuses = await Promise.all(
    Array.from({ length: 4 }, async (_, index) => {
      const response = await fetch(`${gateway.url}${flow(`${shape}-${index}`)}`);
      await response.arrayBuffer();
      return response.status;
    }),
  );
  const isRight = statuses.every((status) => wanted.includes(status));
  return [statuses.join(' '), isRight ? null : `answered with ${statuses.join(', ')}`];
}

/** Readers who read nothing, and one who does. */
async function lazyReaders(gateway: GatewayProcess): Promise<[string, string | null]> {
  const sockets: Socket[] = [];
  for (let index = 0; index < readers; index++) {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1').on('error', () => {});
    socket.pause();
    socket.write(`GET ${flow(`lazy-${index}`)} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    sockets.push(socket);
  }
  await pause(3000);
  const response = await fetch(`${gateway.url}${flow('not-lazy')}`);
  await response.arrayBuffer();
  for (const socket of sockets) socket.destroy();
  const isServed = response.status === 200;
  return [isServed ? 'the one who reads' : 'nobody', isServed ? null : 'one who reads was not served'];
}

/** Everything fails; how many calls that costs Routee. */
async function totalFailure(gateway: GatewayProcess, stub: Stub, limit: number): Promise<[string, string | null]> {
  stub.fails = true;
  const before = stub.calls();
  const pool = new Pool(gateway.url, { connections: crowd });
  const end = performance.now() + 5000;
  let requests = 0;
  const client = async (index: number) => {
    while (performance.now() < end) {
      const path = flow(`fails-${index}-${requests++}`);
      await (await pool.request({ path, method: 'GET' })).body.dump();
    }
  };
  await Promise.all(Array.from({ length: crowd }, (_, index) => client(index)));
  await pool.close();
  const ratio = (stub.calls() - before) / requests;
  const told = `${requests} requests, ${ratio.toFixed(3)} calls each`;
  return [told, ratio > limit ? `${ratio.toFixed(3)} calls to Routee a request while everything failed` : null];
}

const sealStart = 'Fe26.2*1*';
/** Session cookies that are cut, made up, sealed by somebody else, or no cookie at all. */
function damagedCookie(index: number): string {
  const seal = `${sealStart}${index.toString(16).padStart(64, '0')}*${'x'.repeat(22)}*${'y'.repeat(index % 3000)}`;
  const values = ['*******', '', '%', seal, seal.slice(0, index % 40), `"${index}"`, 'a=b=c', '\u00e9'.repeat(9)];
  const value = values[index % values.length] ?? '';
  return `cascade=${value}; cascade-settings=${values[(index + 3) % values.length]}; cascade-sign-in-${index % 6}=${value}`;
}

/** Whoever comes with a damaged cookie is somebody who has not signed in: sent to sign in, and never a failure. */
async function damagedCookies(gateway: GatewayProcess): Promise<[string, string | null]> {
  const pool = new Pool(gateway.url, { connections: crowd });
  const end = performance.now() + 5000;
  const statuses = new Map<number, number>();
  let requests = 0;
  const client = async () => {
    while (performance.now() < end) {
      const index = requests++;
      const isPage = index % 2 === 0;
      const headers = {
        cookie: Buffer.from(damagedCookie(index), 'utf8').toString('latin1'),
        accept: isPage ? 'text/html' : 'application/json',
      };
      const { statusCode, body } = await pool.request({
        path: isPage ? '/explore' : flow(`cookie-${index}`),
        method: 'GET',
        headers,
      });
      await body.dump();
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: crowd }, client));
  await pool.close();
  const told = [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  const isRight = [...statuses.keys()].every((status) => status === 302 || status === 401);
  return [told, isRight ? null : `answered with ${told}`];
}

type Phase = readonly [string, () => Promise<[string, string | null]>];

async function costsOf(gateway: GatewayProcess, phases: readonly Phase[]): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const [name, run] of phases) {
    const stop = watch(gateway);
    const [answered, problem] = await run();
    costs.push({ name, answered, problem, ...(await stop()) });
  }
  return costs;
}

function startBefore(stub: Stub, env: Readonly<Record<string, string>>): Promise<GatewayProcess> {
  return startGateway({
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    ROUTEE_APP_ID: 'hostile',
    ROUTEE_APP_SECRET: 'hostile-secret',
    ROUTEE_API_URL: stub.url,
    ROUTEE_AUTH_URL: stub.url,
    ROUTEE_TIMEOUT_SECONDS: '60',
    ...env,
  });
}

async function unmasked(stub: Stub, limits: Limits): Promise<Cost[]> {
  const gateway = await startBefore(stub, {});
  const costs = await costsOf(gateway, [
    ['16 records of 11 MB', () => largeAnswers(gateway, 'identity')],
    ['the same, compressed', () => largeAnswers(gateway, 'br')],
    ['16 readers who do not read', () => lazyReaders(gateway)],
    ['3 million lists', () => shaped(gateway, 'lists', [200])],
    ['everything fails', () => totalFailure(gateway, stub, limits.callsARequest)],
  ]);
  await gateway.stop();
  stub.fails = false;
  return costs;
}

async function masked(stub: Stub): Promise<Cost[]> {
  const gateway = await startBefore(stub, { MASK: 'always' });
  const costs = await costsOf(gateway, [
    ['masked: 10,000 keys', () => shaped(gateway, 'keys', [200])],
    ['masked: text of 15 MB', () => shaped(gateway, 'text', [200])],
    ['masked: 3 million lists', () => shaped(gateway, 'lists', [200])],
    ['masked: lists 9,000 deep', () => shaped(gateway, 'nested', [200])],
    ['masked: lists too deep', () => shaped(gateway, 'deep', [502])],
  ]);
  await gateway.stop();
  return costs;
}

async function signingIn(stub: Stub): Promise<Cost[]> {
  const gateway = await startBefore(stub, {
    ACCESS: 'oidc',
    PUBLIC_URL: 'http://127.0.0.1:1',
    OIDC_ISSUER: stub.url,
    OIDC_CLIENT_ID: 'hostile',
    OIDC_CLIENT_SECRET: 'hostile-secret',
    SESSION_SECRET: 'a secret of the soak, long enough for a cookie',
  });
  const costs = await costsOf(gateway, [['damaged cookies', () => damagedCookies(gateway)]]);
  await gateway.stop();
  return costs;
}

/** Goes through all of it, with a gateway that masks nothing and one that masks everything. */
export async function hostile(limits: Limits): Promise<readonly Cost[]> {
  const stub = await startStub();
  const costs = [...(await unmasked(stub, limits)), ...(await masked(stub)), ...(await signingIn(stub))];
  stub.close();
  return costs;
}

/** The promises that a phase broke, each as a sentence. Nothing is taken off for a busy machine; its share is printed beside. */
export function brokenBy(cost: Cost, limits: Limits): string[] {
  const failures: (string | null | false)[] = [
    cost.problem,
    cost.healthMs[0] > limits.healthMs && `/healthz took ${cost.healthMs[0].toFixed(0)} ms`,
    !(cost.memoryMB > 0) && 'the memory was not looked at',
    cost.memoryMB > limits.memoryMB && `the process had ${cost.memoryMB.toFixed(0)} MB`,
  ];
  return failures.flatMap((failure) => (typeof failure === 'string' ? [`${cost.name}: ${failure}`] : []));
}

/** A line of figures. */
export function costLine({ name, answered, healthMs, machineMs, memoryMB }: Cost): [string, string] {
  const ms = (values: readonly [number, number]) => values.map((value) => value.toFixed(0)).join(' and ');
  const text = `${answered}; /healthz 99 % and slowest ${ms(healthMs)} ms (the machine ${ms(machineMs)}); ${memoryMB.toFixed(0)} MB`;
  return [name, text];
}
