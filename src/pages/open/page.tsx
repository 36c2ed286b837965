/** Reads a record in the browser: from a file or pasted, sent nowhere. */
import { useLocation } from 'react-router';
import { DropCover } from '#parts/open-file/drop-cover.tsx';
import { useOpenFile } from '#parts/open-file/use-open-file.ts';
import { keptText } from '#parts/search/opened-texts.ts';
import { useReader } from '#ui/reader.tsx';
import { useTitle } from '#ui/use-title.ts';
import { OpenForm } from './open-form.tsx';
import { OpenedRecord } from './opened-record.tsx';

export function OpenPage() {
  const texts = useReader().messages.open;
  const { state, key } = useLocation();
  const files = useOpenFile();
  const opened = keptText(state);
  useTitle(texts.tabTitle);
  return (
    <>
      {opened === null || opened === 'gone' ? (
        <OpenForm files={files} gone={opened === 'gone'} />
      ) : (
        <>
          {files.problem !== null && (
            <p role="alert" className="mb-3 text-[13px] font-medium text-bad">
              {files.problem}
            </p>
          )}
          <OpenedRecord key={key} opened={opened} />
        </>
      )}
      {files.over && <DropCover />}
    </>
  );
}
