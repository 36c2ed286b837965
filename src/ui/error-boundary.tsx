/** Keeps a failure of one part of a page from taking the rest down. */
import type { ReactNode } from 'react';
import { ErrorBoundary as Boundary } from 'react-error-boundary';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Drawn instead of what failed. */
  readonly fallback: (error: Error, retry: () => void) => ReactNode;
  /** A failure is forgotten when this changes: another flow may well be drawn. */
  readonly resetKey?: unknown;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

export function ErrorBoundary({ children, fallback, resetKey }: ErrorBoundaryProps) {
  return (
    <Boundary
      resetKeys={[resetKey]}
      fallbackRender={({ error, resetErrorBoundary }) => fallback(asError(error), resetErrorBoundary)}
    >
      {children}
    </Boundary>
  );
}
