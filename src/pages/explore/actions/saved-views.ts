/** Views saved by name, in this browser. They are addresses, so they hold nothing personal. */
import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

z.config({ jitless: true });

const viewSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  /** The query of the address. */
  search: z.string().check(z.maxLength(8000)),
});
export type SavedView = Readonly<z.infer<typeof viewSchema>>;

const storageKey = 'cascade.explore.views';
const none: readonly SavedView[] = [];
const listeners = new Set<() => void>();

/** What can be read of a stored text; entries that cannot are left out. */
export function readViews(text: string | null): readonly SavedView[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(stored)) return none;
    return stored.flatMap((entry) => {
      const view = viewSchema.safeParse(entry);
      return view.success ? [view.data] : [];
    });
  } catch {
    return none;
  }
}

/** With this one: in the place of the one of that name, or at the end. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const known = views.some(({ name }) => name === view.name);
  return known ? views.map((other) => (other.name === view.name ? view : other)) : [...views, view];
}

/** Under another name, at the same place; null where another view has that name: none is overwritten in silence. */
export function renamedView(views: readonly SavedView[], name: string, to: string): readonly SavedView[] | null {
  if (to !== name && views.some((view) => view.name === to)) return null;
  return views.map((view) => (view.name === name ? { ...view, name: to } : view));
}

/** With a removed view back at its place; as they are where another has taken its name meanwhile. */
export function restoredView(views: readonly SavedView[], view: SavedView, place: number): readonly SavedView[] {
  return views.some(({ name }) => name === view.name) ? views : views.toSpliced(place, 0, view);
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

let read: { readonly text: string | null; readonly views: readonly SavedView[] } = { text: null, views: none };

function current(): readonly SavedView[] {
  const text = stored();
  if (text !== read.text) read = { text, views: readViews(text) };
  return read.views;
}

/** False where the browser stores nothing. */
export function storeViews(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(storageKey, JSON.stringify(views));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

export function useSavedViews(): readonly SavedView[] {
  return useSyncExternalStore(subscribe, current, () => none);
}
