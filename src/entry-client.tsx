/** Takes over the page that the gateway drew; draws it where it came undrawn, as in development. */
import './app/no-eval.ts';
import './app/theme.css';
import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { noteGatewayTime } from '#api/clock.ts';
import { takeAnswers } from '#api/drawn-answers.ts';
import { createQueryClient } from '#api/query-client.ts';
import { basePath, readBasePath, setBasePath, underBase, withinBase } from '#contract/base-path.ts';
import { factsBlockId, readPageState, stateBlockId } from '#contract/drawing.ts';
import { currentSettings, startSettings } from '#ui/settings.ts';
import { guardAddress } from './app/address-guard.ts';
import { App } from './app/app.tsx';
import { isChangedDom, watchForeignChanges } from './app/changed-page.ts';
import { loadLanguage } from './app/languages.ts';
import { loadPage } from './app/router.tsx';

const blockText = (id: string) => document.getElementById(id)?.textContent ?? '';
setBasePath(readBasePath(blockText(factsBlockId)));
// Asked for past the proxy that keeps it under its path: every address of the app has the path in it.
if (withinBase(location.pathname) === null)
  location.replace(`${underBase(location.pathname)}${location.search}${location.hash}`);
// Before anything reads the address, or asks the gateway for what stands in it.
guardAddress();
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
const element: HTMLElement = place;
const state = readPageState(blockText(stateBlockId));
// Once read, it would only lie about: twice the record in memory, and unmasked in what a person saves of the page.
document.getElementById(stateBlockId)?.remove();
const navigation = performance.getEntriesByType('navigation')[0];
// The gateway looked at its clock right before it sent the first byte.
const firstByteMs = navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
if (state !== null) noteGatewayTime(state.now, firstByteMs > 0 ? firstByteMs : performance.now());
startSettings(state?.settings ?? null);
const client = createQueryClient();
let root: Root | null = null;

function app(drawn: typeof state) {
  return (
    <StrictMode>
      <App
        client={client}
        first={drawn}
        router={(inside) => <BrowserRouter basename={basePath()}>{inside}</BrowserRouter>}
      />
    </StrictMode>
  );
}

/** From nothing, with the answers at hand: for a page whose nodes somebody else has changed. */
function drawAnew(): void {
  try {
    root?.unmount();
  } catch {
    // Nodes that are no longer where React left them cannot be taken away one by one.
  }
  element.replaceChildren();
  root = createRoot(element, options);
  root.render(app(null));
}

const options = {
  onUncaughtError: (error: unknown) => (isChangedDom(error) ? setTimeout(drawAnew) : reportError(error)),
};

function takeOver(): void {
  takeAnswers(client, blockText(factsBlockId), state);
  if (state === null) drawAnew();
  else root = hydrateRoot(element, app(state), options);
  watchForeignChanges(element, drawAnew);
}

// What comes back from the browser's memory may be hours old.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void client.refetchQueries({ type: 'active', queryKey: ['flow'] });
});
// Drawn once, as it stays. What could not be fetched is asked for again, and told, by what needs it. Not `await`: the
// page's code imports this file's, and would wait for it.
const language = state?.settings.language ?? currentSettings().language;
void Promise.allSettled([loadPage(withinBase(location.pathname) ?? '/'), loadLanguage(language)]).then(() =>
  // A transition lets the browser breathe between pieces of the work.
  startTransition(takeOver),
);
