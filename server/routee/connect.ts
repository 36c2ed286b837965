/** Everything between the gateway's routes and Routee's two hosts, put together. */
import type { FastifyBaseLogger } from 'fastify';
import type { CacheSettings, Limits, RouteeAccount } from '../config.ts';
import type { Metrics } from '../metrics.ts';
import { Replicas } from '../replicas/replicas.ts';
import { RouteeCalls } from './calls.ts';
import { watchCredentials } from './credentials-watch.ts';
import { type FetchFlow, Flows } from './flows.ts';
import { Host } from './http.ts';
import { AnswerMemory } from './memory.ts';
import { OwnSecrets } from './own-secrets.ts';
import { lineTo } from './retry.ts';
import { Slots } from './slots.ts';
import { RouteeToken } from './token.ts';
import { Trouble } from './trouble.ts';

const largestToken = 1024 * 1024;

/** What is taken at the moment; all zero, but for what is remembered, when nobody asks for anything. */
export interface InUse {
  readonly slots: number;
  readonly waiting: number;
  readonly connections: number;
  readonly flights: number;
  readonly remembered: number;
  readonly answerBytes: number;
}

export interface Routee {
  readonly calls: RouteeCalls;
  readonly flows: Flows;
  readonly memory: AnswerMemory;
  /** Null where this gateway shares nothing with others. */
  readonly replicas: Pick<Replicas, 'state'> | null;
  readonly inUse: () => InUse;
  readonly watch: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly account: RouteeAccount;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
  /** The store that several gateways share; null: there is none. */
  readonly cache?: CacheSettings | null;
}

export function connectRoutee({ account, limits, metrics, log, cache = null }: Options): Routee {
  const trouble = new Trouble(log, metrics);
  const memory = new AnswerMemory(limits.maxBytes);
  metrics.watchAnswers(() => ({ bytes: memory.usedBytes, waiting: memory.waiting }));
  const api = new Host(account.apiUrl, limits.connectMs);
  const auth = new Host(account.authUrl, limits.connectMs);
  const slots = new Slots(limits.maxCalls);
  const line = lineTo(api, { slots, maxBytes: limits.maxBytes, metrics, trouble });
  const authLine = lineTo(auth, { slots: new Slots(2), maxBytes: largestToken, metrics, trouble });
  const secrets = new OwnSecrets(account);
  const replicas = cache === null ? null : new Replicas({ settings: cache, account, limits, memory, metrics, log });
  const share = replicas === null ? {} : { share: replicas.token };
  const token = new RouteeToken({ ...account, line: authLine, timeoutMs: limits.totalMs, metrics, secrets, ...share });
  const calls = new RouteeCalls({ line, token, limits, memory, secrets });
  const call: FetchFlow = (trackingId, signal) => calls.flow(trackingId, signal);
  const fetch = replicas?.flows.shared(call) ?? call;
  const flows = new Flows({ fetch, finishedMemoryMs: limits.finishedMemoryMs, memory, metrics });
  replicas?.flows.onNews((trackingId) => flows.forget(trackingId));
  replicas?.shareSlots(slots, line.budget);
  const inUse = () => ({
    slots: slots.used,
    waiting: slots.waiting + memory.waiting,
    connections: api.inUse + auth.inUse,
    flights: flows.underWay,
    remembered: flows.rememberedBytes,
    answerBytes: memory.usedBytes,
  });
  const watch = async (signal: AbortSignal) => {
    await replicas?.start();
    await watchCredentials(token, signal);
  };
  const close = async () => {
    api.close();
    auth.close();
    await replicas?.close();
  };
  return { calls, flows, memory, replicas, inUse, watch, close };
}
