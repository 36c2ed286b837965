/**
 * Answers like Routee, as fast as it can or after DELAY_MS: one token for all, one record for every ID; IDs that begin with `run`
 * run. `/count` tells how many flows were asked for.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const record = JSON.parse(readFileSync(process.env.RECORD ?? '', 'utf8'));
// A record that is not the flow's own is not remembered.
const body = (/** @type {string} */ status) => JSON.stringify({ ...record, trackingId: '@', status }).split('"@"');
const [finished, running] = [body('Succeeded'), body('InProgress')];
const token = JSON.stringify({ access_token: 'bench', token_type: 'bearer', expires_in: 3600 });

const delayMs = Number(process.env.DELAY_MS ?? 0);
let count = 0;

createServer((incoming, outgoing) => {
  incoming.resume();
  const path = incoming.url ?? '';
  if (path === '/count') {
    outgoing.end(String(count));
    return;
  }
  if (path.startsWith('/failover')) count++;
  const record = path.includes('/run') ? running : finished;
  const id = JSON.stringify(path.slice(path.lastIndexOf('/') + 1));
  const answer = path.startsWith('/oauth') ? token : record.join(id);
  outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
  if (delayMs === 0) outgoing.end(answer);
  else setTimeout(() => outgoing.end(answer), delayMs);
}).listen(Number(process.env.PORT), '127.0.0.1');
