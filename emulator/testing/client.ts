/** A caller of the emulator for its own tests: over real HTTP, with a token. */
import { afterEach } from 'vitest';
import { type Emulator, type EmulatorOptions, startEmulator } from '../start.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export interface Client {
  readonly emulator: Emulator;
  token(): Promise<string>;
  /** With a token of its own, fetched once, unless `authorization` is given. */
  get(path: string, authorization?: string): Promise<Answered>;
  post(path: string, body: unknown): Promise<Answered>;
}

const running: Emulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

export function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

export async function answered(response: Response): Promise<Answered> {
  const { status, headers } = response;
  const text = await response.text();
  return { status, headers, text, json: jsonOrNull(text) };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function requestToken(url: string, authorization = basic('id', 'secret')): Promise<Answered> {
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  return answered(await fetch(`${url}/oauth/token`, { method: 'POST', headers: { authorization }, body }));
}

/** An emulator of its own for a test, closed after it. */
export async function startClient(options: EmulatorOptions = {}): Promise<Client> {
  const emulator = await startEmulator(options);
  running.push(emulator);
  return clientOf(emulator);
}

/** A client of an emulator that the caller closes. */
export function clientOf(emulator: Emulator): Client {
  let kept: Promise<string> | undefined;

  async function newToken(): Promise<string> {
    const { json } = await requestToken(emulator.url);
    if (typeof json !== 'object' || json === null || !('access_token' in json)) throw new Error('No token was given');
    return String(json.access_token);
  }
  async function bearer(): Promise<string> {
    kept ??= newToken();
    return `Bearer ${await kept}`;
  }

  return {
    emulator,
    token: newToken,
    get: async (path, authorization) =>
      answered(await fetch(emulator.url + path, { headers: { authorization: authorization ?? (await bearer()) } })),
    post: async (path, body) =>
      answered(
        await fetch(emulator.url + path, {
          method: 'POST',
          headers: { authorization: await bearer(), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  };
}
