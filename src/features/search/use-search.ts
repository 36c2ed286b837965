/** What happens when somebody searches: one flow opens, several are listed, a record is read here, nothing is said so. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SearchText } from '#model/record/search-text.ts';
import { announce } from '#ui/announce.ts';
import { useFirstDrawing, useTakenOver } from '#ui/first-drawing.ts';
import { useViewer } from '#ui/viewer.tsx';
import { flowAddress } from './flow-address.ts';
import { keepText } from './opened-texts.ts';
import { recipientPath, wantNumber } from './wanted-number.ts';

/** Null while nothing was found, or sought. */
export type SearchResult = Exclude<SearchText, { kind: 'one' | 'record' }> | null;

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

export function useSearch(): Search {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [first, takenOver] = [useFirstDrawing(), useTakenOver()];
  // What was posted is answered once, by the page that came of it.
  const [result, setResult] = useState<SearchResult>(() => (takenOver ? null : (first?.searched ?? null)));
  const clear = () => {
    setText('');
    setResult(null);
  };
  const { catalogue } = useViewer();
  const submit = () => {
    loadReader().then(
      (readSearchText) => show(readSearchText(text)),
      () => announce(catalogue.keys.notLoaded),
    );
  };
  const show = (found: SearchText) => {
    switch (found.kind) {
      case 'one':
        clear();
        if (found.cutOff === true) announce(catalogue.search.cutOff);
        return void navigate(flowAddress(found.trackingId));
      case 'record':
        clear();
        return void navigate('/open', { state: keepText({ text: found.text, fileName: null }) });
      case 'telephone': {
        const [number, ...others] = found.numbers;
        if (number === undefined || others.length > 0) return setResult(found);
        clear();
        wantNumber(number);
        return void navigate(recipientPath);
      }
      default:
        return setResult(found);
    }
  };
  const change = (value: string) => {
    setText(value);
    setResult(null);
  };
  return { text, setText: change, result, submit, dismiss: () => setResult(null), clear };
}
