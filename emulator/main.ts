/**
 * Runs the emulator alone: `npm run emulator`. HOST and PORT say where (default 127.0.0.1:4180). CALLBACK_URL is told of
 * every flow that is sent; CALLBACKS how: any of `repeated`, `late`, `swapped` and `messages`, with commas between.
 */
import type { CallbackHabits } from './http/callbacks.ts';
import { scenarios } from './scenarios/catalogue.ts';
import { startEmulator } from './start.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
}

/** "repeated,late": each twice, three seconds late. */
function habitsOf(words: string, url: string | undefined): Partial<CallbackHabits> {
  const given = words.split(',').map((word) => word.trim());
  return {
    times: given.includes('repeated') ? 2 : 1,
    delayMs: given.includes('late') ? 3000 : 0,
    swapped: given.includes('swapped'),
    onStep: given.includes('messages') ? 'messages' : 'record',
    url: url ?? null,
  };
}

const host = process.env.HOST ?? '127.0.0.1';
const emulator = await startEmulator({
  host,
  port: portOf(process.env.PORT ?? '4180'),
  callbacks: habitsOf(process.env.CALLBACKS ?? '', process.env.CALLBACK_URL),
  log: say,
});

say(`A stand-in for Routee answers at ${emulator.url}

Get a token (any application ID and secret will do), then a flow:
  TOKEN=$(curl -s -u id:secret -d grant_type=client_credentials ${emulator.url}/oauth/token | sed 's/.*access_token":"//; s/".*//')
  curl -H "Authorization: Bearer $TOKEN" ${emulator.url}/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640

Point Cascade at it:
  ROUTEE_APP_ID=id ROUTEE_APP_SECRET=secret ROUTEE_API_URL=${emulator.url} ROUTEE_AUTH_URL=${emulator.url} npm start

It knows ${scenarios.length} scenarios and answers POST /failover/tracking over 50,000 generated flows of the latest 7 days:`);
for (const { trackingId, group, title } of scenarios) say(`  ${trackingId}  ${group}: ${title}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close());
}
