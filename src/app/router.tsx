/** Which address shows which page. Every page is a chunk of its own. */
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { matchPath, type Params, Route, Routes } from 'react-router';
import { type Later, later } from '#ui/later.tsx';
import { useCleanLocation } from './address-guard.ts';
import { Frame } from './frame.tsx';

interface Page extends Later<object> {
  readonly path: string;
  /** Fetches what the page shows first, where that is worth a short wait. */
  readonly prepare: ((client: QueryClient, params: Params) => Promise<void>) | null;
}

function page(path: string, load: () => Promise<ComponentType>, prepare: Page['prepare'] = null): Page {
  return { path, prepare, ...later(load) };
}

const pages: readonly Page[] = [
  page('/', async () => (await import('#pages/home/page.tsx')).HomePage),
  page(
    '/flows/:trackingId',
    async () => (await import('#pages/flow/page.tsx')).FlowPage,
    async (client, { trackingId = '' }) => (await import('#pages/flow/page.tsx')).prepareFlow(client, trackingId),
  ),
  page('/flows/:trackingId/evidence', async () => (await import('#pages/evidence/page.tsx')).EvidencePage),
  page('/explore', async () => (await import('#pages/explore/page.tsx')).ExplorePage),
  page('/recipient', async () => (await import('#pages/recipient/page.tsx')).RecipientPage),
  page('/lookup', async () => (await import('#pages/lookup/page.tsx')).LookupPage),
  page('/compare/:pair', async () => (await import('#pages/compare/page.tsx')).ComparePage),
  page('/open', async () => (await import('#pages/open/page.tsx')).OpenPage),
  page('*', async () => (await import('#pages/not-found/page.tsx')).NotFoundPage),
];

/** Fetches the code of the page at an address, and what it shows first. */
export async function loadPage(pathname: string, client: QueryClient): Promise<void> {
  for (const { path, load, prepare } of pages) {
    const match = matchPath(path, pathname);
    if (match === null) continue;
    await load();
    return prepare?.(client, match.params);
  }
}

export function AppRoutes() {
  return (
    <Routes location={useCleanLocation()}>
      <Route element={<Frame />}>
        {pages.map(({ path, Part }) => (
          <Route key={path} path={path} element={<Part />} />
        ))}
      </Route>
    </Routes>
  );
}
