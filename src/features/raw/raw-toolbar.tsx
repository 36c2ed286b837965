/** Search in the raw record, folding of all of it, and copying of the chosen line. */
import { type KeyboardEvent, useState } from 'react';
import { pathText } from '#model/values/json.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';
import { copyText, type RawRow } from './raw-tree.ts';

interface RawToolbarProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly matches: readonly RawRow[];
  readonly chosen: RawRow | null;
  readonly onShow: (row: RawRow) => void;
  readonly onFoldAll: () => void;
  readonly onUnfoldAll: () => void;
}

export function RawToolbar({ words, onWords, matches, chosen, onShow, onFoldAll, onUnfoldAll }: RawToolbarProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.raw;
  const [place, setPlace] = useState(-1);
  const move = (by: number) => {
    const next = matches.length === 0 ? -1 : (Math.max(place, by < 0 ? 0 : -1) + by + matches.length) % matches.length;
    const row = matches[next];
    setPlace(next);
    if (row !== undefined) onShow(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    move(event.shiftKey ? -1 : 1);
  };
  const found =
    words.trim() === ''
      ? ''
      : matches.length === 0
        ? texts.nothingFound
        : texts.found(place < 0 ? '–' : format.number(place + 1), format.number(matches.length));
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 text-[12px] text-ink3">
      <input
        type="search"
        value={words}
        aria-label={texts.search}
        placeholder={texts.search}
        onChange={(event) => {
          setPlace(-1);
          onWords(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        className="h-[26px] w-56 min-w-0 rounded-[7px] border border-line bg-bg px-2 text-[13px] text-ink placeholder:text-ink3"
      />
      <output className="min-w-[4.5rem]">{found}</output>
      <Button size="small" disabled={matches.length === 0} title={texts.previous} onClick={() => move(-1)}>
        <span aria-hidden="true">↑</span>
        <span className="sr-only">{texts.previous}</span>
      </Button>
      <Button size="small" disabled={matches.length === 0} title={texts.next} onClick={() => move(1)}>
        <span aria-hidden="true">↓</span>
        <span className="sr-only">{texts.next}</span>
      </Button>
      <Button size="small" onClick={onFoldAll}>
        {texts.foldAll}
      </Button>
      <Button size="small" onClick={onUnfoldAll}>
        {texts.unfoldAll}
      </Button>
      <span className="ml-auto flex min-w-0 flex-wrap items-center gap-2">
        <span className="min-w-0 truncate font-mono" aria-live="polite">
          {chosen === null ? texts.nothingChosen : shownText(pathText(chosen.path), 60)}
        </span>
        {chosen !== null && (
          <>
            <CopyButton text={() => copyText(chosen.value)} label={texts.copyValue} showLabel />
            <CopyButton text={pathText(chosen.path)} label={texts.copyPath} showLabel />
          </>
        )}
      </span>
    </div>
  );
}
