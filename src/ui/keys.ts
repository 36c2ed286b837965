/** The one registry of what keys do: a component says what an action does for as long as it is on the page. */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { ariaShortcut, keysText } from './key-caps.ts';
import { isChord, type KeyId, keyTable } from './key-table.ts';
import { useSettings } from './settings.ts';
import { useViewer } from './viewer.tsx';

export interface KeyAction {
  readonly id: KeyId;
  readonly run: () => void;
}

const useMounted = create<{ readonly actions: readonly KeyAction[] }>(() => ({ actions: [] }));

/** Adds an action; the function that comes back takes it away. */
function mountKey(action: KeyAction): () => void {
  useMounted.setState(({ actions }) => ({ actions: [...actions, action] }));
  return () => useMounted.setState(({ actions }) => ({ actions: actions.filter((each) => each !== action) }));
}

/** The action that these keys start now: of several, the one that came to the page last. */
export function actionOf(keys: string): KeyAction | null {
  return useMounted.getState().actions.findLast(({ id }) => keyTable[id].keys.includes(keys)) ?? null;
}

/** All actions of the page as it is. */
export function useKeyActions(): readonly KeyAction[] {
  return useMounted(({ actions }) => actions);
}

interface UseKeyOptions extends KeyAction {
  /** False while there is nothing to do. */
  readonly enabled?: boolean;
}

/** Makes an action available for as long as the caller is on the page: to its keys, the help and the palette. */
export function useKey({ id, run, enabled = true }: UseKeyOptions): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => (enabled ? mountKey({ id, run: () => latest.current() }) : undefined), [id, enabled]);
}

export interface KeyHint {
  /** What a button does, with its key where it has one that works. */
  readonly title: (text: string) => string;
  /** For `aria-keyshortcuts`. */
  readonly shortcut: string | undefined;
}

/** How the button that does the same names the key. Nothing is named while keys are switched off. */
export function useKeyHint(id: KeyId): KeyHint {
  const texts = useViewer().catalogue.keys;
  const { keys: on } = useSettings();
  const keys = keyTable[id].keys.find((each) => on || isChord(each));
  if (keys === undefined) return { title: (text) => text, shortcut: undefined };
  return { title: (text) => texts.hint(text, keysText(keys, texts.caps)), shortcut: ariaShortcut(keys) };
}
