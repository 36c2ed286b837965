/** Opens a dropped or chosen file on the page for records, or says why it cannot. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useViewer } from '#ui/viewer.tsx';
import { keepText } from '../search/opened-texts.ts';
import { mostBytes, readFile } from './read-file.ts';
import { useFileDrop } from './use-file-drop.ts';

export interface OpenFile {
  readonly open: (file: File) => void;
  /** True while a file is held over the page. */
  readonly over: boolean;
  /** Why the last file could not be opened. */
  readonly problem: string | null;
}

export function useOpenFile(): OpenFile {
  const { catalogue, format } = useViewer();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (file: File) => {
    setProblem(null);
    const read = await readFile(file);
    if (read.ok) return void navigate('/open', { state: keepText({ text: read.text, fileName: read.fileName }) });
    const texts = catalogue.open;
    setProblem(
      read.why === 'tooLarge' ? texts.tooLarge(format.bytes(read.bytes), format.bytes(mostBytes)) : texts.unreadable,
    );
  };
  const onFile = (file: File) => void open(file);
  return { open: onFile, over: useFileDrop(onFile), problem };
}
