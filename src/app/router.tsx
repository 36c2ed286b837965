/** Which address shows which page. Every page is a chunk of its own. */
import { type ComponentType, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { moreTexts } from '#messages/more-texts.ts';
import { Frame } from './frame.tsx';

/** A page with the later texts: both are fetched at once. */
function page(load: () => Promise<ComponentType>) {
  return lazy(async () => {
    const [Page] = await Promise.all([load(), moreTexts().promise]);
    return { default: Page };
  });
}

const HomePage = page(async () => (await import('#pages/home/page.tsx')).HomePage);
// Draws its first part without the later texts.
const FlowPage = lazy(async () => ({ default: (await import('#pages/flow/page.tsx')).FlowPage }));
const EvidencePage = page(async () => (await import('#pages/evidence/page.tsx')).EvidencePage);
const ExplorePage = page(async () => (await import('#pages/explore/page.tsx')).ExplorePage);
const OpenPage = page(async () => (await import('#pages/open/page.tsx')).OpenPage);
const NotFoundPage = page(async () => (await import('#pages/not-found/page.tsx')).NotFoundPage);

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route index element={<HomePage />} />
        <Route path="flows/:trackingId" element={<FlowPage />} />
        <Route path="flows/:trackingId/evidence" element={<EvidencePage />} />
        <Route path="explore" element={<ExplorePage />} />
        <Route path="open" element={<OpenPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
