/** What colleagues have added to the flow, as it stands on the page that is kept; where it cannot be had, that is said. */
import { useQuery } from '@tanstack/react-query';
import { notesOptions } from '#api/notes-query.ts';
import { NoteList } from '#features/notes/note-list.tsx';
import { PinText } from '#features/notes/pin-part.tsx';
import { failureText } from '#features/problem/failure-text.ts';
import { Panel } from '#ui/panel.tsx';
import { useViewer } from '#ui/viewer.tsx';

export function EvidenceNotes({ trackingId }: { readonly trackingId: string }) {
  const { catalogue } = useViewer();
  const texts = catalogue.team;
  const { data, error } = useQuery(notesOptions(trackingId));
  if (data === undefined) {
    return error === null ? null : (
      <Panel title={texts.title}>
        <p className="mt-2 text-[13px] text-bad">
          {texts.failed} {failureText(error, catalogue).title}
        </p>
      </Panel>
    );
  }
  if (data.pin === null && data.notes.length === 0) return null;
  return (
    <Panel title={texts.title}>
      <div className="mt-2 grid gap-3 text-[13px]">
        {data.pin !== null && <PinText pin={data.pin} />}
        <NoteList notes={data.notes} />
      </div>
    </Panel>
  );
}
