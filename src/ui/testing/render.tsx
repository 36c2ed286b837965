/** Draws a component in a unit test, with what the app puts around every component. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach } from 'vitest';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { type Viewer, ViewerContext } from '../viewer.tsx';

const viewer: Viewer = {
  language: 'en',
  catalogue: en,
  format: createFormat({ language: 'en', zone: 'UTC' }),
  zone: 'UTC',
  masked: false,
};

interface Around {
  readonly viewer?: Partial<Viewer>;
  /** Where the app is. */
  readonly address?: string;
}

afterEach(cleanup);

export function renderInApp(children: ReactNode, { viewer: other, address = '/' }: Around = {}): RenderResult {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <ViewerContext value={{ ...viewer, ...other }}>{children}</ViewerContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
