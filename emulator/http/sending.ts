/** `POST /failover`: takes a flow, answers its tracking ID, and calls back as it advances. */
import { type Json, parseJson } from '#model/values/json.ts';
import { seededRandom } from '../random.ts';
import { uuidFrom } from '../records/uuid.ts';
import { type Answer, badRequest, jsonAnswer } from './answers.ts';
import { type Callback, readSendRequest } from './send-request.ts';
import { type SentFlow, type SentFlows, sentRecord } from './sent-flows.ts';
import { simulated } from './simulation.ts';

export interface Sending {
  answer(body: string): Answer;
  /** Forgets callbacks that are still to be made. */
  stop(): void;
}

interface SendingOptions {
  readonly sent: SentFlows;
  readonly seed: number;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export function sending({ sent, seed, now, log }: SendingOptions): Sending {
  const random = seededRandom(seed ^ 0x2c1b3c6d);
  const timers = new Set<NodeJS.Timeout>();
  let count = 0;

  return {
    answer(body) {
      const parsed = parseJson(body);
      const request = parsed.ok ? readSendRequest(parsed.value) : 'The request body is not JSON';
      if (typeof request === 'string') return badRequest(`Validation Error. ${request}`);
      const { callback, steps, flow } = request;
      if (callback !== null && !isLoopback(callback.url)) {
        return badRequest('Validation Error. callback.url: this emulator calls loopback addresses only');
      }
      count += 1;
      const createdAt = now();
      const trackingId = uuidFrom(`${seed}/sent/${count}/${createdAt}`);
      const sentFlow = { trackingId, createdAt, options: simulated(steps, random) };
      sent.add(sentFlow);
      if (callback !== null) schedule(sentFlow, callback);
      const echo: Json = callback === null ? {} : { callback: { ...callback } };
      return jsonAnswer({ trackingId, status: 'Queued', createdAt: new Date(createdAt).toISOString(), flow, ...echo });
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };

  function schedule(flow: SentFlow, callback: Callback): void {
    const steps = flow.options.steps.flatMap((step) => step.moments.at(-1) ?? []);
    const end = Math.max(...steps) + 0.2;
    for (const seconds of callback.strategy === 'OnStep' ? [...steps.slice(0, -1), end] : [end]) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void callBack(callback.url, JSON.stringify(sentRecord(flow, flow.createdAt + seconds * 1000)));
      }, seconds * 1000);
      timers.add(timer.unref());
    }
  }

  async function callBack(url: string, body: string): Promise<void> {
    try {
      await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    } catch {
      // Routee gives no second chance either; whoever runs the emulator reads why nothing came.
      log(`callback to ${new URL(url).host} failed`);
    }
  }
}

function isLoopback(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
