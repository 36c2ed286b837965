/** The app: its providers around its pages. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { ReaderProvider } from './reader-provider.tsx';
import { AppRoutes } from './router.tsx';

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <Suspense fallback={null}>
          <ReaderProvider>
            <AppRoutes />
          </ReaderProvider>
        </Suspense>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
