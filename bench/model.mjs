/** `npm run bench:model`: how fast records are read, beside JSON.parse of the same bytes. */
import { join } from 'node:path';
import { runnerImport } from 'vite';

const { module } = await runnerImport(join(import.meta.dirname, 'model.ts'));
const { perSecond, readingShare, records } = module.benchModel();
console.log(`${records} records of the emulator, records a second in processor time:`);
console.table(perSecond);
console.log(`validate + derive runs at ${readingShare.toFixed(2)} of JSON.parse's speed`);
