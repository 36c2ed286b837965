/** Draws a page in the gateway: the same app as the browser's, with the answers that are at hand. */
import './app/no-eval.ts';
import { type ReactNode, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { takeAnswers } from '#api/drawn-answers.ts';
import { createQueryClient } from '#api/query-client.ts';
import { basePath, readBasePath, setBasePath, underBase } from '#contract/base-path.ts';
import type { Drawing, DrawingRequest } from '#contract/drawing.ts';
import { App } from './app/app.tsx';
import { loadLanguage } from './app/languages.ts';
import { headOf, questionsOf } from './app/questions.ts';
import { loadAllPages } from './app/router.tsx';

await Promise.all([loadAllPages(), loadLanguage('el')]);

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '/';
}

function searchOf(url: string): URLSearchParams {
  return new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '');
}

function draw({ url, facts, state }: DrawingRequest): string {
  const client = createQueryClient();
  // The same for all pages of a gateway; a drawing is never interrupted by another.
  setBasePath(readBasePath(facts));
  const router = (app: ReactNode) => (
    <StaticRouter basename={basePath()} location={underBase(url)}>
      {app}
    </StaticRouter>
  );
  try {
    takeAnswers(client, facts, state);
    return renderToString(
      <StrictMode>
        <App client={client} first={state} router={router} />
      </StrictMode>,
    );
  } finally {
    // The client's own timers would keep the record for half an hour.
    client.clear();
  }
}

export const drawing: Drawing = {
  headOf: (url, settings) => headOf(pathOf(url), settings),
  questionsOf: (request) => questionsOf(pathOf(request.url), searchOf(request.url), request),
  draw,
};
