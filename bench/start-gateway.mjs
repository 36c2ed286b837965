/** The built gateway over its demo, on a port of its own. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const dist = join(import.meta.dirname, '..', process.env.DIST ?? 'dist');

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(() => resolve(undefined)));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Whether something answers there. */
function answers(/** @type {string} */ url) {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * Starts a script that listens on PORT, and waits until it answers at the path.
 * @param {string} script
 * @param {string} path
 * @param {Record<string, string>} env
 */
export async function startProcess(script, path, env = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH ?? '', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 400; tries++) {
    if (await answers(`${url}${path}`)) return { url, stop: () => child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error(`${script} does not start; is it built?`);
}

export function startGateway(/** @type {Record<string, string>} */ env = {}) {
  return startProcess(join(dist, 'server/main.js'), '/healthz', { LOG_LEVEL: 'error', ...env });
}
