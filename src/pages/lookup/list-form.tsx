/** Where a list is pasted, dropped or chosen. */
import { useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { ChooseFile } from '#features/open-file/choose-file.tsx';
import { DropCover } from '#features/open-file/drop-cover.tsx';
import { mostBytes, readFile } from '#features/open-file/read-file.ts';
import { useFileDrop } from '#features/open-file/use-file-drop.ts';
import { Button } from '#ui/button.tsx';
import { useArrivalFocus } from '#ui/use-arrival-focus.ts';
import { useViewer } from '#ui/viewer.tsx';
import { startLookup } from './lookup-store.ts';
import { loadListReader } from './use-handed-over.ts';

/** In characters: from about fifty IDs on. */
const longPaste = 2000;

export function ListForm() {
  const { catalogue, format } = useViewer();
  const texts = catalogue.lookup;
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  useArrivalFocus(input);
  const begin = async (list: string) => {
    if (list.trim() === '') {
      setProblem(texts.empty);
      return;
    }
    try {
      const read = (await loadListReader())(list);
      // What the reading and the first drawing of the result take is more than one task should.
      await new Promise((resolve) => setTimeout(resolve));
      if (read.rows.some(({ trackingId }) => trackingId !== null)) startLookup(client, read);
      else setProblem(texts.noIds);
    } catch {
      setProblem(catalogue.keys.notLoaded);
    }
  };
  const onFile = async (file: File) => {
    setProblem(null);
    const read = await readFile(file);
    if (read.ok) await begin(read.text);
    else
      setProblem(
        read.why === 'tooLarge'
          ? catalogue.open.tooLarge(format.bytes(read.bytes), format.bytes(mostBytes))
          : catalogue.open.unreadable,
      );
  };
  const over = useFileDrop((file) => void onFile(file));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void begin(text);
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (pasted.length < longPaste) return;
    // The browser's own way takes seconds over a thousand lines, in which the page does nothing else.
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    setText(`${value.slice(0, selectionStart)}${pasted}${value.slice(selectionEnd)}`);
    setProblem(null);
  };
  return (
    <form
      noValidate
      className="max-w-[860px]"
      onSubmit={(event) => {
        event.preventDefault();
        void begin(text);
      }}
    >
      <p className="text-ink2">{texts.intro}</p>
      <label htmlFor={id} className="mt-4 block text-[0.8125rem] font-semibold">
        {texts.listLabel}
      </label>
      <textarea
        ref={input}
        id={id}
        rows={12}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className="mt-2 block w-full resize-y rounded-xl border border-line bg-panel px-3 py-2.5 font-mono text-[0.78125rem]"
      />
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className="mt-2 text-[0.8125rem] font-medium text-bad">
          {problem}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" tone="accent" className="min-h-[38px] px-4">
          {texts.start}
        </Button>
        <ChooseFile text={texts.choose} onFile={(file) => void onFile(file)} lists />
        <span className="text-[0.8125rem] text-ink3">{texts.kept}</span>
      </div>
      {over && <DropCover text={texts.drop} />}
    </form>
  );
}
