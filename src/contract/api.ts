/** Every operation below `/api`, described once: its route, what it takes, what it answers. The routes and `/api/openapi.json` are made from it. */
import * as z from 'zod/mini';
import { recordSchema } from '#model/record/record.ts';
import { configAnswerSchema } from './facts.ts';
import { historyAnswerSchema } from './history-answer.ts';
import { historyFiltersSchema, historyQuerySchema, nextPageHeader } from './history-search.ts';
import { marksSchema, newNoteSchema, newPinSchema, notesSchema } from './notes.ts';
import type { ProblemCode } from './problem-codes.ts';
import {
  keptRecordQuerySchema,
  searchFiltersSchema,
  searchQuerySchema,
  trackingIdSchema,
  versionSchema,
  wholeNumberSchema,
} from './search-request.ts';
import { changedViewSchema, newViewSchema, viewsSchema } from './views.ts';

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
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
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
  /** Of a good answer. */
  readonly status: 200 | 201;
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

const nothing = {
  parameters: {},
  query: null,
  requestHeaders: [],
  body: null,
  status: 200,
  answerHeaders: [],
} as const;
const ofFlow = { ...nothing, parameters: { trackingId: trackingIdSchema } };
const ofView = { ...nothing, parameters: { view: wholeNumberSchema('view') }, answer: viewsSchema };

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
  historySearch: {
    ...nothing,
    id: 'searchHistory',
    method: 'POST',
    path: '/api/history/search',
    summary: 'A page of kept flows',
    description:
      'What the search of flows asks of Routee, asked of the history; and filters that only the history knows. Totals come with the first page.',
    query: historyQuerySchema,
    body: historyFiltersSchema,
    answer: z.extend(z.partial(pageSchema), { content: z.array(recordSchema) }),
    answerHeaders: [
      asOf,
      { name: nextPageHeader, description: 'For `after` of the next page.', schema: z.string(), optional: true },
    ],
    problems: ['not-found', 'too-large'],
  },
  marks: {
    ...nothing,
    id: 'getMarks',
    method: 'GET',
    path: '/api/history/marks',
    summary: 'Flows with pins and notes',
    description: 'The tracking IDs of all flows that are pinned, and of those that have notes.',
    answer: marksSchema,
    problems: ['not-found'],
  },
  notes: {
    ...ofFlow,
    id: 'getNotes',
    method: 'GET',
    path: '/api/history/:trackingId/notes',
    summary: 'Notes and pin of a flow',
    description: 'What colleagues wrote, and, for those who may see it, who opened the flow.',
    answer: notesSchema,
    problems: ['not-found'],
  },
  addNote: {
    ...ofFlow,
    id: 'addNote',
    method: 'POST',
    path: '/api/history/:trackingId/notes',
    summary: 'A new note',
    description: 'Colleagues see it, with its author and time. For people alone.',
    body: newNoteSchema,
    status: 201,
    answer: notesSchema,
    problems: ['not-found', 'taken'],
  },
  removeNote: {
    ...ofFlow,
    id: 'removeNote',
    method: 'DELETE',
    path: '/api/history/:trackingId/notes/:note',
    summary: 'Delete a note',
    description: 'Of one’s own.',
    parameters: { trackingId: trackingIdSchema, note: wholeNumberSchema('note') },
    answer: notesSchema,
    problems: ['not-found'],
  },
  pin: {
    ...ofFlow,
    id: 'pinFlow',
    method: 'PUT',
    path: '/api/history/:trackingId/pin',
    summary: 'Pin a flow',
    description: 'It is kept beyond the days of the history until somebody takes the pin away.',
    body: newPinSchema,
    answer: notesSchema,
    problems: ['not-found', 'taken'],
  },
  unpin: {
    ...ofFlow,
    id: 'unpinFlow',
    method: 'DELETE',
    path: '/api/history/:trackingId/pin',
    summary: 'Take the pin away',
    description: 'The flow is kept as long as any other again.',
    answer: notesSchema,
    problems: ['not-found'],
  },
  views: {
    ...nothing,
    id: 'getViews',
    method: 'GET',
    path: '/api/views',
    summary: 'Views of the team',
    description: 'Views of Explore that are shared in this gateway, by name.',
    answer: viewsSchema,
    problems: ['not-found'],
  },
  addView: {
    ...nothing,
    id: 'addView',
    method: 'POST',
    path: '/api/views',
    summary: 'Share a view',
    description: 'Under a name that no other view has.',
    body: newViewSchema,
    status: 201,
    answer: viewsSchema,
    problems: ['not-found', 'taken'],
  },
  changeView: {
    ...ofView,
    id: 'changeView',
    method: 'PUT',
    path: '/api/views/:view',
    summary: 'Rename or change a view',
    description: 'Of one’s own.',
    body: changedViewSchema,
    problems: ['not-found', 'taken'],
  },
  removeView: {
    ...ofView,
    id: 'removeView',
    method: 'DELETE',
    path: '/api/views/:view',
    summary: 'Delete a view',
    description: 'Of one’s own.',
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
