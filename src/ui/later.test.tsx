// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from './error-boundary.tsx';
import { later } from './later.tsx';
import { useReplaced } from './part-not-loaded.ts';
import { renderInApp } from './testing/render.tsx';

const notFetched = () => new TypeError(`Failed to fetch dynamically imported module: ${location.origin}/assets/x-1.js`);
const Chart = ({ name }: { readonly name: string }) => <p>Chart of {name}</p>;

function Page({ Part }: { readonly Part: ReturnType<typeof later<{ name: string }>>['Part'] }) {
  return (
    <>
      <h1>Flow</h1>
      <p>{useReplaced() ? 'reload' : 'as it was'}</p>
      <ErrorBoundary fallback={(error) => <p>outer: {error.message}</p>}>
        <Suspense fallback="…">
          <Part name="prices" />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('fetch', async () => new Response(null, { status: 200 }));
});
afterEach(() => vi.restoreAllMocks());

test('a part that was loaded before is drawn at once', async () => {
  const { Part, load } = later(async () => Chart);
  await load();
  renderInApp(<Page Part={Part} />);
  expect(screen.getByText('Chart of prices')).toBeDefined();
});

test('a part that does not come says so in its place, and comes with the retry', async () => {
  let calls = 0;
  const { Part } = later<{ name: string }>(async () => {
    calls += 1;
    if (calls === 1) throw notFetched();
    return Chart;
  });
  renderInApp(<Page Part={Part} />);
  await screen.findByText('This part could not be fetched.');
  expect(screen.getByRole('heading', { name: 'Flow' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Chart of prices');
  expect(calls).toBe(2);
  expect(screen.getByText('as it was')).toBeDefined();
});

test('what the part itself does wrong is left to the boundary around it', async () => {
  const { Part } = later<{ name: string }>(async () => () => {
    throw new Error('no prices');
  });
  renderInApp(<Page Part={Part} />);
  await screen.findByText('outer: no prices');
});

test('a file that is gone, or fails once more, is a reason to load the page again', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  const { Part } = later<{ name: string }>(async () => {
    throw notFetched();
  });
  renderInApp(<Page Part={Part} />);
  await waitFor(() => expect(screen.getByText('reload')).toBeDefined());
});
