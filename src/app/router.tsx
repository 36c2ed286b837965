/** Which address shows which page. Every page is a chunk of its own. */
import type { ComponentType } from 'react';
import { matchPath, Route, Routes } from 'react-router';
import { moreTexts } from '#messages/more-texts.ts';
import { type Later, later } from '#ui/later.tsx';
import { Frame } from './frame.tsx';

interface Page extends Later<object> {
  readonly path: string;
}

function page(path: string, load: () => Promise<ComponentType>): Page {
  return { path, ...later(load) };
}

/** With the later texts: both are fetched at once. */
function withTexts(load: () => Promise<ComponentType>): () => Promise<ComponentType> {
  return async () => (await Promise.all([load(), moreTexts().promise]))[0];
}

const pages: readonly Page[] = [
  page(
    '/',
    withTexts(async () => (await import('#pages/home/page.tsx')).HomePage),
  ),
  // Draws its first part without the later texts.
  page('/flows/:trackingId', async () => (await import('#pages/flow/page.tsx')).FlowPage),
  page(
    '/flows/:trackingId/evidence',
    withTexts(async () => (await import('#pages/evidence/page.tsx')).EvidencePage),
  ),
  page(
    '/explore',
    withTexts(async () => (await import('#pages/explore/page.tsx')).ExplorePage),
  ),
  page(
    '/open',
    withTexts(async () => (await import('#pages/open/page.tsx')).OpenPage),
  ),
  page(
    '*',
    withTexts(async () => (await import('#pages/not-found/page.tsx')).NotFoundPage),
  ),
];

/** Fetches the code of the page at an address. */
export async function loadPage(pathname: string): Promise<void> {
  await pages.find(({ path }) => matchPath(path, pathname) !== null)?.load();
}

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Frame />}>
        {pages.map(({ path, Part }) => (
          <Route key={path} path={path} element={<Part />} />
        ))}
      </Route>
    </Routes>
  );
}
