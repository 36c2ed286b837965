/** Views of Explore that the team shares, as query options; and the ways to change them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type TeamView, viewsSchema } from '#contract/views.ts';
import type { RequestOptions } from './client.ts';
import { askGateway } from './notes-query.ts';

const path = '/api/views';

async function askViews(at: string, options: RequestOptions): Promise<readonly TeamView[]> {
  return (await askGateway(viewsSchema, at, options)).views;
}

export function teamViewsOptions() {
  return queryOptions({
    queryKey: ['team views'],
    queryFn: ({ signal }) => askViews(path, { signal }),
    staleTime: 10_000,
  });
}

export type ViewChange =
  | { readonly kind: 'add'; readonly name: string; readonly search: string }
  | { readonly kind: 'change'; readonly id: number; readonly name?: string; readonly search?: string }
  | { readonly kind: 'remove'; readonly id: number };

function requestOf(change: ViewChange): readonly [at: string, options: RequestOptions] {
  switch (change.kind) {
    case 'add': {
      const { name, search } = change;
      return [path, { method: 'POST', body: JSON.stringify({ name, search }) }];
    }
    case 'change': {
      const { kind: _kind, id, ...body } = change;
      return [`${path}/${id}`, { method: 'PUT', body: JSON.stringify(body) }];
    }
    case 'remove':
      return [`${path}/${change.id}`, { method: 'DELETE' }];
  }
}

/** Does it, and takes over what stands there then. */
export async function changeTeamViews(client: QueryClient, change: ViewChange): Promise<void> {
  client.setQueryData(teamViewsOptions().queryKey, await askViews(...requestOf(change)));
}
