/** `npm run history:kill`: see kill/kill.ts. KILLS says how often (default 200), STORE where (default `pglite,postgres`). */
import { join } from 'node:path';
import { build, runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const kills = Number(process.env.KILLS ?? 200);
if (!Number.isInteger(kills) || kills < 1) throw new Error('KILLS must be a whole number from 1 up');

const { module } = await runnerImport(join(root, 'bench/kill/kill.ts'), { configFile: false, root, logLevel: 'error' });
const { killAndCheck } = /** @type {typeof import('./kill/kill.ts')} */ (module);
// Built once: a writer that is started hundreds of times must start quickly.
const outDir = join(root, 'dist/kill');
await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  build: { ssr: 'bench/kill/child.ts', outDir, emptyOutDir: true, target: 'node20' },
});
const program = join(outDir, 'child.js');
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
let isGood = true;
for (const kind of (process.env.STORE ?? 'pglite,postgres').split(',')) {
  if (kind !== 'pglite' && kind !== 'postgres') throw new Error('STORE must be pglite, postgres or both with a comma');
  isGood = (await killAndCheck({ kind, kills, program, say })) && isGood;
}
process.exitCode = isGood ? 0 : 1;
