/** Takes whatever holds a tracking ID and leads to its flow. */

import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { underBase } from '#contract/base-path.ts';
import { Button } from '#ui/button.tsx';
import { useArrivalFocus } from '#ui/use-arrival-focus.ts';
import { useViewer } from '#ui/viewer.tsx';
import { SearchAnswer } from './search-answer.tsx';
import { useOutside } from './use-outside.ts';
import { prepareSearch, useSearch } from './use-search.ts';

interface SearchBoxProps {
  /** `header`: one low line whose results hang below it; `page`: the page's main thing. */
  readonly size: 'header' | 'page';
  /** Takes the focus when it appears. */
  readonly focused?: boolean;
}

const looks = {
  page: {
    frame:
      'min-h-[54px] rounded-xl bg-panel py-2 pr-2 pl-4 has-[textarea:focus]:border-accent has-[textarea:focus]:outline-3 has-[textarea:focus]:outline-accent/25',
    text: 'max-h-40 py-1.5 font-mono text-[15px]',
    below: 'mt-2 rounded-xl border border-line bg-panel',
  },
  header: {
    frame:
      'min-h-[34px] rounded-lg bg-bg px-2.5 has-[textarea:focus]:border-accent has-[textarea:focus]:outline-2 has-[textarea:focus]:outline-accent/25',
    text: 'h-[30px] overflow-hidden text-[13px]/[30px] whitespace-pre',
    below: 'absolute inset-x-0 top-full z-40 mt-1.5 rounded-xl border border-line bg-panel shadow-lg',
  },
} as const;

export function SearchBox({ size, focused = false }: SearchBoxProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.search;
  const { text, setText, result, submit, dismiss, clear } = useSearch();
  const input = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const look = looks[size];
  const wrong = result !== null && ['none', 'empty', 'mail', 'damaged'].includes(result.kind);
  useArrivalFocus(input, focused);
  useEffect(() => {
    // Of a text of many lines the low box of the header shows the first.
    if (result !== null) input.current?.scrollTo(0, 0);
  }, [result]);
  useOutside(box, size === 'header' && result !== null, dismiss);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || size !== 'header') return;
    // It closes what was found, and does nothing on the page below.
    event.preventDefault();
    clear();
    input.current?.focus();
  };
  return (
    <search ref={box} aria-label={texts.landmark} className="relative block" onKeyDown={onEscape}>
      <form
        noValidate
        // For a page whose script has not come; posted, so that nothing personal enters an address.
        method="post"
        action={underBase('/search')}
        className={`flex items-center gap-2 border border-line ${look.frame}`}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {size === 'header' && <Glass />}
        <label htmlFor={id} className="sr-only">
          {texts.label}
        </label>
        <textarea
          ref={input}
          id={id}
          name="text"
          // Not an <input>: it would drop the line ends of a pasted text.
          rows={1}
          value={text}
          placeholder={texts.placeholder}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
          onFocus={prepareSearch}
          className={`field-sizing-content min-w-0 flex-1 resize-none bg-transparent outline-none placeholder:font-sans placeholder:text-ink3 ${look.text}`}
        />
        {size === 'header' && (
          <Button type="submit" size="small" className="sr-only focus:not-sr-only noscript:not-sr-only">
            {texts.submit}
          </Button>
        )}
        {size === 'page' && (
          <Button type="submit" tone="accent" className="self-end min-h-[38px]">
            <span className="max-sm:sr-only">{texts.submit}</span> <span aria-hidden="true">↵</span>
          </Button>
        )}
      </form>
      {result !== null && <SearchAnswer answer={result} id={`${id}-wrong`} className={look.below} onChoose={clear} />}
    </search>
  );
}

function Glass() {
  return (
    <svg
      aria-hidden="true"
      width="15"
      height="15"
      viewBox="0 0 15 15"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      className="shrink-0 text-ink3"
    >
      <circle cx="6.5" cy="6.5" r="4.7" />
      <path d="M10 10l4 4" />
    </svg>
  );
}
