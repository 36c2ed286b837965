/** The list of this tab and what was found of it: in memory, and in the tab's own storage so that it survives a reload. */
import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { create } from 'zustand';
import { lookUp } from '#api/lookup-query.ts';
import { LookupRun } from '#api/lookup-run.ts';
import { isSettled, type LookupState } from '#model/lookup/lookup.ts';
import type { List } from '#model/lookup/read-list.ts';

z.config({ jitless: true });

export interface Lookup {
  readonly list: List;
  readonly run: LookupRun;
}

/** The row a person left the list by, and how far the page was scrolled. */
export interface Left {
  readonly line: number;
  readonly scrollY: number;
}

/** The name changes with the shape of what is stored: what an older version of the app left is not read. */
const storageKey = 'cascade.lookup.1';

const storedSchema = z.object({
  list: z.object({
    columns: z.array(z.nullable(z.string())),
    rows: z.array(
      z.object({
        line: z.number(),
        trackingId: z.nullable(z.string()),
        given: z.string(),
        others: z.array(z.string()),
      }),
    ),
    leftOut: z.number(),
  }),
  // Written by this very module; a state of another shape is left out and asked for anew.
  states: z.array(z.tuple([z.string(), z.looseObject({ kind: z.string() })])),
});

const useCurrent = create<{ readonly current: Lookup | null }>(() => ({ current: null }));
let left: Left | null = null;
let looked = false;

const currentLookup = (): Lookup | null => useCurrent.getState().current;

/** Null before a list was given, and once it is let go. */
export function useCurrentLookup(): Lookup | null {
  return useCurrent(({ current }) => current);
}

function begin(client: QueryClient, list: List, known?: ReadonlyMap<string, LookupState>): void {
  currentLookup()?.run.close();
  const trackingIds = [...new Set(list.rows.flatMap(({ trackingId }) => trackingId ?? []))];
  const run = new LookupRun({
    trackingIds,
    ...(known === undefined ? {} : { known }),
    ask: (trackingId, signal) => lookUp(client, trackingId, signal),
  });
  useCurrent.setState({ current: { list, run } });
  // The result's page is drawn first: both at once would be a long task.
  setTimeout(() => currentLookup()?.run === run && run.start());
}

/** Looks a list up. The one before is let go. */
export function startLookup(client: QueryClient, list: List): void {
  left = null;
  begin(client, list);
  storeLookup();
}

/** Goes on with what a reload of this tab broke off; once, and only where there is nothing yet. */
export function restoreLookup(client: QueryClient): void {
  if (looked || currentLookup() !== null) return;
  looked = true;
  const parsed = storedSchema.safeParse(stored());
  if (!parsed.success) return;
  const { list, states } = parsed.data;
  begin(client, list, new Map(states as [string, LookupState][])); // see storedSchema
}

function stored(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
  } catch {
    return null;
  }
}

function store(text: string | null): boolean {
  try {
    if (text === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, text);
    return true;
  } catch {
    return false;
  }
}

const written = new WeakMap<object, string>();

/** The JSON of what never changes, written once: of a list that is stored every other second, little is new. */
function jsonOf(value: object): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const json = JSON.stringify(value);
  written.set(value, json);
  return json;
}

/** As `storedSchema` reads it. */
function storedText(list: List, states: readonly (readonly [string, LookupState])[]): string {
  const pairs = states.map(([id, state]) => `[${JSON.stringify(id)},${jsonOf(state)}]`);
  return `{"list":${jsonOf(list)},"states":[${pairs.join(',')}]}`;
}

/** Keeps what is known so far in this tab. Where the result has no room, the list alone is kept. */
export function storeLookup(): void {
  const current = currentLookup();
  if (current === null) {
    store(null);
    return;
  }
  const { list, run } = current;
  const states = [...run.progress().states].filter(([, state]) => isSettled(state) && state.kind !== 'cancelled');
  if (!store(storedText(list, states))) store(storedText(list, []));
}

/** Lets the list and its result go. */
export function forgetLookup(): void {
  currentLookup()?.run.close();
  useCurrent.setState({ current: null });
  left = null;
  storeLookup();
}

export function noteLeft(row: Left): void {
  left = row;
}

/** The row the list was left by; once. */
export function takeLeft(): Left | null {
  const taken = left;
  left = null;
  return taken;
}
