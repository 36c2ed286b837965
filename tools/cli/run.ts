/** The program without its process. */
import { version } from '../../package.json';
import { type Command, help, readArguments, UsageError } from './arguments.ts';
import { exitStatus } from './exit-status.ts';
import type { Streams } from './streams.ts';

/** What a command needs is loaded with it, so that `--help` comes at once. */
async function carriedOut(command: Command, env: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  switch (command.kind) {
    case 'help':
      streams.stdout.write(help);
      return exitStatus.good;
    case 'version':
      streams.stdout.write(`${version}\n`);
      return exitStatus.good;
    case 'explain':
      return (await import('./explain.ts')).explain(command, env, streams);
    case 'watch':
      return (await import('./watch.ts')).watch(command, env, streams);
  }
}

/** Runs a command line to its end; resolves with the exit status, and never rejects. */
export async function run(words: readonly string[], env: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  try {
    return await carriedOut(readArguments(words, env), env, streams);
  } catch (error) {
    const hint = error instanceof UsageError ? '\nTry: cascade --help' : '';
    streams.stderr.write(`cascade: ${error instanceof Error ? error.message : String(error)}${hint}\n`);
    return exitStatus.error;
  }
}
