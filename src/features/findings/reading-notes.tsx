/** What was read in another spelling, and where in an opened text the record lay: quiet, below the findings. */
import type { RecordPlace } from '#model/record/read-flow.ts';
import type { ReadingNote } from '#model/record/reading.ts';
import { pathText } from '#model/values/json.ts';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';

interface ReadingNotesProps {
  readonly notes: readonly ReadingNote[];
  readonly place: RecordPlace | null;
}

/** So many fields are listed of each note. */
const most = 6;

export function ReadingNotes({ notes, place }: ReadingNotesProps) {
  const texts = useViewer().catalogue.findingsPanel.notes;
  if (notes.length === 0 && place === null) return null;
  return (
    <section aria-labelledby="reading-notes-title" className="px-1 text-[12.5px] text-ink2">
      <h2 id="reading-notes-title" className="sr-only">
        {texts.title}
      </h2>
      <ul className="grid gap-0.5">
        {place !== null && <li>{shownText(texts.place(place), 300)}</li>}
        {notes.map((note) => (
          <li key={note.kind}>
            <Note note={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ note: { kind, paths, count } }: { readonly note: ReadingNote }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.findingsPanel.notes;
  const fields = paths.slice(0, most).map((path) => shownText(pathText(path), 80));
  const left = count - fields.length;
  if (paths.every((path) => path.length === 0)) return texts.sentences[kind];
  return (
    <details>
      <summary className="cursor-pointer wrap-anywhere">
        {texts.sentences[kind]}
        {count > 1 && ` (${texts.count(format.number(count))})`}
      </summary>
      <p className="ml-4 font-mono text-[12px] text-ink3 wrap-anywhere">
        <span className="sr-only">{texts.fields}: </span>
        {fields.join(', ')}
        {left > 0 && ` ${texts.more(format.number(left))}`}
      </p>
    </details>
  );
}
