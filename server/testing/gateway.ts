/** A gateway and an emulator on real sockets, for tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Drawing } from '#contract/drawing.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '#emulator/start.ts';
import { buildServer } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Environment } from '../environment.ts';
import { createLog } from '../log.ts';

export interface TestGateway {
  readonly url: string;
  readonly emulator: Emulator;
  /** Every line of the log so far. */
  readonly log: () => string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** One figure of `/metrics`; 0 where there is none. */
  readonly metric: (line: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly env?: Environment;
  readonly emulator?: EmulatorOptions;
  /** The address of something else to call than the emulator. */
  readonly upstream?: string;
  /** What draws pages; nothing by default. */
  readonly drawing?: Drawing | null;
  /** The folder of what builds have replaced; none by default. */
  readonly earlierFiles?: string;
}

export const account = { id: 'app-id-3f1', secret: 'app-secret_9c.7~' };

/** A folder like the one a build makes. */
function builtApp(): string {
  const root = mkdtempSync(join(tmpdir(), 'cascade app '));
  mkdirSync(join(root, 'assets'));
  const script = '<script type="module" src="/assets/main-1a2b.js"></script>';
  const head = `<head><title>Cascade</title>${script}</head>`;
  const page = `<!doctype html><html lang="en">${head}<body><div id="root"></div></body></html>`;
  writeFileSync(join(root, 'index.html'), page);
  mkdirSync(join(root, '.vite'));
  const manifest = {
    'index.html': { file: 'assets/main-1a2b.js' },
    'src/pages/flow/page.tsx': { file: 'assets/flow-3c4d.js', imports: ['index.html'] },
  };
  writeFileSync(join(root, '.vite/manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(root, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(root, 'assets/main-1a2b.js'), 'console.log("plain");');
  writeFileSync(join(root, 'assets/main-1a2b.js.br'), 'as brotli');
  writeFileSync(join(root, 'assets/main-1a2b.js.gz'), 'as gzip');
  return root;
}

export async function startTestGateway({
  env = {},
  emulator: emulated,
  upstream,
  drawing = null,
  earlierFiles,
}: Options = {}): Promise<TestGateway> {
  const emulator = await startEmulator({ credentials: account, ...emulated });
  const address = upstream ?? emulator.url;
  const config = readConfig({
    ROUTEE_APP_ID: account.id,
    ROUTEE_APP_SECRET: account.secret,
    ROUTEE_API_URL: address,
    ROUTEE_AUTH_URL: address,
    LOG_LEVEL: 'debug',
    ...env,
  });
  if (config.routee === null) throw new Error('A test gateway has an account');
  let lines = '';
  const log = createLog(config.logLevel, {
    write: (line: string) => {
      lines += line;
    },
  });
  const appRoot = builtApp();
  const app = await buildServer(config, {
    account: config.routee,
    log,
    appRoot,
    demoFlows: [],
    maskingJob: inject('maskingJob'),
    drawing,
    ...(earlierFiles === undefined ? {} : { earlierFiles }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  // A server that listens on TCP has an address of this form.
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { headers, redirect: 'manual' });
  return {
    url,
    emulator,
    log: () => lines,
    get,
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    metric: async (line) => {
      const text = await (await get('/metrics')).text();
      const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `));
      return Number(found?.slice(line.length + 1) ?? 0);
    },
    close: async () => {
      await app.close();
      await emulator.close();
      rmSync(appRoot, { recursive: true });
    },
  };
}

/** Resolves when the condition holds; rejects when it does not in time. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 2000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come about');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
