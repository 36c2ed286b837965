#!/usr/bin/env node
/** `cascade` as a program: hands its arguments, environment and streams to `run`, and ends with its status. */
import { run } from './run.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));
process.exitCode = await run(process.argv.slice(2), process.env, process);
