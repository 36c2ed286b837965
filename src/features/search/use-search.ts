/** What happens when somebody searches: one flow opens, several are listed, a record is read here, nothing is said so. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SearchText } from '#model/record/search-text.ts';
import { announce } from '#ui/announce.ts';
import { useFirstDrawing, useTakenOver } from '#ui/first-drawing.ts';
import { useViewer } from '#ui/viewer.tsx';
import { keepText } from './opened-texts.ts';

export type SearchResult =
  | { readonly kind: 'idle' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'none' }
  | { readonly kind: 'many'; readonly trackingIds: readonly string[] };

/** What reads a text is fetched when somebody is about to give one. */
const loadReader = async () => (await import('#model/record/search-text.ts')).readSearchText;

/** What fails now is asked for again, and told, when the text is given. */
export function prepareSearch(): void {
  loadReader().catch(() => undefined);
}

export interface Search {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly result: SearchResult;
  readonly submit: () => void;
  /** Forgets what was found. */
  readonly dismiss: () => void;
  /** Forgets the text and what was found. */
  readonly clear: () => void;
}

const idle: SearchResult = { kind: 'idle' };

export function flowAddress(trackingId: string): string {
  return `/flows/${encodeURIComponent(trackingId)}`;
}

export function useSearch(): Search {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [first, takenOver] = [useFirstDrawing(), useTakenOver()];
  // What was posted is answered once, by the page that came of it.
  const [result, setResult] = useState<SearchResult>(() => (takenOver ? idle : (first?.searched ?? idle)));
  const clear = () => {
    setText('');
    setResult(idle);
  };
  const notLoaded = useViewer().catalogue.keys.notLoaded;
  const submit = () => {
    loadReader().then(
      (readSearchText) => show(readSearchText(text)),
      () => announce(notLoaded),
    );
  };
  const show = (found: SearchText) => {
    switch (found.kind) {
      case 'one':
        clear();
        return void navigate(flowAddress(found.trackingId));
      case 'record':
        clear();
        return void navigate('/open', { state: keepText({ text: found.text, fileName: null }) });
      default:
        return setResult(found);
    }
  };
  const change = (value: string) => {
    setText(value);
    setResult(idle);
  };
  return { text, setText: change, result, submit, dismiss: () => setResult(idle), clear };
}
