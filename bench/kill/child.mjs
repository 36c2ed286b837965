/** A writer as a process of its own, so that it can be killed: its options come as JSON, its lines go to standard output. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../..');
const { module } = await runnerImport(join(root, 'bench/kill/writer.ts'), {
  configFile: false,
  root,
  logLevel: 'error',
});
const { write } = /** @type {typeof import('./writer.ts')} */ (module);
try {
  await write(JSON.parse(process.argv[2] ?? '{}'), (line) => writeSync(1, `${line}\n`));
  process.exit(0);
} catch (error) {
  writeSync(1, `failed ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
