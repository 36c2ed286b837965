/** `npm run soak`: see soak/soak.ts. SOAK_SECONDS says how long (default 60). */
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const seconds = Number(process.env.SOAK_SECONDS ?? 60);
if (!(seconds >= 5)) throw new Error('SOAK_SECONDS must be a number from 5 up');

const { module } = await runnerImport(join(root, 'bench/soak/soak.ts'), { configFile: false, root, logLevel: 'error' });
const { soak } = /** @type {typeof import('./soak/soak.ts')} */ (module);
process.exitCode = (await soak({ seconds })) ? 0 : 1;
