/** The app: its providers around its pages. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { RootFailure } from './root-failure.tsx';
import { AppRoutes } from './router.tsx';
import { ViewerProvider } from './viewer-provider.tsx';

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <ErrorBoundary fallback={(error) => <RootFailure error={error} />}>
          <Suspense fallback={null}>
            <ViewerProvider>
              <AppRoutes />
            </ViewerProvider>
          </Suspense>
        </ErrorBoundary>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
