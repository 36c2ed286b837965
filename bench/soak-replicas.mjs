/** `npm run soak:replicas`: see soak/replicas.ts. SOAK_SECONDS says how long (default 60). */
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const seconds = Number(process.env.SOAK_SECONDS ?? 60);
if (!(seconds >= 5)) throw new Error('SOAK_SECONDS must be a number from 5 up');

const { module } = await runnerImport(join(root, 'bench/soak/replicas.ts'), {
  configFile: false,
  root,
  logLevel: 'error',
});
const { soakReplicas } = /** @type {typeof import('./soak/replicas.ts')} */ (module);
process.exitCode = (await soakReplicas(seconds)) ? 0 : 1;
