/** Which address shows which page. Every page is a chunk of its own. */
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Frame } from './frame.tsx';

const HomePage = lazy(async () => ({ default: (await import('#pages/home/page.tsx')).HomePage }));
const FlowPage = lazy(async () => ({ default: (await import('#pages/flow/page.tsx')).FlowPage }));
const EvidencePage = lazy(async () => ({ default: (await import('#pages/evidence/page.tsx')).EvidencePage }));
const ExplorePage = lazy(async () => ({ default: (await import('#pages/explore/page.tsx')).ExplorePage }));
const OpenPage = lazy(async () => ({ default: (await import('#pages/open/page.tsx')).OpenPage }));
const NotFoundPage = lazy(async () => ({ default: (await import('#pages/not-found/page.tsx')).NotFoundPage }));

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
