/** `npm run test:properties`: the tests over generated records, with 10,000 cases each, or as many as RUNS says. */
import { startVitest } from 'vitest/node';

process.env.RUNS ??= '10000';
await startVitest('test', ['properties.test.ts'], { watch: false, testTimeout: 600_000 });
