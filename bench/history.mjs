/** `npm run bench:history [-- observations]`: see history/history.ts. */
import { join } from 'node:path';
import { createServer } from 'vite';

const root = join(import.meta.dirname, '..');
process.chdir(root);
// It imports while it runs: databases are loaded when they are needed.
const vite = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const module = await vite.ssrLoadModule(join(root, 'bench/history/history.ts'));
const { benchHistory } = /** @type {typeof import('./history/history.ts')} */ (module);
process.exitCode = (await benchHistory(Number(process.argv[2] ?? 1_000_000))) ? 0 : 1;
await vite.close();
