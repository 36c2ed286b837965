/** Hands a text from one page to the next in memory: it may be personal, so neither address nor history holds it. */

export interface OpenedText {
  readonly text: string;
  /** Of the file it came from; null for a pasted one. */
  readonly fileName: string | null;
}

/** For the way back and forward; older ones are let go. */
const mostKept = 8;
const kept = new Map<number, OpenedText>();
let nextKey = 1;

/** What a link's `state` carries instead of the text. */
export interface OpenedState {
  readonly opened: number;
}

export function keepText(opened: OpenedText): OpenedState {
  const key = nextKey++;
  kept.set(key, opened);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return { opened: key };
}

/** The text that a page was opened with; null when there is none, `gone` when a reload or its age has let it go. */
export function keptText(state: unknown): OpenedText | 'gone' | null {
  if (typeof state !== 'object' || state === null || !('opened' in state)) return null;
  return (typeof state.opened === 'number' ? kept.get(state.opened) : undefined) ?? 'gone';
}
