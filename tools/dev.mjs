/**
 * `npm run dev`: Vite's development server for the app, and the gateway behind it, rebuilt and started anew whenever
 * its code changes. GATEWAY_PORT moves the gateway (default 4173), PORT the page (default 5173).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build, createServer } from 'vite';

process.chdir(join(import.meta.dirname, '..'));
process.env.DIST ??= 'dist-dev';
process.env.GATEWAY_PORT ??= '4173';
const entry = join(process.env.DIST, 'server', 'main.js');

/** @type {import('node:child_process').ChildProcess | null} */
let gateway = null;

async function stopGateway() {
  const running = gateway;
  gateway = null;
  if (running === null || running.exitCode !== null || running.signalCode !== null) return;
  const gone = once(running, 'exit');
  running.kill();
  // Connections that the page keeps open would hold it for as long as they live.
  const timer = setTimeout(() => running.kill('SIGKILL'), 1000);
  await gone;
  clearTimeout(timer);
}

async function startGateway() {
  await stopGateway();
  const env = { ...process.env, HOST: '127.0.0.1', PORT: process.env.GATEWAY_PORT };
  gateway = spawn(process.execPath, ['--enable-source-maps', entry], { env, stdio: 'inherit' });
}

// The gateway starts anew in the order of the builds, also when they come faster than it stops.
let restarts = Promise.resolve();
const built = await build({
  logLevel: 'warn',
  build: { ssr: 'server/main.ts', sourcemap: true, watch: {} },
});
if (!('on' in built)) throw new Error('Vite did not watch the gateway');
/** A function declared below does not see what the line above found out. */
const watcher = built;
watcher.on('event', (event) => {
  if (event.code === 'BUNDLE_END') restarts = restarts.then(startGateway);
  if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
});

const page = await createServer({ server: { port: Number(process.env.PORT ?? 5173) } });
await page.listen();
page.printUrls();

async function stop() {
  await Promise.all([watcher.close(), page.close(), stopGateway()]);
  process.exit();
}
process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop());
