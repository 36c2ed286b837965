/** One connection to the store that replicas share (Redis or Valkey). Its client is loaded here, and only where one is set. */

/** A word of a command, as it goes over the wire. */
export type Word = string | Buffer;

export interface CacheConnection {
  /** Rejects with the server's refusal, or when the connection ends. */
  readonly send: (words: readonly Word[]) => Promise<unknown>;
  /** Resolves when the connection is no more, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends it at once; what was asked for rejects. */
  readonly close: () => void;
}

export interface Subscription {
  readonly channel: string;
  readonly onMessage: (message: string) => void;
}

export type OpenCache = (url: string, subscription: Subscription) => Promise<CacheConnection>;

/**
 * Connects, and subscribes on the same connection (RESP3), so that messages and answers come in the order in which they were
 * sent. Connects once: when to try again is the caller's to say. Rejects where it cannot; then nothing is left open.
 */
export async function openCache(url: string, { channel, onMessage }: Subscription): Promise<CacheConnection> {
  const { createClient, RESP_TYPES } = await import('@redis/client');
  const client = createClient({
    url,
    RESP: 3,
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    socket: { reconnectStrategy: false, connectTimeout: 1000 },
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const close = () => {
    if (client.isOpen) client.destroy();
    end();
  };
  // The client throws what nobody listens for; commands under way are told by themselves.
  client.on('error', close).on('end', end);
  try {
    await client.connect();
    await client.subscribe(channel, (message) => onMessage(message.toString()));
  } catch (error) {
    close();
    throw error;
  }
  return { send: (words) => client.sendCommand([...words]), ended, close };
}
