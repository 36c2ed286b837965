/** Starts the gateway as configured, with the emulator inside when there is no Routee account. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { startEmulator } from '#emulator/start.ts';
import { buildServer } from './app.ts';
import type { Config, RouteeAccount } from './config.ts';
import { loadDrawing } from './drawing.ts';
import { createLog } from './log.ts';

export interface Gateway {
  /** As a person opens it: `http://127.0.0.1:4173`. */
  readonly url: string;
  readonly log: Logger;
  /** Stops taking requests and resolves when those under way are answered. */
  readonly close: () => Promise<void>;
}

export interface StartOptions {
  /** The folder of the built app; by default the one beside the built server. */
  readonly appRoot?: string;
  /** The file of the built drawing; by default the one beside the built server. */
  readonly drawing?: string;
  readonly log?: Logger;
}

interface Upstream {
  readonly account: RouteeAccount;
  readonly close: () => Promise<void>;
}

async function demo(): Promise<Upstream> {
  const credentials = { id: 'demo', secret: randomUUID() };
  const emulator = await startEmulator({ credentials });
  const { id: appId, secret: appSecret } = credentials;
  const account = { appId, appSecret, apiUrl: emulator.url, authUrl: emulator.authUrl };
  return { account, close: () => emulator.close() };
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Listens when it resolves. Rejects when the port cannot be had. */
export async function startGateway(config: Config, options: StartOptions = {}): Promise<Gateway> {
  const log = options.log ?? createLog(config.logLevel);
  const upstream: Upstream = config.routee === null ? await demo() : { account: config.routee, close: async () => {} };
  const demoFlows = scenarios.map(({ trackingId, title, group }) => ({ trackingId, title, group }));
  const app = await buildServer(config, {
    account: upstream.account,
    log,
    appRoot: options.appRoot ?? fileURLToPath(new URL('../app', import.meta.url)),
    earlierFiles: fileURLToPath(new URL('../earlier', import.meta.url)),
    demoFlows: config.routee === null ? demoFlows : [],
    drawing: await loadDrawing(
      options.drawing ?? fileURLToPath(new URL('../drawing/entry-server.js', import.meta.url)),
    ),
  });
  app.addHook('onClose', upstream.close);
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  // A server that listens on TCP has an address of this form.
  const { port } = app.server.address() as AddressInfo;
  return { url: urlOf(config.host, port), log, close: () => app.close() };
}
