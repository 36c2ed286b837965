/** `GET /api/config`: what the app must know of the gateway before it draws anything. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { api } from '#contract/api.ts';
import type { GatewayFacts } from '#contract/facts.ts';
import { placesOf } from '#model/links/link-template.ts';
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

/** Who gets masked answers has no number to put into a link. */
function linksFor(links: Config['links'], unmasked: boolean): Config['links'] {
  return unmasked ? links : links.filter(({ address }) => !placesOf(address).includes('to'));
}

/** What the app must know, for the one who asks; `demoFlows` come apart, for few pages need them. */
export function gatewayFacts(
  { config, calls, version }: Facts,
  { person }: Pick<FastifyRequest, 'person'>,
): GatewayFacts {
  return {
    mode: config.routee === null ? 'demo' : 'live',
    currency: config.currency,
    country: config.country,
    links: linksFor(config.links, person?.masked === false),
    mask: person?.masked === false ? config.mask : 'always',
    access: config.access.kind,
    version,
    basePath: config.basePath,
    user: person === null || person.name === null ? null : { name: person.name },
    credentials: calls.credentials,
    answerLimitMs: config.limits.totalMs,
    history: config.history !== null,
  };
}

export function addConfigRoute(app: FastifyInstance, { demoFlows, ...facts }: Options): void {
  app.get(api.config.path, async (request) => ({ ...gatewayFacts(facts, request), demoFlows }));
}
