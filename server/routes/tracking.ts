/** The two operations of Routee's that pass, under Routee's own paths. Everything a browser sends is checked here. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { isWholeNumber } from '#model/masking/whole-number.ts';
import { compressedBody } from '../compressed.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { noteWhenSent, saidIfKept } from '../history/noted.ts';
import type { Openings } from '../history/openings.ts';
import type { Shown } from '../masking.ts';
import { Problem } from '../problem.ts';
import type { RouteeCalls } from '../routee/calls.ts';
import type { Flows } from '../routee/flows.ts';
import type { Fetched } from '../routee/read-answer.ts';
import { isRecordOf } from '../routee/record-id.ts';
import { goneSignal } from './gone.ts';
import type { Readers } from './readers.ts';

const pageSizeLimit = 500;
export const mostFilters = 20;
const longestTerm = 200;

const idSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/, 'trackingId: 1 to 128 letters, digits, - and _'));

function count(name: string, from: number, to: number) {
  const message = `${name}: a whole number from ${from} to ${to}`;
  const digits = z.string().check(z.regex(/^\d{1,9}$/, message));
  return z.optional(digits.check(z.refine((text) => Number(text) >= from && Number(text) <= to, message)));
}

function moment(name: string) {
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;
  const message = `${name}: a time like 2025-05-05T15:00Z`;
  const text = z.string().check(z.regex(form, message));
  return z.optional(text.check(z.refine((value) => !Number.isNaN(Date.parse(value)), message)));
}

export const querySchema = z.strictObject({
  dateStart: moment('dateStart'),
  dateEnd: moment('dateEnd'),
  page: count('page', 0, 999_999),
  size: count('size', 1, pageSizeLimit),
});

const isOrNot = z.optional(z.enum(['is', 'is_not'], 'searchOperator: is or is_not'));
const channel = z.enum(['Sms', 'Viber', 'Voice'], 'searchTerm: Sms, Viber or Voice');
export const filterSchema = z.discriminatedUnion(
  'fieldName',
  [
    z.strictObject({
      fieldName: z.enum(['type', 'terminationChannel']),
      searchOperator: isOrNot,
      searchTerm: channel,
    }),
    z.strictObject({
      fieldName: z.literal('status'),
      searchOperator: isOrNot,
      searchTerm: z.enum(
        ['Queued', 'InProgress', 'Succeeded', 'Failed'],
        'searchTerm: Queued, InProgress, Succeeded or Failed',
      ),
    }),
    z.strictObject({
      fieldName: z.literal('to'),
      searchOperator: z.optional(
        z.enum(
          ['is', 'is_not', 'contains', 'starts_with', 'ends_with'],
          'searchOperator: is, is_not, contains, starts_with or ends_with',
        ),
      ),
      searchTerm: z
        .string('searchTerm: a text')
        .check(
          z.minLength(1, 'searchTerm: not empty'),
          z.maxLength(longestTerm, `searchTerm: at most ${longestTerm} characters`),
        ),
    }),
  ],
  'fieldName: type, terminationChannel, status or to',
);
const filtersSchema = z
  .array(filterSchema, 'The body must be a JSON array of filters')
  .check(z.maxLength(mostFilters, `At most ${mostFilters} filters`));
type Filter = z.infer<typeof filterSchema>;

/** The value, checked. Messages of ours never repeat what was sent: it may be personal. */
export function checked<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const what =
    issue?.code === 'unrecognized_keys' ? 'There is a parameter or field that is not documented' : issue?.message;
  throw new Problem('bad-request', `${what}.`);
}

/** A tracking ID out of an address, checked. Throws a Problem. */
export function trackingIdOf(text: string): string {
  return checked(idSchema, text);
}

/** Throws a Problem: parts of a number, or signs that stand for others, would let a masked person find it digit by digit. */
export function refuseGuessing(filters: readonly Filter[]): void {
  const guesses = (filter: Filter) =>
    filter.fieldName === 'to' && ((filter.searchOperator ?? 'is') !== 'is' || !isWholeNumber(filter.searchTerm));
  if (filters.some(guesses)) {
    throw new Problem(
      'not-allowed',
      'Recipients are masked for you, so they can only be searched for by the whole number.',
    );
  }
}

/** What is needed to send an answer. */
export interface Sending {
  readonly readers: Readers;
  /** An answer as masked people get it; takes over the hold on the answer's memory. */
  readonly mask: (answer: Fetched, signal: AbortSignal) => Promise<Shown>;
}

interface Services extends Sending {
  readonly flows: Flows;
  readonly calls: RouteeCalls;
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  /** Null where who opened what is not kept. */
  readonly openings: Openings | null;
}

/** Sends an answer, masked for those who are to see it so, whose memory is held until the last byte is out or the reader is gone. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Fetched,
  { readers, mask }: Sending,
): Promise<FastifyReply> {
  let shown: Shown = answer;
  let body: Buffer;
  try {
    if (isMasked(request)) shown = await mask(answer, goneSignal(reply));
    body = await compressedBody(request, reply, shown.bytes, shown.lease);
  } catch (error) {
    shown.lease.release();
    throw error;
  }
  reply.header('x-as-of', new Date(answer.asOf).toISOString()).type('application/json; charset=utf-8');
  return reply.send(readers.body(reply, body, shown.lease));
}

/** A route that somebody unknown reached by mistake would rather mask. */
export function isMasked({ person }: FastifyRequest): boolean {
  return person?.masked ?? true;
}

export function addTrackingRoutes(app: FastifyInstance, services: Services): void {
  const { flows, calls, history, openings } = services;
  app.get<{ Params: { trackingId: string } }>('/api/failover/tracking/:trackingId', async (request, reply) => {
    const trackingId = trackingIdOf(request.params.trackingId);
    const fresh = /\bno-cache\b/.test(request.headers['cache-control'] ?? '');
    const asked = flows.get({ trackingId, fresh, signal: goneSignal(reply) });
    const flow = await saidIfKept(history, asked, trackingId);
    const id = isRecordOf(flow, trackingId);
    reply.header('x-record-id', id);
    openings?.note(request.person, trackingId, Date.now());
    if (id !== 'differs') noteWhenSent(history, reply, flow, trackingId);
    return send(request, reply, flow, services);
  });

  app.post('/api/failover/tracking', async (request, reply) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(checked(querySchema, request.query))) query.set(name, value ?? '');
    const filters = checked(filtersSchema, request.body ?? []);
    if (isMasked(request)) refuseGuessing(filters);
    const search = { query: query.toString(), body: JSON.stringify(filters) };
    const page = await calls.search(search, goneSignal(reply));
    noteWhenSent(history, reply, page, null);
    return send(request, reply, page, services);
  });
}
