/** `POST /failover`: takes a flow, answers its tracking ID, and calls back as it advances. */
import { type Json, parseJson } from '#model/values/json.ts';
import { seededRandom } from '../random.ts';
import { uuidFrom } from '../records/uuid.ts';
import { type Answer, badRequest, jsonAnswer } from './answers.ts';
import type { Callbacks } from './callbacks.ts';
import { readSendRequest } from './send-request.ts';
import type { SentFlows } from './sent-flows.ts';
import { simulated } from './simulation.ts';

export interface Sending {
  answer(body: string): Answer;
}

interface SendingOptions {
  readonly sent: SentFlows;
  readonly seed: number;
  readonly now: () => number;
  readonly callbacks: Callbacks;
}

export function sending({ sent, seed, now, callbacks }: SendingOptions): Sending {
  const random = seededRandom(seed ^ 0x2c1b3c6d);
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
      callbacks.schedule(sentFlow, callback);
      const echo: Json = callback === null ? {} : { callback: { ...callback } };
      return jsonAnswer({ trackingId, status: 'Queued', createdAt: new Date(createdAt).toISOString(), flow, ...echo });
    },
  };
}

function isLoopback(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
