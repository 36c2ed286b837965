/** A Routee that answers as a test wants, for what the emulator does not do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Upstream {
  readonly url: string;
  /** The calls to the API, tokens left out. */
  readonly calls: readonly IncomingMessage[];
  /** Connections taken so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const token = { access_token: 'stub-token-77', token_type: 'Bearer', expires_in: 3600 };

/** `token`: what the token endpoint answers. */
export async function startUpstream(answer: Answer, givenToken: () => object = () => token): Promise<Upstream> {
  const calls: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === '/oauth/token') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(givenToken()));
      return;
    }
    calls.push(request);
    answer(request, response);
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
