/** Flows for many people at once: one call to Routee per ID under way, and a short memory of its answers. */
import { LRUCache } from 'lru-cache';
import type { Metrics } from '../metrics.ts';
import type { AnswerMemory } from './memory.ts';
import { orAborted } from './patience.ts';
import type { Fetched } from './read-answer.ts';
import { isRecordOf } from './record-id.ts';

const runningMemoryMs = 1000;

/** The reason a call is given up: everybody who waited for it has gone. */
class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits';
}

/** One call for a flow. `fresh`: what is remembered elsewhere of a finished flow does not do. */
export type FetchFlow = (trackingId: string, signal: AbortSignal, fresh: boolean) => Promise<Fetched>;

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

interface Remembered {
  readonly flow: Fetched;
  /** By the clock of `now`. */
  readonly until: number;
}

/**
 * How long an answer is remembered, milliseconds. One that is another flow's record is handed on with a word on it, and never
 * taken for the flow's a second time.
 */
export function keepMsOf(flow: Fetched, trackingId: string, finishedMemoryMs: number): number {
  if (isRecordOf(flow, trackingId) === 'differs') return 0;
  return Math.min(flow.finished ? finishedMemoryMs : runningMemoryMs, flow.shared?.leftMs ?? Number.POSITIVE_INFINITY);
}

interface Options {
  readonly fetch: FetchFlow;
  readonly finishedMemoryMs: number;
  readonly memory: AnswerMemory;
  readonly metrics: Metrics;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/**
 * The calls under way are our own: the `fetch` of lru-cache gives a call up for all when the first who asked leaves. What it
 * remembers is lru-cache's, which forgets the longest unused when the budget of memory needs room.
 */
export class Flows {
  readonly #fetch: FetchFlow;
  readonly #finishedMemoryMs: number;
  readonly #metrics: Metrics;
  readonly #now: () => number;
  readonly #flights = new Map<string, Flight>();
  readonly #memory: LRUCache<string, Remembered>;

  constructor({ fetch, finishedMemoryMs, memory, metrics, now = () => performance.now() }: Options) {
    this.#fetch = fetch;
    this.#finishedMemoryMs = finishedMemoryMs;
    this.#metrics = metrics;
    this.#now = now;
    this.#memory = new LRUCache({
      maxSize: memory.totalBytes,
      sizeCalculation: ({ flow }) => Math.max(1, flow.bytes.length),
      // Not `dispose`: memory that comes back wakes who waits for it, which may have the next one forgotten.
      disposeAfter: ({ flow }) => flow.lease.release(),
    });
    memory.addMemory(() => this.#memory.pop() !== undefined);
  }

  /** How many calls are under way. */
  get underWay(): number {
    return this.#flights.size;
  }

  get rememberedBytes(): number {
    return this.#memory.calculatedSize;
  }

  /**
   * The flow from memory, from a call under way, or from a call of its own, with a hold on its memory that is for the caller
   * to release. Rejects with a Problem or the signal's reason.
   */
  async get(request: FlowRequest): Promise<Fetched> {
    const remembered = this.#remembered(request);
    const flight = this.#flights.get(request.trackingId);
    const source = remembered !== null ? 'memory' : flight !== undefined ? 'shared' : 'called';
    this.#metrics.flowAnswers.inc({ source });
    if (remembered === null) return this.#arrived(request, flight ?? this.#takeOff(request));
    remembered.lease.hold();
    return remembered;
  }

  /** What is remembered of the flow is old. */
  forget(trackingId: string): void {
    this.#memory.delete(trackingId);
  }

  /** A call of somebody who did not ask for news may end in the memory of another replica. */
  async #arrived(request: FlowRequest, flight: Flight): Promise<Fetched> {
    const flow = await this.#wait(request, flight);
    if (!request.fresh || !flow.finished || flow.shared === undefined || flow.shared.wasUnderWay) return flow;
    flow.lease.release();
    return this.#wait(request, this.#flights.get(request.trackingId) ?? this.#takeOff(request));
  }

  async #wait({ trackingId, signal }: FlowRequest, flight: Flight): Promise<Fetched> {
    flight.waiting++;
    try {
      const flow = await orAborted(flight.answer, signal);
      flow.lease.hold();
      return flow;
    } finally {
      flight.waiting--;
      if (flight.waiting === 0) {
        this.#land(trackingId, flight);
        flight.controller.abort(new NobodyWaits());
        // The call's own hold: whoever still wants the answer has one by now.
        flight.answer.then(
          ({ lease }) => lease.release(),
          // Those who waited have been told.
          () => {},
        );
      }
    }
  }

  #takeOff({ trackingId, fresh }: FlowRequest): Flight {
    const controller = new AbortController();
    const call = this.#fetch(trackingId, controller.signal, fresh).then((flow) => {
      // Before anybody who waits can go on, so that nobody asks for it in between.
      this.#remember(trackingId, flow);
      return flow;
    });
    const answer = call.finally(() => this.#land(trackingId, flight));
    const flight: Flight = { controller, answer, waiting: 0 };
    this.#flights.set(trackingId, flight);
    return flight;
  }

  #land(trackingId: string, flight: Flight): void {
    if (this.#flights.get(trackingId) === flight) this.#flights.delete(trackingId);
  }

  #remembered({ trackingId, fresh }: FlowRequest): Fetched | null {
    const remembered = this.#memory.get(trackingId);
    if (remembered === undefined) return null;
    const { flow, until } = remembered;
    const isOver = this.#now() >= until;
    if (isOver) this.#memory.delete(trackingId);
    return isOver || (fresh && flow.finished) ? null : flow;
  }

  #remember(trackingId: string, flow: Fetched): void {
    this.#memory.delete(trackingId);
    this.#forgetOver();
    const forMs = keepMsOf(flow, trackingId, this.#finishedMemoryMs);
    if (forMs <= 0) return;
    flow.lease.hold();
    this.#memory.set(trackingId, { flow, until: this.#now() + forMs });
  }

  /** Those at the end of the line of use whose time is over. */
  #forgetOver(): void {
    for (const oldest of this.#memory.rkeys()) {
      const remembered = this.#memory.peek(oldest);
      if (remembered !== undefined && remembered.until > this.#now()) return;
      this.#memory.delete(oldest);
    }
  }
}
