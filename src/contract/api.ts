/** Every operation below `/api`, described once: its route, what it takes, what it answers. The routes and `/api/openapi.json` are made from it. */
import * as z from 'zod/mini';
import { recordSchema } from '#model/record/record.ts';
import { configAnswerSchema } from './facts.ts';
import { historyAnswerSchema } from './history-answer.ts';
import type { ProblemCode } from './problem-codes.ts';
import {
  keptRecordQuerySchema,
  searchFiltersSchema,
  searchQuerySchema,
  trackingIdSchema,
  versionSchema,
} from './search-request.ts';

/** A header of a request or an answer. */
interface Header {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodMiniType;
  /** Of an answer: it is not always there. */
  readonly optional?: boolean;
}

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** As Fastify writes it: `/api/history/:trackingId`. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** By the names in `path`. */
  readonly parameters: Readonly<Record<string, z.ZodMiniType>>;
  readonly query: z.ZodMiniObject | null;
  readonly requestHeaders: readonly Header[];
  readonly body: z.ZodMiniType | null;
  readonly answer: z.ZodMiniType;
  readonly answerHeaders: readonly Header[];
  /** Beside those that any request may meet. */
  readonly problems: readonly ProblemCode[];
}

/** Any request may be refused with these before it has reached its route, or by a fault of ours. */
export const everywhere: readonly ProblemCode[] = ['bad-request', 'sign-in', 'not-allowed', 'rate-limited', 'internal'];

const upstream: readonly ProblemCode[] = [
  'refused-by-routee',
  'credentials-refused',
  'role-missing',
  'upstream-down',
  'upstream-slow',
  'upstream-error',
  'upstream-unreadable',
  'too-large',
];

export const recordIdHeader = 'x-record-id';
export const asOfHeader = 'x-as-of';
export const recordSourceHeader = 'x-record-source';

const asOf: Header = {
  name: asOfHeader,
  description: 'When the gateway got these bytes from Routee.',
  schema: z.iso.datetime(),
};

const pageSchema = z.looseObject({
  content: z.array(recordSchema),
  totalPages: z.int(),
  totalElements: z.int(),
  number: z.int().check(z.describe('Of this page, counted from 0.')),
  size: z.int(),
  numberOfElements: z.int(),
  first: z.boolean(),
  last: z.boolean(),
});

const nothing = { parameters: {}, query: null, requestHeaders: [], body: null, answerHeaders: [] };

export const api = {
  config: {
    ...nothing,
    id: 'getConfig',
    method: 'GET',
    path: '/api/config',
    summary: 'What the gateway is',
    description: 'Mode, currency, masking for the one who asks, and what Routee thinks of the credentials.',
    answer: configAnswerSchema,
    problems: [],
  },
  flow: {
    ...nothing,
    id: 'getFlow',
    method: 'GET',
    path: '/api/failover/tracking/:trackingId',
    summary: 'One flow',
    description:
      'The record as Routee sent it, byte for byte, or masked. Its schema is what Routee documents: any field may be missing, null or in another spelling, and others may be there.',
    parameters: { trackingId: trackingIdSchema },
    requestHeaders: [
      {
        name: 'cache-control',
        description: 'With `no-cache` Routee is asked anew, also for a flow that has ended.',
        schema: z.string(),
      },
    ],
    answer: recordSchema,
    answerHeaders: [
      asOf,
      {
        name: recordIdHeader,
        description: 'Whether the record is the one that was asked for; `none` where it names no ID of its own.',
        schema: z.enum(['same', 'differs', 'none']),
      },
    ],
    problems: ['not-found', ...upstream],
  },
  search: {
    ...nothing,
    id: 'searchFlows',
    method: 'POST',
    path: '/api/failover/tracking',
    summary: 'A page of flows',
    description:
      'Routee’s search; all filters must hold. The page comes as Routee sent it, or masked. For people alone: a key cannot search. Whoever gets masked answers can search for a recipient by the whole number only.',
    query: searchQuerySchema,
    body: searchFiltersSchema,
    answer: pageSchema,
    answerHeaders: [asOf],
    problems: upstream,
  },
  history: {
    ...nothing,
    id: 'getHistory',
    method: 'GET',
    path: '/api/history/:trackingId',
    summary: 'What was seen of a flow',
    description:
      'The versions of its record that the gateway has kept (`HISTORY`, `HISTORY_URL`); empty where it has none.',
    parameters: { trackingId: trackingIdSchema },
    answer: historyAnswerSchema,
    problems: ['not-found'],
  },
  version: {
    ...nothing,
    id: 'getVersion',
    method: 'GET',
    path: '/api/history/:trackingId/versions/:version',
    summary: 'A kept version of a record',
    description: 'The record as it was then, masked as every answer is.',
    parameters: { trackingId: trackingIdSchema, version: versionSchema },
    answer: recordSchema,
    answerHeaders: [
      { ...asOf, description: 'When the record was last seen so.' },
      {
        name: recordSourceHeader,
        description: 'Where the record was first seen so.',
        schema: historyAnswerSchema.shape.versions.def.element.shape.source,
      },
    ],
    problems: ['not-found'],
  },
  keptRecord: {
    ...nothing,
    id: 'getKeptRecord',
    method: 'GET',
    path: '/api/history/:trackingId/record',
    summary: 'The record as it was',
    description:
      'The newest kept record of a flow, or the one of a moment, as Routee gave it; masked as every answer is.',
    parameters: { trackingId: trackingIdSchema },
    query: keptRecordQuerySchema,
    answer: recordSchema,
    answerHeaders: [{ ...asOf, description: 'When the record was last seen so.' }],
    problems: ['not-found'],
  },
  openapi: {
    ...nothing,
    id: 'getOpenApi',
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description',
    description: 'OpenAPI 3.1, for this gateway: `servers` names the path under which it lies.',
    answer: z.looseObject({ openapi: z.string().check(z.regex(/^3\.1\./)) }),
    problems: [],
  },
} as const satisfies Record<string, Operation>;

export const operations: readonly Operation[] = Object.values(api);
