/** The flows opened last in this browser: their IDs and how they stood, nothing personal, told to nobody. */

import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { gatewayNow } from '#api/clock.ts';
import type { Flow } from '#model/flow/flow.ts';
import { wasSent } from '#model/flow/reach.ts';
import type { EpochMs } from '#model/values/time.ts';

z.config({ jitless: true });

const storageKey = 'cascade.recent';
const mostFlows = 20;
const mostChannels = 8;
/** A running flow is read every few seconds; its time need not be written as often. */
const renewedAfterMs = 30_000;

const recentSchema = z.object({
  trackingId: z.string().check(z.minLength(1), z.maxLength(128)),
  /** As Routee spells it; null where the record names none. */
  status: z.catch(z.nullable(z.string().check(z.maxLength(40))), null),
  /** Of the steps that were sent, in their order; '' for one without a name. */
  channels: z.catch(z.array(z.string().check(z.maxLength(24))).check(z.maxLength(mostChannels)), []),
  seenAt: z.number(),
});

export type RecentFlow = Readonly<z.infer<typeof recentSchema>>;

const listeners = new Set<() => void>();
const none: readonly RecentFlow[] = [];

/** What is stored, newest first; what cannot be read of it is passed over. */
export function readRecent(text: string | null): readonly RecentFlow[] {
  if (text === null) return none;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return none;
  }
  if (!Array.isArray(json)) return none;
  return json
    .flatMap((entry: unknown) => {
      const parsed = recentSchema.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    })
    .slice(0, mostFlows);
}

/** The list with a flow at its head. */
export function withRecent(list: readonly RecentFlow[], flow: RecentFlow): readonly RecentFlow[] {
  return [flow, ...list.filter(({ trackingId }) => trackingId !== flow.trackingId)].slice(0, mostFlows);
}

/** What is kept of a flow. */
export function recentOf(trackingId: string, flow: Flow, now: EpochMs): RecentFlow {
  const sent = flow.steps.filter(wasSent).slice(0, mostChannels);
  return {
    trackingId,
    status: flow.status.kind === 'missing' ? null : flow.status.name.slice(0, 40),
    channels: sent.map(({ channel }) => (channel.kind === 'missing' ? '' : channel.name.slice(0, 24))),
    seenAt: now,
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

let current = readRecent(stored());

function announce(list: readonly RecentFlow[]): void {
  current = list;
  for (const listener of listeners) listener();
}

function store(list: readonly RecentFlow[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(list));
  } catch {
    // A browser that stores nothing keeps the list for this visit.
  }
  announce(list);
}

/** The list as other tabs left it. */
function latest(): readonly RecentFlow[] {
  const text = stored();
  return text === null ? current : readRecent(text);
}

/** Puts a flow at the head of the list. */
export function rememberFlow(trackingId: string, flow: Flow): void {
  const list = latest();
  const entry = recentOf(trackingId, flow, gatewayNow());
  const [head] = list;
  const same = head !== undefined && JSON.stringify({ ...head, seenAt: 0 }) === JSON.stringify({ ...entry, seenAt: 0 });
  if (same && entry.seenAt - head.seenAt < renewedAfterMs) return;
  store(withRecent(list, entry));
}

export function forgetFlow(trackingId: string): void {
  store(latest().filter((entry) => entry.trackingId !== trackingId));
}

export function forgetAllFlows(): void {
  store(none);
}

function subscribe(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === storageKey || key === null) announce(readRecent(stored()));
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

/** The flows opened last, newest first; follows other tabs of this browser. */
export function useRecentFlows(): readonly RecentFlow[] {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => none,
  );
}
