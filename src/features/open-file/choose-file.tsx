/** A button that lets a person choose a file. */
import { useRef } from 'react';
import { Button } from '#ui/button.tsx';

interface ChooseFileProps {
  readonly text: string;
  readonly onFile: (file: File) => void;
  readonly size?: 'small' | 'normal';
}

export function ChooseFile({ text, onFile, size }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,.txt,application/json,text/plain"
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
