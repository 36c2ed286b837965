/** Mounts the app. */
import './app/no-eval.ts';
import './app/theme.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#api/query-client.ts';
import { currentSettings } from '#ui/settings.ts';
import { guardAddress } from './app/address-guard.ts';
import { App } from './app/app.tsx';
import { loadLanguage } from './app/languages.ts';
import { loadPage } from './app/router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Before anything reads the address, or asks the gateway for what stands in it.
guardAddress();
const client = createQueryClient();
const draw = () =>
  // A transition lets the browser breathe between pieces of the work.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App client={client} />
      </StrictMode>,
    ),
  );
// Drawn once, as it stays. What could not be fetched is asked for again, and told, by what needs it. Not `await`: the
// page's code imports this file's, and would wait for it.
void Promise.allSettled([loadPage(location.pathname, client), loadLanguage(currentSettings().language)]).then(draw);
