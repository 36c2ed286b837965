/** Reads a record in the browser: from a file or pasted, sent nowhere. */
import { useLocation } from 'react-router';
import { DropCover } from '#features/open-file/drop-cover.tsx';
import { useOpenFile } from '#features/open-file/use-open-file.ts';
import { keptText } from '#features/search/opened-texts.ts';
import { useTakenOver } from '#ui/first-drawing.ts';
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';
import { OpenForm } from './open-form.tsx';
import { OpenedRecord } from './opened-record.tsx';

export function OpenPage() {
  const texts = useViewer().catalogue.open;
  const { state, key } = useLocation();
  const files = useOpenFile();
  // The gateway knows of no text; what this tab keeps is for after the taking over.
  const takenOver = useTakenOver();
  const opened = takenOver ? keptText(state) : null;
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
