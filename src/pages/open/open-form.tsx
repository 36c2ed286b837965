/** Where a record is dropped, chosen or pasted. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ChooseFile } from '#features/open-file/choose-file.tsx';
import type { OpenFile } from '#features/open-file/use-open-file.ts';
import { keepText } from '#features/search/opened-texts.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useArrivalFocus } from '#ui/use-arrival-focus.ts';
import { useViewer } from '#ui/viewer.tsx';

interface OpenFormProps {
  readonly files: OpenFile;
  /** The page was opened with a text that is no longer there. */
  readonly gone: boolean;
}

export function OpenForm({ files, gone }: OpenFormProps) {
  const texts = useViewer().catalogue.open;
  return (
    <div className="mx-auto max-w-[712px] pt-[42px] max-md:pt-4">
      <h1 className="text-[28px] leading-tight font-semibold tracking-[-0.015em] max-sm:text-[23px]">{texts.title}</h1>
      <p className="mt-1.5 text-ink2">{texts.intro}</p>
      {gone && (
        <div className="mt-5">
          <Notice tone="info" title={texts.gone} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap items-center justify-center gap-x-3 gap-y-2 rounded-xl border-2 border-dashed border-line bg-panel px-4 py-9 text-center">
        <span className="font-medium">{texts.drop}</span>
        <span className="text-ink3">{texts.or}</span>
        <ChooseFile text={texts.choose} onFile={files.open} />
      </div>
      {files.problem !== null && (
        <p role="alert" className="mt-2 text-[13px] font-medium text-bad">
          {files.problem}
        </p>
      )}
      <PasteForm />
    </div>
  );
}

function PasteForm() {
  const texts = useViewer().catalogue.open;
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  useArrivalFocus(input);
  const submit = () => {
    if (text.trim() === '') return setEmpty(true);
    void navigate('/open', { state: keepText({ text, fileName: null }) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      noValidate
      className="mt-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="text-[13px] font-semibold">
        {texts.pasteLabel}
      </label>
      <textarea
        ref={input}
        id={id}
        rows={10}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={empty}
        aria-describedby={empty ? `${id}-empty` : undefined}
        onChange={({ target }) => {
          setText(target.value);
          setEmpty(false);
        }}
        onKeyDown={onKeyDown}
        className="mt-2 block w-full resize-y rounded-xl border border-line bg-panel px-3 py-2.5 font-mono text-[12.5px]"
      />
      {empty && (
        <p id={`${id}-empty`} role="alert" className="mt-2 text-[13px] font-medium text-bad">
          {texts.empty}
        </p>
      )}
      <Button type="submit" tone="accent" className="mt-3 min-h-[38px] px-4">
        {texts.show}
      </Button>
    </form>
  );
}
