/** An error boundary whose failure is told in the place of the panel that failed. */
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Notice } from './notice.tsx';
import { useViewer } from './viewer.tsx';

interface PanelBoundaryProps {
  readonly children: ReactNode;
  readonly resetKey?: unknown;
}

export function PanelBoundary({ children, resetKey }: PanelBoundaryProps) {
  return (
    <ErrorBoundary resetKey={resetKey} fallback={(error, retry) => <PanelFailure error={error} onRetry={retry} />}>
      {children}
    </ErrorBoundary>
  );
}

/** True for a file of the app that could not be fetched: most often one that a new version has replaced. */
function isMissingFile(error: Error): boolean {
  return /dynamically imported module|Importing a module script failed|error loading/i.test(error.message);
}

interface PanelFailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly whole?: boolean;
}

/** What is said of a failure of this program; `whole` where it took the page. */
export function PanelFailure({ error, onRetry, whole = false }: PanelFailureProps) {
  const texts = useViewer().catalogue.app.crash;
  const missing = isMissingFile(error);
  return (
    <Notice
      tone="bad"
      alert
      title={missing ? texts.chunk : whole ? texts.page : texts.panel}
      actions={
        <Button onClick={missing ? () => location.reload() : onRetry}>{missing ? texts.reload : texts.retry}</Button>
      }
    >
      {!missing && (
        <>
          <p>{texts.next}</p>
          <details className="mt-1">
            <summary>{texts.details}</summary>
            <pre className="mt-1 max-h-60 overflow-auto text-[12px] whitespace-pre-wrap">
              {error.stack ?? error.message}
            </pre>
          </details>
        </>
      )}
    </Notice>
  );
}
