/** One connection to one of Routee's hosts, used by one call at a time. */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type buildConnector, Client } from 'undici';

/** The TLS session of the last connection to a host; the next one is ready a round trip earlier with it. */
export interface SessionMemory {
  session?: Buffer;
}

class ConnectTimeout extends Error {
  override readonly name = 'ConnectTimeout';
  readonly code = 'CONNECT_TIMEOUT';
}

class Abandoned extends Error {
  override readonly name = 'Abandoned';
  readonly code = 'ABANDONED';
}

function socketTo(options: buildConnector.Options, memory: SessionMemory): Socket {
  const secure = options.protocol === 'https:';
  const host = options.hostname;
  const port = Number(options.port) || (secure ? 443 : 80);
  if (!secure) return connectTcp({ host, port, keepAlive: true, noDelay: true });
  const servername = isIP(host) === 0 ? host : '';
  const known = memory.session === undefined ? {} : { session: memory.session };
  const socket = connectTls({ host, port, servername, ALPNProtocols: ['http/1.1'], ...known });
  socket.setNoDelay(true).setKeepAlive(true);
  socket.on('session', (session) => {
    memory.session = session;
  });
  return socket;
}

/**
 * Opens, calls and closes. undici's own pool is not used: it queues calls where no signal reaches them, and holds a
 * connection for busy for good when a call throws before it is sent. Its limit on connecting runs on a clock that is up to
 * a second late, and its TLS handshakes go on after the call was given up; here both end exactly.
 */
export class Connection {
  readonly #client: Client;
  readonly #connectMs: number;
  readonly #memory: SessionMemory;
  #opening: Socket | null = null;

  constructor(origin: string, connectMs: number, memory: SessionMemory) {
    this.#connectMs = connectMs;
    this.#memory = memory;
    this.#client = new Client(origin, {
      pipelining: 1,
      keepAliveTimeout: 30_000,
      // The limit on the whole call is a signal of ours; undici's own two would only compete with it.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (options, callback) => this.#open(options, callback),
    });
  }

  /** Sends a request and resolves with the head of its answer. Rejects when it cannot be sent, or is not answered. */
  request(options: Parameters<Client['request']>[0]): ReturnType<Client['request']> {
    return this.#client.request(options);
  }

  /** Closes it at once, whatever it does: a lookup, a handshake, a call. What waits for it is rejected. */
  destroy(): void {
    const reason = new Abandoned('The connection was given up');
    this.#opening?.destroy(reason);
    this.#client.destroy(reason).catch(() => {});
  }

  #open(options: buildConnector.Options, callback: buildConnector.Callback): void {
    const socket = socketTo(options, this.#memory);
    this.#opening = socket;
    const timer = setTimeout(() => socket.destroy(new ConnectTimeout('Connecting took too long')), this.#connectMs);
    let settled = false;
    const settle = (error: Error | null) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      this.#opening = null;
      if (error === null) callback(null, socket);
      else callback(error, null);
    };
    socket.once(options.protocol === 'https:' ? 'secureConnect' : 'connect', () => settle(null));
    // Stays for good: an error of a socket that nobody listens to would end the process.
    socket.on('error', settle);
    socket.once('close', () => settle(new Abandoned('The connection closed while it was opened')));
  }
}
