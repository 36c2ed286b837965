/** Flows for many people at once: one call to Routee per ID under way, and a short memory of its answers. */
import type { Metrics } from '../metrics.ts';
import type { RouteeCalls } from './calls.ts';
import { orAborted } from './patience.ts';
import type { Fetched } from './read-answer.ts';

const runningMemoryMs = 1000;
const mostBytes = 64 * 1024 * 1024;

/** The reason a call is given up: everybody who waited for it has gone. */
export class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits';
}

interface Flight {
  readonly controller: AbortController;
  readonly answer: Promise<Fetched>;
  waiting: number;
}

export interface FlowRequest {
  readonly trackingId: string;
  /** The person asks for news: the memory of finished flows does not do. */
  readonly fresh: boolean;
  /** Aborts when the person is gone. */
  readonly signal: AbortSignal;
}

export class Flows {
  readonly #fetch: RouteeCalls['flow'];
  readonly #finishedMemoryMs: number;
  readonly #metrics: Metrics;
  readonly #now: () => number;
  readonly #flights = new Map<string, Flight>();
  /** In the order of their fetching. */
  readonly #memory = new Map<string, Fetched>();
  #bytes = 0;

  constructor(options: { fetch: RouteeCalls['flow']; finishedMemoryMs: number; metrics: Metrics; now?: () => number }) {
    this.#fetch = options.fetch;
    this.#finishedMemoryMs = options.finishedMemoryMs;
    this.#metrics = options.metrics;
    this.#now = options.now ?? Date.now;
  }

  /** The flow from memory, from a call under way, or from a call of its own. Rejects with a Problem or the signal's reason. */
  async get(request: FlowRequest): Promise<Fetched> {
    const remembered = this.#remembered(request);
    const flight = this.#flights.get(request.trackingId);
    const source = remembered !== null ? 'memory' : flight !== undefined ? 'shared' : 'called';
    this.#metrics.flowAnswers.inc({ source });
    if (remembered !== null) return remembered;
    return this.#wait(request, flight ?? this.#takeOff(request.trackingId));
  }

  async #wait({ trackingId, signal }: FlowRequest, flight: Flight): Promise<Fetched> {
    flight.waiting++;
    try {
      return await orAborted(flight.answer, signal);
    } finally {
      flight.waiting--;
      if (flight.waiting === 0) {
        this.#land(trackingId, flight);
        flight.controller.abort(new NobodyWaits());
      }
    }
  }

  #takeOff(trackingId: string): Flight {
    const controller = new AbortController();
    const answer = this.#fetch(trackingId, controller.signal).finally(() => this.#land(trackingId, flight));
    const flight: Flight = { controller, answer, waiting: 0 };
    this.#flights.set(trackingId, flight);
    answer.then(
      (flow) => this.#remember(trackingId, flow),
      // Those who wait get the error; when all have gone there is nobody to tell.
      () => {},
    );
    return flight;
  }

  #land(trackingId: string, flight: Flight): void {
    if (this.#flights.get(trackingId) === flight) this.#flights.delete(trackingId);
  }

  #remembered({ trackingId, fresh }: FlowRequest): Fetched | null {
    const flow = this.#memory.get(trackingId);
    if (flow === undefined) return null;
    const age = this.#now() - flow.asOf;
    const limit = flow.finished ? this.#finishedMemoryMs : runningMemoryMs;
    if (age >= limit) this.#forget(trackingId);
    return age >= limit || (fresh && flow.finished) ? null : flow;
  }

  #remember(trackingId: string, flow: Fetched): void {
    this.#forget(trackingId);
    this.#memory.set(trackingId, flow);
    this.#bytes += flow.bytes.length;
    const longest = Math.max(this.#finishedMemoryMs, runningMemoryMs);
    for (const [oldest, { asOf }] of this.#memory) {
      if (this.#bytes <= mostBytes && this.#now() - asOf < longest) break;
      this.#forget(oldest);
    }
  }

  #forget(trackingId: string): void {
    const flow = this.#memory.get(trackingId);
    if (flow === undefined) return;
    this.#bytes -= flow.bytes.length;
    this.#memory.delete(trackingId);
  }
}
