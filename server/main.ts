/** The gateway as a program: reads the environment, says where it listens, stops when told to. */
import { type Config, configNotes, readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { type Gateway, startGateway } from './start.ts';

/** Longer than the longest call to Routee by default, shorter than what a container is usually given. */
const drainMs = 20_000;

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = `${host}:${port}`;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: something else listens on ${place}. Stop it, or set PORT to another number.`;
  if (code === 'EACCES') return `This user may not listen on ${place}. Set PORT to a number from 1024 up.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is ${host}, which is no address of this machine.`;
  return `The gateway cannot start: ${error instanceof Error ? error.message : String(error)}`;
}

function stopOnSignal(gateway: Gateway): void {
  const stop = () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    setTimeout(() => process.exit(1), drainMs).unref();
    gateway.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

async function forgetAndEnd(words: readonly string[], config: Config): Promise<void> {
  const { forget } = await import('./history/forget-command.ts');
  try {
    process.stdout.write(`${await forget(words, config.history)}\n`);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const [command, ...words] = process.argv.slice(2);
  if (command === 'forget') return forgetAndEnd(words, config);
  for (const warning of configNotes(process.env).warnings) process.stderr.write(`Warning: ${warning}\n`);
  const gateway = await startGateway(config).catch((error: unknown) => fail(whyNot(error, config.host, config.port)));
  stopOnSignal(gateway);
  const mode = config.routee === null ? 'demo: no Routee credentials set' : 'live';
  process.stdout.write(`Cascade is at ${gateway.url} (${mode})\n`);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) fail(error.message);
  throw error;
});
