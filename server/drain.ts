/** Closing without a wait for connections on which nothing is under way: a browser keeps some open that it never used. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Watches the connections of a server from now on. The function it gives back closes each as soon as it is not in use. */
export function drainable(server: Server): () => void {
  const idle = new Set<Socket>();
  let draining = false;
  const rest = (socket: Socket) => {
    if (draining) socket.destroySoon();
    else if (!socket.destroyed) idle.add(socket);
  };
  server.on('connection', (socket) => {
    rest(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', (request, response) => {
    idle.delete(request.socket);
    response.once('close', () => rest(request.socket));
  });
  return () => {
    draining = true;
    for (const socket of idle) socket.destroy();
  };
}
