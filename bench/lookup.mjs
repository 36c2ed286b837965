/** `npm run bench:lookup`: see lookup/lookup.ts. */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { findBrowser, howToInstall } from '../tools/find-browser.mjs';

const root = join(import.meta.dirname, '..');
process.chdir(root);
// Found here: what was imported by the runner imports nothing more once the runner is done.
const executablePath = await findBrowser();
if (executablePath === null) throw new Error(howToInstall);
const { module } = await runnerImport(join(root, 'bench/lookup/lookup.ts'), {
  configFile: false,
  root,
  logLevel: 'error',
});
const { lookUpMany } = /** @type {typeof import('./lookup/lookup.ts')} */ (module);
process.exitCode = (await lookUpMany(executablePath)) ? 0 : 1;
