/** What colleagues add to a flow, and which flows they have marked, as query options; and the ways to change it. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { type FlowNotes, marksSchema, notesSchema } from '#contract/notes.ts';
import type { Marks } from '#model/explore/filters.ts';
import { parseJson } from '#model/values/json.ts';
import { ApiError } from './api-error.ts';
import { type RequestOptions, requestText } from './client.ts';

z.config({ jitless: true });

/** Asks the gateway and reads its answer; anything else than what the schema says is thrown as unreadable. */
export async function askGateway<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<Schema>> {
  const { text, requestId } = await requestText(path, options);
  const json = parseJson(text);
  const answer = schema.safeParse(json.ok ? json.value : null);
  if (answer.success) return answer.data;
  const received = text.slice(0, 65_536);
  throw new ApiError({ kind: 'unreadable', status: 200, requestId, received }, `${options.method ?? 'GET'} ${path}`);
}

const pathOf = (trackingId: string) => `/api/history/${encodeURIComponent(trackingId)}`;

export function notesOptions(trackingId: string) {
  return queryOptions({
    queryKey: ['notes', trackingId],
    queryFn: ({ signal }): Promise<FlowNotes> => askGateway(notesSchema, `${pathOf(trackingId)}/notes`, { signal }),
    // The flow is kept once its answer is out; one that is too large to be kept never is.
    refetchInterval: ({ state }) => (state.data?.kept === false && state.dataUpdateCount < 10 ? 2000 : false),
    staleTime: 10_000,
  });
}

/** What a person does to a flow. */
export type NoteChange =
  | { readonly kind: 'add'; readonly text: string }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'pin'; readonly reason: string; readonly ticket: string | null }
  | { readonly kind: 'unpin' };

function requestOf(change: NoteChange): { readonly path: string; readonly options: RequestOptions } {
  switch (change.kind) {
    case 'add':
      return { path: 'notes', options: { method: 'POST', body: JSON.stringify({ text: change.text }) } };
    case 'remove':
      return { path: `notes/${change.id}`, options: { method: 'DELETE' } };
    case 'pin': {
      const { reason, ticket } = change;
      return { path: 'pin', options: { method: 'PUT', body: JSON.stringify({ reason, ticket }) } };
    }
    case 'unpin':
      return { path: 'pin', options: { method: 'DELETE' } };
  }
}

/** Does it, and takes over what stands there then. */
export async function changeNotes(client: QueryClient, trackingId: string, change: NoteChange): Promise<void> {
  const { path, options } = requestOf(change);
  const notes = await askGateway(notesSchema, `${pathOf(trackingId)}/${path}`, options);
  client.setQueryData(notesOptions(trackingId).queryKey, notes);
  void client.invalidateQueries({ queryKey: marksOptions().queryKey });
}

export function marksOptions() {
  return queryOptions({
    queryKey: ['marks'],
    queryFn: async ({ signal }): Promise<Marks> => {
      const { pinned, noted } = await askGateway(marksSchema, '/api/history/marks', { signal });
      return { pinned: new Set(pinned), noted: new Set(noted) };
    },
    staleTime: 30_000,
    structuralSharing: false,
  });
}
