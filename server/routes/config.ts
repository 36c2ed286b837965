/** `GET /api/config`: what the app must know of the gateway before it draws anything. */
import type { FastifyInstance } from 'fastify';
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

export function addConfigRoute(app: FastifyInstance, { config, calls, version, demoFlows }: Options): void {
  app.get('/api/config', async ({ person }) => ({
    mode: config.routee === null ? 'demo' : 'live',
    currency: config.currency,
    mask: person?.masked === false ? config.mask : 'always',
    access: config.access.kind,
    version,
    user: person === null || person.name === null ? null : { name: person.name },
    credentials: calls.credentials,
    demoFlows,
  }));
}
