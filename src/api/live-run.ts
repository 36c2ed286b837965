/**
 * Live mode of one search: looks for flows created since it was made and for how unfinished ones stand, again and again.
 * What one flow answers never ends the looking, what does not fit into one look is fetched by the next ones, and when to
 * come back outlives a pause.
 */
import PQueue from 'p-queue';
import type { FlowRow } from '#model/explore/row.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';
import { ApiError, type Failure } from './api-error.ts';
import { flowPauseMs, nextPauseMs, unfinishedFlows } from './live-plan.ts';
import { liveWindows } from './live-windows.ts';
import type { SearchCriteria } from './search-options.ts';
import type { SearchPage } from './search-page.ts';

/** So many pages of new flows a look asks for; the rest is left to the next one, which comes soon. */
export const mostPagesALook = 5;
/** More flows than this are not taken in; the search is made anew for them. */
export const mostLiveFlows = 20_000;
const atOnce = 4;
/** Before the next look while new flows are known to be left. */
const soonMs = 1000;

/** What live mode says of a row. */
export type Mark = 'fresh' | 'changed';

export interface PageNews {
  /** Tracking IDs of flows that were not known. */
  readonly fresh: readonly string[];
  /** And of those that read differently than before. */
  readonly changed: readonly string[];
}

export interface LiveState {
  /** When the last look that ended well began. */
  readonly asOf: EpochMs | null;
  /** What the last look that brought anything brought. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Why the last look failed. */
  readonly error: Error | null;
  /** New flows that Routee has counted and that have not been fetched yet. */
  readonly behind: number;
  /** Unfinished flows that Routee shows no longer, or not to this account: they stay as they were. */
  readonly gone: number;
  /** No more new flows are taken in. */
  readonly full: boolean;
}

export interface LiveAsks {
  /** One page of a search. */
  readonly search: (criteria: SearchCriteria, page: number, signal: AbortSignal) => Promise<SearchPage>;
  /** One flow as a page that holds nothing else; null for an answer that is no record. */
  readonly flow: (trackingId: string, signal: AbortSignal) => Promise<SearchPage | null>;
  /** The page with the entries at these places alone, so that what is known already is not kept twice. */
  readonly slim: (page: SearchPage, places: readonly number[]) => Promise<SearchPage>;
}

export interface LiveOptions {
  readonly criteria: SearchCriteria;
  /** What is loaded at present. */
  readonly rows: () => readonly FlowRow[];
  readonly newsOf: (page: SearchPage) => PageNews;
  readonly ask: LiveAsks;
  /** Takes pages that say something new. */
  readonly deliver: (pages: readonly SearchPage[]) => void;
  readonly now?: () => EpochMs;
}

const atFirst: LiveState = { asOf: null, marks: new Map(), error: null, behind: 0, gone: 0, full: false };

const failureOf = (error: unknown): Failure | null => (error instanceof ApiError ? error.failure : null);

function retryAfterOf(error: unknown): DurationMs | null {
  const failure = failureOf(error);
  return failure?.kind === 'problem' ? failure.retryAfterMs : null;
}

/** What a failed question for one flow means: of this flow for good, of it for a while, or of every question. */
function scopeOf(error: unknown): 'gone' | 'flow' | 'all' {
  const failure = failureOf(error);
  if (failure === null || failure.kind === 'offline') return 'all';
  if (failure.kind !== 'problem') return 'flow';
  switch (failure.code) {
    case 'not-found':
    case 'not-allowed':
    case 'role-missing':
    case 'refused-by-routee':
    case 'bad-request':
      return 'gone';
    case 'rate-limited':
    case 'sign-in':
    case 'credentials-refused':
      return 'all';
    default:
      return failure.retryAfterMs === null ? 'flow' : 'all';
  }
}

export class LiveRun {
  readonly #options: LiveOptions;
  readonly #now: () => EpochMs;
  readonly #windows;
  readonly #listeners = new Set<() => void>();
  readonly #lookedAt = new Map<string, EpochMs>();
  readonly #gone = new Set<string>();
  /** Flows that could not be asked for: how often in a row, and until when they are left alone. */
  readonly #waits = new Map<string, { readonly failures: number; readonly until: EpochMs }>();
  #state = atFirst;
  #failures = 0;
  #taken = 0;
  /** The next look comes no earlier. */
  #dueAt: EpochMs = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #look: AbortController | null = null;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#windows = liveWindows(options.criteria);
  }

  /** Told after every change. Gives back how to stop listening. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly state = (): LiveState => this.#state;

  /** Looks at once, or when it is due: a pause is no way around what the server asked for. */
  resume(): void {
    if (this.#timer !== null || this.#look !== null) return;
    this.#schedule();
  }

  /** Stops what is under way; what has come is kept. */
  pause(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#look?.abort(new Error('Live mode was paused'));
    this.#look = null;
  }

  #schedule(): void {
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        void this.#lookOnce();
      },
      Math.max(0, this.#dueAt - this.#now()),
    );
  }

  async #lookOnce(): Promise<void> {
    const stop = new AbortController();
    this.#look = stop;
    const started = this.#now();
    const brought: SearchPage[] = [];
    const error = await this.#ask(started, brought, stop.signal).then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
    );
    await this.#take(brought);
    if (stop.signal.aborted) return;
    this.#look = null;
    this.#failures = error === null ? 0 : this.#failures + 1;
    const soon = error === null && this.#windows.behind() > 0 && !this.#isFull();
    this.#dueAt = this.#now() + (soon ? soonMs : nextPauseMs(this.#failures, retryAfterOf(error)));
    this.#set({ error, ...(error === null ? { asOf: started } : {}) });
    this.#schedule();
  }

  /** Puts into `brought` what comes, so that a failure in the middle loses nothing. */
  async #ask(started: EpochMs, brought: SearchPage[], signal: AbortSignal): Promise<void> {
    const { search } = this.#options.ask;
    let reached = this.#windows.reach(started);
    for (let asked = 0; asked < mostPagesALook && !this.#isFull(); asked++) {
      const page = await this.#windows.next((criteria, place) => search(criteria, place, signal));
      if (page !== null) brought.push(page);
      else if (reached) break;
      else reached = this.#windows.reach(started);
      signal.throwIfAborted();
    }
    await this.#askFlows(brought, signal);
  }

  async #askFlows(brought: SearchPage[], signal: AbortSignal): Promise<void> {
    const seen = new Set(brought.flatMap((page) => page.rows.flatMap((row) => row?.trackingId ?? [])));
    const now = this.#now();
    const wanted = unfinishedFlows(
      this.#options.rows(),
      this.#lookedAt,
      (id) => seen.has(id) || this.#gone.has(id) || (this.#waits.get(id)?.until ?? 0) > now,
    );
    const queue = new PQueue({ concurrency: atOnce });
    let broken: { readonly error: unknown } | null = null;
    for (const id of wanted) {
      void queue
        .add(async () => {
          if (broken === null) await this.#askFlow(id, brought, signal);
        })
        .catch((error: unknown) => {
          broken ??= { error };
        });
    }
    await queue.onIdle();
    if (broken !== null) throw (broken as { readonly error: unknown }).error; // set in the callbacks above
  }

  async #askFlow(id: string, brought: SearchPage[], signal: AbortSignal): Promise<void> {
    this.#lookedAt.set(id, this.#now());
    try {
      const page = await this.#options.ask.flow(id, signal);
      if (page !== null) brought.push(page);
      if (page === null) this.#wait(id);
      else this.#waits.delete(id);
    } catch (error) {
      signal.throwIfAborted();
      const scope = scopeOf(error);
      if (scope === 'all') throw error;
      if (scope === 'gone') this.#gone.add(id);
      else this.#wait(id);
    }
  }

  #wait(id: string): void {
    const failures = (this.#waits.get(id)?.failures ?? 0) + 1;
    this.#waits.set(id, { failures, until: this.#now() + flowPauseMs(failures) });
  }

  /** Hands on what is new, and notes it. */
  async #take(brought: readonly SearchPage[]): Promise<void> {
    const pages: SearchPage[] = [];
    const marks = new Map<string, Mark>();
    for (const page of brought) {
      const { fresh, changed } = this.#options.newsOf(page);
      const news = new Set([...fresh, ...changed]);
      if (news.size === 0) continue;
      for (const id of changed) marks.set(id, 'changed');
      for (const id of fresh) marks.set(id, 'fresh');
      const places = page.rows.flatMap((row, place) =>
        row?.trackingId != null && news.has(row.trackingId) ? [place] : [],
      );
      pages.push(places.length === page.rows.length ? page : await this.#options.ask.slim(page, places));
    }
    if (pages.length === 0) return;
    this.#taken += [...marks.values()].filter((mark) => mark === 'fresh').length;
    this.#options.deliver(pages);
    this.#set({ marks });
  }

  #isFull(): boolean {
    return this.#taken >= mostLiveFlows;
  }

  #set(part: Partial<LiveState>): void {
    const behind = this.#windows.behind();
    this.#state = { ...this.#state, behind, gone: this.#gone.size, full: this.#isFull(), ...part };
    for (const listener of this.#listeners) listener();
  }
}
