/** Flows that replicas share: the memory of answers, and one call to Routee for all who ask at once. */
import { LRUCache } from 'lru-cache';
import { Problem } from '../problem.ts';
import { type FetchFlow, keepMsOf } from '../routee/flows.ts';
import type { AnswerMemory } from '../routee/memory.ts';
import { within } from '../routee/patience.ts';
import type { Fetched } from '../routee/read-answer.ts';
import type { Flights, Landed, Landing } from './flights.ts';
import { flowBytes, flowIn, problemBytes, problemIn } from './flow-values.ts';
import type { Sealing } from './sealing.ts';

/** Larger answers are each replica's own; they still call in turn. */
const largestShared = 1024 * 1024;
/** Of the time limit, so that there is time left for a call of our own. */
const shareOfWaiting = 2 / 3;
/** Names whose flow may be remembered here. */
const mostNames = 10_000;

interface Options {
  readonly flights: Flights;
  readonly sealing: Sealing;
  readonly memory: AnswerMemory;
  readonly totalMs: number;
  readonly finishedMemoryMs: number;
}

export class SharedFlows {
  readonly #options: Options;
  readonly #ids = new LRUCache<string, string>({ max: mostNames });

  constructor(options: Options) {
    this.#options = options;
  }

  /** Told of a flow that another replica has news of: what is remembered here is old. */
  onNews(forget: (trackingId: string) => void): void {
    this.#options.flights.onNews((name) => {
      const trackingId = this.#ids.get(name);
      if (trackingId !== undefined) forget(trackingId);
    });
  }

  /** The same call, made by one replica for all. The answer comes with a hold on its memory, as the call's own does. */
  shared(call: FetchFlow): FetchFlow {
    const { flights, sealing, totalMs, finishedMemoryMs } = this.#options;
    const late = () => new Problem('upstream-slow', 'Routee did not answer in time.');
    return (trackingId, outer, fresh) => {
      const name = sealing.name('flow', trackingId);
      this.#ids.set(name, trackingId);
      const flight = {
        kind: 'flow',
        name,
        fresh: fresh || finishedMemoryMs === 0,
        waitMs: totalMs * shareOfWaiting,
        call: (signal: AbortSignal) => call(trackingId, signal, fresh),
        landing: (flow: Fetched) => this.#landing(trackingId, flow),
        landingOfError,
        read: (landed: Landed, signal: AbortSignal) => this.#read(landed, signal),
      } as const;
      return within(totalMs, outer, late, (signal) => flights.share(flight, signal));
    };
  }

  #landing(trackingId: string, flow: Fetched): Landing | null {
    if (flow.bytes.length > largestShared) return null;
    const kind = flow.finished ? 'finished' : 'running';
    return { kind, plain: flowBytes(flow), keepMs: keepMsOf(flow, trackingId, this.#options.finishedMemoryMs) };
  }

  async #read({ kind, plain, leftMs, wasUnderWay }: Landed, signal: AbortSignal): Promise<Fetched | null> {
    if (kind === 'problem') {
      const problem = problemIn(plain);
      if (problem !== null) throw problem;
      return null;
    }
    const flow = flowIn(plain);
    if (flow === null) return null;
    const lease = this.#options.memory.lease();
    try {
      await lease.reserve(flow.bytes.length, true, signal);
    } catch (error) {
      lease.release();
      throw error;
    }
    return { ...flow, lease, shared: { leftMs, wasUnderWay } };
  }
}

function landingOfError(error: unknown): Landing | null {
  const plain = problemBytes(error);
  return plain === null ? null : { kind: 'problem', plain, keepMs: 0 };
}
