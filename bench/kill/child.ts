/** A writer as a process of its own, so that it can be killed: its options come as JSON, its lines go to standard output. */
import { writeSync } from 'node:fs';
import { write } from './writer.ts';

try {
  // Written by kill.ts.
  await write(JSON.parse(process.argv[2] ?? '{}'), (line) => writeSync(1, `${line}\n`));
  process.exit(0);
} catch (error) {
  writeSync(1, `failed ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
