/** Looks many flows up, a few at a time, and loses none: what fails in passing is asked again, later and more slowly. */
import PQueue from 'p-queue';
import { isSettled, type LookupState } from '#model/lookup/lookup.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import { ApiError, type Failure } from './api-error.ts';
import { mayPass } from './flow-query.ts';

/** Calls under way at once: half of what the gateway allows itself, so that others are answered meanwhile. */
export const mostCalls = 8;
/** So often one flow is asked for before it counts as failed. */
const mostTries = 6;
/** The same where each answer said when to come back: a busy account is no reason to give a flow up. */
const mostTold = 40;
const firstWaitMs = 1000;
const longestWaitMs = 30_000;
/** Before so many answers an estimate would jump about. */
const answersToEstimate = 10;

export interface LookupProgress {
  readonly states: ReadonlyMap<string, LookupState>;
  readonly settled: number;
  readonly total: number;
  /** `held`: everything waits because the gateway or Routee said when to come back. */
  readonly activity: 'running' | 'held' | 'paused' | 'ended';
  /** Until when everything waits; null unless `held`. */
  readonly heldUntil: EpochMs | null;
  /** Null before enough has come to tell, and while nothing is asked. */
  readonly leftMs: DurationMs | null;
}

export interface LookupOptions {
  /** Each once. */
  readonly trackingIds: readonly string[];
  /** What is known already, of a run that a reload broke off. */
  readonly known?: ReadonlyMap<string, LookupState>;
  /** Rejects with an `ApiError`, or with the signal's reason. */
  readonly ask: (trackingId: string, signal: AbortSignal) => Promise<LookupState>;
  readonly now?: () => EpochMs;
}

/** What a failure that will not pass comes to. */
function settledFailure(failure: Failure): LookupState | null {
  if (failure.kind !== 'problem') return null;
  if (failure.code === 'not-found') return { kind: 'notFound' };
  if (failure.code === 'upstream-unreadable' || failure.code === 'too-large') return { kind: 'unreadable' };
  return mayPass(failure) ? null : { kind: 'refused', why: failure.code };
}

const codeOf = (failure: Failure) => (failure.kind === 'problem' ? failure.code : failure.kind);

export class LookupRun {
  readonly #ask: LookupOptions['ask'];
  readonly #now: () => EpochMs;
  readonly #queue = new PQueue({ concurrency: mostCalls });
  readonly #states = new Map<string, LookupState>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #stop = new AbortController();
  #paused = false;
  #heldUntil: EpochMs | null = null;
  #activeMs = 0;
  #activeSince: EpochMs | null = null;
  #answered = 0;
  #told: LookupProgress | null = null;

  constructor({ trackingIds, known, ask, now = Date.now }: LookupOptions) {
    this.#ask = ask;
    this.#now = now;
    for (const id of trackingIds) {
      const state = known?.get(id);
      this.#states.set(id, state !== undefined && isSettled(state) ? state : { kind: 'waiting' });
    }
  }

  /** Told after every change. Gives back how to stop listening. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly progress = (): LookupProgress => {
    this.#told ??= this.#tell();
    return this.#told;
  };

  start(): void {
    this.#activeSince = this.#now();
    for (const [id, state] of this.#states) if (state.kind === 'waiting') this.#add(id, 1);
    this.#changed();
  }

  pause(): void {
    this.#paused = true;
    this.#queue.pause();
    this.#rest();
    this.#changed();
  }

  resume(): void {
    this.#paused = false;
    if (this.#heldUntil === null) this.#go();
    this.#changed();
  }

  /** What has not been asked for stays unasked; what came stays. */
  cancel(): void {
    this.#end('cancelled');
    this.#changed();
  }

  /** Asks again for what failed or was cancelled. */
  retry(): void {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    this.#paused = false;
    for (const [id, { kind }] of this.#states) {
      if (kind !== 'failed' && kind !== 'cancelled') continue;
      this.#states.set(id, { kind: 'waiting' });
      this.#add(id, 1);
    }
    if (this.#heldUntil === null) this.#go();
    this.#changed();
  }

  /** Ends it for good: the page has another list, or is gone. */
  close(): void {
    this.#listeners.clear();
    this.#end('cancelled');
  }

  #end(kind: 'cancelled'): void {
    this.#stop.abort(new Error('The look-up was ended'));
    this.#queue.clear();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#heldUntil = null;
    for (const [id, state] of this.#states) if (!isSettled(state)) this.#states.set(id, { kind });
    this.#rest();
  }

  #add(id: string, tries: number): void {
    const { signal } = this.#stop;
    void this.#queue.add(async () => {
      if (!signal.aborted) await this.#look(id, tries, signal);
    });
  }

  async #look(id: string, tries: number, signal: AbortSignal): Promise<void> {
    this.#set(id, { kind: 'asking' });
    try {
      const state = await this.#ask(id, signal);
      if (!signal.aborted) this.#settle(id, state);
    } catch (error) {
      if (signal.aborted) return;
      this.#failed(id, tries, error instanceof ApiError ? error.failure : { kind: 'offline' });
    }
  }

  #failed(id: string, tries: number, failure: Failure): void {
    const settled = settledFailure(failure);
    if (settled !== null) {
      this.#settle(id, settled);
      return;
    }
    const asked = failure.kind === 'problem' ? failure.retryAfterMs : null;
    if (asked !== null) this.#hold(Math.min(asked, 10 * 60_000));
    if (tries >= (asked === null ? mostTries : mostTold)) {
      this.#settle(id, { kind: 'failed', why: codeOf(failure) });
      return;
    }
    this.#set(id, { kind: 'waiting' });
    const waitMs = asked ?? Math.min(longestWaitMs, firstWaitMs * 2 ** (tries - 1));
    this.#later(waitMs, () => this.#add(id, tries + 1));
  }

  /** Nobody is asked for anything until then. */
  #hold(ms: DurationMs): void {
    const until = this.#now() + ms;
    if (this.#heldUntil !== null && this.#heldUntil >= until) return;
    this.#heldUntil = until;
    this.#queue.pause();
    this.#rest();
    this.#later(ms, () => {
      if (this.#heldUntil !== until) return;
      this.#heldUntil = null;
      if (!this.#paused) this.#go();
      this.#changed();
    });
  }

  #later(ms: DurationMs, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, ms);
    this.#timers.add(timer);
  }

  #settle(id: string, state: LookupState): void {
    this.#answered++;
    this.#set(id, state);
    if (this.#isEnded()) this.#rest();
  }

  #set(id: string, state: LookupState): void {
    this.#states.set(id, state);
    this.#changed();
  }

  #go(): void {
    this.#activeSince ??= this.#now();
    this.#queue.start();
  }

  /** Time in which nothing is asked says nothing about how long the rest will take. */
  #rest(): void {
    if (this.#activeSince === null) return;
    this.#activeMs += this.#now() - this.#activeSince;
    this.#activeSince = null;
  }

  #isEnded(): boolean {
    return [...this.#states.values()].every(isSettled);
  }

  #changed(): void {
    this.#told = null;
    for (const listener of this.#listeners) listener();
  }

  #tell(): LookupProgress {
    const states = new Map(this.#states);
    const settled = [...states.values()].filter(isSettled).length;
    const ended = settled === states.size;
    const activity = ended ? 'ended' : this.#paused ? 'paused' : this.#heldUntil !== null ? 'held' : 'running';
    const spentMs = this.#activeMs + (this.#activeSince === null ? 0 : this.#now() - this.#activeSince);
    const known = activity === 'running' && this.#answered >= answersToEstimate;
    const leftMs = known ? (spentMs / this.#answered) * (states.size - settled) : null;
    return { states, settled, total: states.size, activity, heldUntil: this.#heldUntil, leftMs };
  }
}
