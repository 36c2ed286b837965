/** Starts a built gateway as the demo, and sees that it answers, draws a flow's page, and ends when it is told to. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const longestStartMs = 60_000;

async function answerOf(/** @type {string} */ url, /** @type {AbortSignal} */ over) {
  const deadline = Date.now() + longestStartMs;
  while (Date.now() < deadline) {
    over.throwIfAborted();
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) return response.text();
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer`);
}

/**
 * Rejects where something is not as it should be. `env` is all of the program's environment; `check` runs while the gateway
 * does, with its environment.
 */
export async function tryGateway(
  /** @type {{
   *   readonly program: string, readonly words: readonly string[], readonly cwd: string,
   *   readonly env: NodeJS.ProcessEnv, readonly user?: { readonly uid?: number, readonly gid?: number },
   *   readonly check?: (env: NodeJS.ProcessEnv) => void
   * }} */ { program, words, cwd, env, user = {}, check = () => {} },
) {
  const own = { ...env, HOST: '127.0.0.1', PORT: String(await freePort()) };
  const gateway = spawn(program, words, { cwd, env: own, stdio: ['ignore', 'ignore', 'inherit'], ...user });
  const gone = new AbortController();
  const ended = new Promise((done) => gateway.once('exit', done));
  gateway.once('exit', (code) => gone.abort(new Error(`The gateway ended with ${code}`)));
  gateway.once('error', (error) => gone.abort(error));
  try {
    const url = `http://127.0.0.1:${own.PORT}`;
    process.stdout.write(`/healthz: ${await answerOf(`${url}/healthz`, gone.signal)}\n`);
    const page = await answerOf(`${url}/flows/30830fad-21ed-49b0-89d0-bbada2fd5640`, gone.signal);
    if (!page.includes('<h1')) throw new Error('The page of a flow is not drawn');
    process.stdout.write('the page of a flow: drawn\n');
    check(own);
    gateway.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`After SIGTERM it ended with ${code}`);
    process.stdout.write('SIGTERM: ended with 0\n');
  } finally {
    gateway.kill('SIGKILL');
  }
}
