/** Which address shows which page. Every page is a chunk of its own. */
import type { ComponentType } from 'react';
import { matchPath, Route, Routes } from 'react-router';
import { type Later, later } from '#ui/later.tsx';
import { useCleanLocation } from './address-guard.ts';
import { Frame } from './frame.tsx';

interface Page extends Later<object> {
  readonly path: string;
}

function page(path: string, load: () => Promise<ComponentType>): Page {
  return { path, ...later(load) };
}

const pages: readonly Page[] = [
  page('/', async () => (await import('#pages/home/page.tsx')).HomePage),
  // Where a search box leads that was posted.
  page('/search', async () => (await import('#pages/home/page.tsx')).HomePage),
  page('/flows/:trackingId', async () => (await import('#pages/flow/page.tsx')).FlowPage),
  page('/flows/:trackingId/evidence', async () => (await import('#pages/evidence/page.tsx')).EvidencePage),
  page('/explore', async () => (await import('#pages/explore/page.tsx')).ExplorePage),
  page('/recipient', async () => (await import('#pages/recipient/page.tsx')).RecipientPage),
  page('/lookup', async () => (await import('#pages/lookup/page.tsx')).LookupPage),
  page('/compare/:pair', async () => (await import('#pages/compare/page.tsx')).ComparePage),
  page('/open', async () => (await import('#pages/open/page.tsx')).OpenPage),
  page('*', async () => (await import('#pages/not-found/page.tsx')).NotFoundPage),
];

/** Fetches the code of every page: the gateway draws them all at once. */
export async function loadAllPages(): Promise<void> {
  await Promise.all(pages.map(({ load }) => load()));
}

/** Fetches the code of the page at an address. */
export async function loadPage(pathname: string): Promise<void> {
  await pages.find(({ path }) => matchPath(path, pathname) !== null)?.load();
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
