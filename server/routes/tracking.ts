/** The two operations of Routee's that pass, under Routee's own paths. Everything a browser sends is checked here. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { api, asOfHeader, recordIdHeader } from '#contract/api.ts';
import {
  type SearchFilter,
  searchFiltersSchema,
  searchQuerySchema,
  trackingIdSchema,
} from '#contract/search-request.ts';
import { isWholeNumber } from '#model/masking/whole-number.ts';
import { compressedBody } from '../compressed.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { noteWhenSent, saidIfKept } from '../history/noted.ts';
import type { Openings } from '../history/openings.ts';
import type { Shown } from '../masking.ts';
import { Problem } from '../problem.ts';
import type { RouteeCalls } from '../routee/calls.ts';
import type { Flows } from '../routee/flows.ts';
import type { HandedOver } from '../routee/handed-over.ts';
import type { Fetched } from '../routee/read-answer.ts';
import { isRecordOf } from '../routee/record-id.ts';
import { goneSignal } from './gone.ts';
import type { Readers } from './readers.ts';

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
  return checked(trackingIdSchema, text);
}

/** Throws a Problem: parts of a number, or signs that stand for others, would let a masked person find it digit by digit. */
export function refuseGuessing(filters: readonly SearchFilter[]): void {
  const guesses = (filter: SearchFilter) =>
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
  readonly searches: HandedOver;
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
  reply.header(asOfHeader, new Date(answer.asOf).toISOString()).type('application/json; charset=utf-8');
  return reply.send(readers.body(reply, body, shown.lease));
}

/** A route that somebody unknown reached by mistake would rather mask. */
export function isMasked({ person }: FastifyRequest): boolean {
  return person?.masked ?? true;
}

export function addTrackingRoutes(app: FastifyInstance, services: Services): void {
  const { flows, calls, searches, history, openings } = services;
  app.get<{ Params: { trackingId: string } }>(api.flow.path, async (request, reply) => {
    const trackingId = trackingIdOf(request.params.trackingId);
    const fresh = /\bno-cache\b/.test(request.headers['cache-control'] ?? '');
    const asked = flows.get({ trackingId, fresh, signal: goneSignal(reply) });
    const flow = await saidIfKept(history, asked, trackingId);
    const id = isRecordOf(flow, trackingId);
    reply.header(recordIdHeader, id);
    openings?.note(request.person, trackingId, Date.now());
    if (id !== 'differs') noteWhenSent(history, reply, flow, trackingId);
    return send(request, reply, flow, services);
  });

  app.post(api.search.path, async (request, reply) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(checked(searchQuerySchema, request.query))) query.set(name, value ?? '');
    const filters = checked(searchFiltersSchema, request.body ?? []);
    if (isMasked(request)) refuseGuessing(filters);
    const search = { query: query.toString(), body: JSON.stringify(filters) };
    const page = await (searches.take(search) ?? calls.search(search, goneSignal(reply)));
    noteWhenSent(history, reply, page, null);
    return send(request, reply, page, services);
  });
}
