/** `GET /api/config`: what the app must know of the gateway before it draws anything. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { RouteeCalls } from '../routee/calls.ts';

export interface DemoFlow {
  readonly trackingId: string;
  readonly title: string;
  readonly group: string;
}

interface Options {
  readonly config: Config;
  readonly calls: RouteeCalls;
  readonly version: string;
  readonly demoFlows: readonly DemoFlow[];
}

type Facts = Omit<Options, 'demoFlows'>;

/** What the app must know, for the one who asks; `demoFlows` come apart, for few pages need them. */
export function gatewayFacts({ config, calls, version }: Facts, { person }: Pick<FastifyRequest, 'person'>): object {
  return {
    mode: config.routee === null ? 'demo' : 'live',
    currency: config.currency,
    country: config.country,
    mask: person?.masked === false ? config.mask : 'always',
    access: config.access.kind,
    version,
    basePath: config.basePath,
    user: person === null || person.name === null ? null : { name: person.name },
    credentials: calls.credentials,
    answerLimitMs: config.limits.totalMs,
  };
}

export function addConfigRoute(app: FastifyInstance, { demoFlows, ...facts }: Options): void {
  app.get('/api/config', async (request) => ({ ...gatewayFacts(facts, request), demoFlows }));
}
