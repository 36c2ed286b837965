/** The least that a reverse proxy can do: kept connections, and what comes is passed on as it comes. */
import { Agent, createServer, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const upstream = process.env.ROUTEE_API_URL ?? '';

createServer((incoming, outgoing) => {
  const path = (incoming.url ?? '').replace(/^\/api/, '');
  const call = request(`${upstream}${path}`, { agent, headers: { authorization: 'Bearer bench' } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  call.on('error', () => outgoing.destroy());
  call.end();
}).listen(Number(process.env.PORT), '127.0.0.1');
