/** A button that lets a person choose a file. */
import { useRef } from 'react';
import { Button } from '#ui/button.tsx';

interface ChooseFileProps {
  readonly text: string;
  readonly onFile: (file: File) => void;
  readonly size?: 'small' | 'normal';
  /** Lists of flows may be chosen, too. */
  readonly lists?: boolean;
}

const records = '.json,.txt,application/json,text/plain';
const recordsAndLists = `${records},.csv,.tsv,.ndjson,.jsonl,text/csv,text/tab-separated-values`;

export function ChooseFile({ text, onFile, size, lists = false }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        accept={lists ? recordsAndLists : records}
        className="hidden"
        // The button above is what people reach and hear.
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Choosing the same file again must count as a choice.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
