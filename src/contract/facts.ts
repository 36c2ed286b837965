/** What the gateway says of itself (`GET /api/config`, and in the head of a page). */
import * as z from 'zod/mini';
import { linksSchema } from './links.ts';

/** Apart from the object, so that the app can put up with each member by itself. */
export const factsShape = {
  mode: z.enum(['live', 'demo']),
  /** ISO 4217; Routee names none. */
  currency: z.nullable(z.string()),
  /** ISO 3166-1 alpha-2: where numbers without a country are from. */
  country: z.nullable(z.string()),
  /** Into other systems. */
  links: linksSchema,
  /** For the one who asks. */
  mask: z.enum(['toggle', 'always', 'off']),
  access: z.enum(['local', 'proxy', 'oidc']),
  version: z.string(),
  /** The path of its host under which the gateway lies; '' at the root. */
  basePath: z.string(),
  user: z.nullable(z.object({ name: z.string() })),
  /** What Routee thinks of the gateway's credentials. */
  credentials: z.enum(['ok', 'refused', 'roleMissing', 'unchecked']),
  /** Whether the gateway keeps what it sees of flows. */
  history: z.boolean(),
  /** Milliseconds that the gateway waits for Routee. */
  answerLimitMs: z.number().check(z.positive(), z.maximum(600_000)),
};

const factsSchema = z.strictObject(factsShape);
export type GatewayFacts = Readonly<z.infer<typeof factsSchema>>;

/** Only of demo mode; empty otherwise. */
export const demoFlowsShape = {
  demoFlows: z.readonly(
    z.array(z.readonly(z.object({ trackingId: z.string(), title: z.string(), group: z.string() }))),
  ),
};

export const configAnswerSchema = z.strictObject({ ...factsShape, ...demoFlowsShape });
