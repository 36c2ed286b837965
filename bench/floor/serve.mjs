/** Serves the built floor on PORT, precompressed like the app, and hands calls of the API to GATEWAY. */
import { readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const { PORT, GATEWAY = '', FLOOR = '' } = process.env;
const agent = new Agent({ keepAlive: true });
/** @type {Map<string, Buffer>} */
const files = new Map();

function file(/** @type {string} */ path) {
  const known = files.get(path) ?? brotliCompressSync(readFileSync(join(FLOOR, path)));
  files.set(path, known);
  return known;
}

createServer((incoming, outgoing) => {
  const path = new URL(incoming.url ?? '/', 'http://floor').pathname;
  if (path.startsWith('/api/')) {
    const { host: _, ...headers } = incoming.headers;
    const call = request(`${GATEWAY}${path}`, { agent, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    call.end();
    return;
  }
  const asset = path.startsWith('/assets/');
  outgoing.writeHead(200, {
    'content-type': asset ? 'text/javascript' : 'text/html',
    'content-encoding': 'br',
    'cache-control': asset ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  outgoing.end(file(asset ? path : '/index.html'));
}).listen(Number(PORT), '127.0.0.1');
