/** Takes over the page that the gateway drew; draws it where it came undrawn, as in development. */
import './app/no-eval.ts';
import './app/theme.css';
import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { noteGatewayTime } from '#api/clock.ts';
import { takeAnswers } from '#api/drawn-answers.ts';
import { createQueryClient } from '#api/query-client.ts';
import { factsBlockId, readPageState, stateBlockId } from '#contract/drawing.ts';
import { currentSettings, startSettings } from '#ui/settings.ts';
import { App } from './app/app.tsx';
import { loadLanguage } from './app/languages.ts';
import { loadPage } from './app/router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const blockText = (id: string) => document.getElementById(id)?.textContent ?? '';
const state = readPageState(blockText(stateBlockId));
const navigation = performance.getEntriesByType('navigation')[0];
// The gateway looked at its clock right before it sent the first byte.
const firstByteMs = navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
if (state !== null) noteGatewayTime(state.now, firstByteMs > 0 ? firstByteMs : performance.now());
startSettings(state?.settings ?? null);
const client = createQueryClient();

const takeOver = () =>
  // A transition lets the browser breathe between pieces of the work.
  startTransition(() => {
    takeAnswers(client, blockText(factsBlockId), state);
    const app = (
      <StrictMode>
        <App client={client} first={state} router={(inside) => <BrowserRouter>{inside}</BrowserRouter>} />
      </StrictMode>
    );
    if (state === null) createRoot(root).render(app);
    else hydrateRoot(root, app);
  });
// Drawn once, as it stays. What could not be fetched is asked for again, and told, by what needs it. Not `await`: the
// page's code imports this file's, and would wait for it.
const language = state?.settings.language ?? currentSettings().language;
void Promise.allSettled([loadPage(location.pathname), loadLanguage(language)]).then(takeOver);
