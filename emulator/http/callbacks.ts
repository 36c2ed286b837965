/** The callbacks of flows that were sent: posted as they advance, and repeated, late or in another order where that is wanted. */
import type { Json } from '#model/values/json.ts';
import type { RawRecord } from '../records/draft.ts';
import type { Callback } from './send-request.ts';
import { type SentFlow, sentRecord } from './sent-flows.ts';

/** How callbacks come. The vendor promises neither order nor once. */
export interface CallbackHabits {
  /** How often each is posted; default 1. */
  readonly times: number;
  /** How late, in milliseconds; default 0. */
  readonly delayMs: number;
  /** Of every two that follow each other, the later one comes first. */
  readonly swapped: boolean;
  /** What `OnStep` posts: the whole record so far, or the messages of that step alone. */
  readonly onStep: 'record' | 'messages';
  /** Where flows are told of that were sent without a callback; null: nowhere. */
  readonly url: string | null;
}

export const usualHabits: CallbackHabits = { times: 1, delayMs: 0, swapped: false, onStep: 'record', url: null };

export interface Post {
  /** Seconds after the flow's creation. */
  readonly at: number;
  readonly body: Json;
}

export interface Callbacks {
  /** Posts them when they are due. `callback` null: to the usual address, if there is one. */
  schedule(flow: SentFlow, callback: Callback | null): void;
  /** Posts all of a flow now, one after the other, in the order they would have come; gives how many. */
  postAll(flow: SentFlow, url: string): Promise<number>;
  stop(): void;
}

/** Later than the one it changes places with, in seconds. */
const swapS = 0.05;

/** The messages of one step, each with the ID of its flow; alone where there is only one. */
function stepPost({ trackingId = null, messages }: RawRecord, step: number): Json {
  const orders = [...new Set(messages.map(({ order }) => order))];
  const own = messages.filter(({ order }) => order === orders[step]).map((message) => ({ ...message, trackingId }));
  return own.length === 1 ? (own[0] ?? null) : own;
}

/** What is posted of a flow and when, in the order it comes. Pure. */
export function postsOf(flow: SentFlow, strategy: Callback['strategy'], habits: CallbackHabits): Post[] {
  const ends = flow.options.steps.flatMap((step) => step.moments.at(-1) ?? []);
  const end = Math.max(...ends) + 0.2;
  const due = strategy === 'OnStep' ? [...ends.slice(0, -1), end] : [end];
  const posts = due.map((at, step): Post => {
    const soFar = sentRecord(flow, flow.createdAt + at * 1000);
    const whole = strategy === 'OnCompletion' || habits.onStep === 'record';
    return { at, body: whole ? soFar : stepPost(soFar, step) };
  });
  const moved = posts.map((post, place): Post => {
    const next = place % 2 === 0 && habits.swapped ? posts[place + 1] : undefined;
    return next === undefined ? post : { ...post, at: next.at + swapS };
  });
  return moved
    .flatMap(({ at, body }) =>
      Array.from({ length: habits.times }, (_, time) => ({ at: at + habits.delayMs / 1000 + time * swapS, body })),
    )
    .toSorted((one, other) => one.at - other.at);
}

export function callbacks(habits: CallbackHabits, log: (line: string) => void): Callbacks {
  const timers = new Set<NodeJS.Timeout>();

  async function post(url: string, body: Json): Promise<void> {
    try {
      const headers = { 'content-type': 'application/json' };
      await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    } catch {
      // Routee gives no second chance either; whoever runs the emulator reads why nothing came.
      log(`callback to ${new URL(url).host} failed`);
    }
  }

  return {
    schedule(flow, given) {
      const callback = given ?? (habits.url === null ? null : { url: habits.url, strategy: 'OnStep' as const });
      if (callback === null) return;
      for (const { at, body } of postsOf(flow, callback.strategy, habits)) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          void post(callback.url, body);
        }, at * 1000);
        timers.add(timer.unref());
      }
    },
    async postAll(flow, url) {
      const posts = postsOf(flow, 'OnStep', habits);
      for (const { body } of posts) await post(url, body);
      return posts.length;
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
