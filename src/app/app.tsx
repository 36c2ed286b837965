/** The app: its providers around its pages. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { type FirstDrawing, FirstDrawingContext } from '#ui/first-drawing.ts';
import { RootFailure } from './root-failure.tsx';
import { AppRoutes } from './router.tsx';
import { ViewerProvider } from './viewer-provider.tsx';

interface AppProps {
  readonly client: QueryClient;
  /** What the gateway draws the page from, or drew it from; null where the browser draws alone. */
  readonly first: FirstDrawing | null;
  /** The browser's router, or one that stands still. */
  readonly router: (children: ReactNode) => ReactNode;
}

export function App({ client, first, router }: AppProps) {
  return (
    <FirstDrawingContext value={first}>
      <QueryClientProvider client={client}>
        {router(
          <ErrorBoundary fallback={(error) => <RootFailure error={error} />}>
            <Suspense fallback={null}>
              <ViewerProvider>
                <AppRoutes />
              </ViewerProvider>
            </Suspense>
          </ErrorBoundary>,
        )}
      </QueryClientProvider>
    </FirstDrawingContext>
  );
}
