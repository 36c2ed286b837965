/** The emulator: a stand-in for Routee's failover API over real HTTP. */
import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, badRequest, deliver, refusal } from './http/answers.ts';
import { type CallbackHabits, callbacks, usualHabits } from './http/callbacks.ts';
import { type Faults, faults } from './http/faults.ts';
import { type Ledger, ledger, type Operation } from './http/ledger.ts';
import { search } from './http/search.ts';
import { sending } from './http/sending.ts';
import { sentFlows } from './http/sent-flows.ts';
import { type Credentials, type Tokens, tokens } from './http/tokens.ts';
import { tracking } from './http/tracking.ts';
import { generatedFlows } from './week/flows.ts';

export interface EmulatorOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default: any application may have a token. */
  readonly credentials?: Credentials;
  /** How long tokens live, in seconds; default 3600. */
  readonly expiresInS?: number;
  /** Default "bearer". */
  readonly tokenType?: string;
  /** Of the generated flows and of chance; default 1. */
  readonly seed?: number;
  readonly now?: () => number;
  /** How callbacks come: by default once, in time, in order, and only where a flow was sent with an address for them. */
  readonly callbacks?: Partial<CallbackHabits>;
  /** Told one line per call: method, path without query, status. */
  readonly log?: (line: string) => void;
}

/** What tests turn and read. */
export interface Control
  extends Pick<Faults, 'setFailureRate' | 'setLatency'>,
    Pick<Tokens, 'refuseCredentials' | 'denyRole' | 'setExpiresIn'>,
    Omit<Ledger, 'begin' | 'clear'> {
  /** Posts all callbacks of a flow that was sent, at once; resolves with how many they were when all are answered. */
  postCallbacks(trackingId: string, url: string): Promise<number>;
  /** Makes every token given out so far worthless. */
  revokeTokens(): void;
  /** Forgets counts and received calls. */
  clear(): void;
}

export interface Emulator {
  /** Where the API answers, without a slash at the end. */
  readonly url: string;
  /** Where `/oauth/token` answers: the same. */
  readonly authUrl: string;
  readonly control: Control;
  close(): Promise<void>;
}

const largestBody = 1_048_576;

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', port = 0, seed = 1, now = Date.now, log = () => {} } = options;
  const { credentials, expiresInS = 3600, tokenType = 'bearer' } = options;
  const theTokens = tokens({ credentials, expiresInS, tokenType, now });
  const theFaults = faults(seed);
  const theLedger = ledger();
  const sent = sentFlows();
  const sources = { generated: generatedFlows(seed), sent, now };
  const theTracking = tracking(sources);
  const theCallbacks = callbacks({ ...usualHabits, ...options.callbacks }, log);
  const theSending = sending({ sent, seed, now, callbacks: theCallbacks });
  const closing = new AbortController();
  // Every call that takes its time listens to it.
  setMaxListeners(0, closing.signal);

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      log(`failed: ${error instanceof Error ? error.message : String(error)}`);
      deliver(response, refusal(500, '500017000', 'Internal server error'));
    });
  });
  server.keepAliveTimeout = 60_000;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator');
    const { operation, trackingId } = routeOf(request.method ?? '', url.pathname);
    const { method = '', headers } = request;
    const end = theLedger.begin({ operation, method, url: `${url.pathname}${url.search}`, headers }, trackingId);
    response.once('close', end);
    const body = await bodyOf(request);
    const answer = answerTo({ operation, trackingId, url, headers, body });
    const delay = theFaults.latency() + (answer.kind === 'answer' ? (answer.delayMs ?? 0) : 0);
    if (delay > 0) await waited(delay, closing.signal, response);
    deliver(response, answer);
    log(`${method} ${url.pathname} ${answer.kind === 'answer' ? answer.status : answer.kind}`);
  }

  function answerTo(call: {
    operation: Operation;
    trackingId: string | null;
    url: URL;
    headers: IncomingMessage['headers'];
    body: string | null;
  }): Answer {
    const { operation, trackingId, headers, body } = call;
    const failure = theFaults.failureFor(operation);
    if (failure !== null) return failure;
    if (body === null) return refusal(413, '413000000', 'The request body is too large');
    if (operation === 'token') return theTokens.issue(headers, body);
    if (operation === 'unknown') return refusal(404, '404000000', 'No such resource');
    const objection = theTokens.objection(headers);
    if (objection !== null) return objection;
    switch (operation) {
      case 'tracking':
        return trackingId === null ? badRequest('Validation Error. trackingId') : theTracking.answer(trackingId);
      case 'search':
        return search(sources, call.url.searchParams, body);
      case 'send':
        return theSending.answer(body);
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;

  return {
    url,
    authUrl: url,
    control: {
      ...theFaults,
      ...theTokens,
      ...theLedger,
      postCallbacks: async (trackingId, callbackUrl) => {
        const flow = sent.find(trackingId);
        return flow === null ? 0 : theCallbacks.postAll(flow, callbackUrl);
      },
      revokeTokens: theTokens.revokeAll,
    },
    close: () => {
      closing.abort();
      theCallbacks.stop();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function routeOf(method: string, path: string): { operation: Operation; trackingId: string | null } {
  const trackingId = method === 'GET' ? /^\/failover\/tracking\/([^/]+)$/.exec(path)?.[1] : undefined;
  if (trackingId !== undefined) return { operation: 'tracking', trackingId: decoded(trackingId) };
  const operation = operations[`${method} ${path}`] ?? 'unknown';
  return { operation, trackingId: null };
}

const operations: Readonly<Record<string, Operation>> = {
  'POST /oauth/token': 'token',
  'POST /failover/tracking': 'search',
  'POST /failover': 'send',
};

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The whole body, or null for one that is too large (it is read to its end all the same). */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? null : Buffer.concat(chunks).toString('utf8');
}

/** Over after `ms`, or at once when the emulator closes or the caller is gone. */
function waited(ms: number, closing: AbortSignal, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      closing.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    closing.addEventListener('abort', done);
    response.once('close', done);
  });
}
