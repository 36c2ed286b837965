/** What surrounds every page: header, notices that concern the whole app, and the page in its boundary. */
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { PanelFailure } from '#ui/panel-boundary.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { AddressNotice } from './address-notice.tsx';
import { Announcements } from './announcements.tsx';
import { CopyByHand } from './copy-by-hand.tsx';
import { CredentialsNotice } from './credentials-notice.tsx';
import { useEarlyFetch } from './fetch-early.ts';
import { Header } from './header.tsx';
import { Keys } from './keys.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { usePageScroll } from './page-scroll.ts';
import { ReplacedNotice } from './replaced-notice.tsx';
import { HeaderFailure } from './root-failure.tsx';
import { useTheme } from './theme.ts';

export function Frame() {
  const { catalogue } = useViewer();
  const { pathname } = useLocation();
  useTheme();
  useEarlyFetch();
  usePageScroll();
  return (
    <>
      <a
        href="#page"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-panel px-3 py-2 focus:translate-y-0"
      >
        {catalogue.app.skip}
      </a>
      <ErrorBoundary resetKey={pathname} fallback={() => <HeaderFailure />}>
        <Header />
      </ErrorBoundary>
      <main
        id="page"
        tabIndex={-1}
        className="mx-auto max-w-[1320px] px-6 pt-[22px] pb-10 outline-none max-md:px-4 print:max-w-none print:p-0"
      >
        <CredentialsNotice />
        <AddressNotice />
        <ErrorBoundary
          resetKey={pathname}
          fallback={(error, retry) => <PanelFailure error={error} onRetry={retry} whole />}
        >
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <div className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex flex-col items-center gap-2 px-4 pb-4 print:hidden">
        <CopyByHand />
        <Announcements />
        <ReplacedNotice />
        <OfflineNotice />
      </div>
      <Keys />
    </>
  );
}
