/** What colleagues have added to this flow, and the ways to add to it. Nothing where the gateway keeps nothing. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '#api/api-error.ts';
import { changeNotes, type NoteChange, notesOptions } from '#api/notes-query.ts';
import { useConfig } from '#api/use-config.ts';
import { type FlowNotes, longestNote } from '#contract/notes.ts';
import { readTime } from '#model/values/time.ts';
import type { Catalogue } from '#texts/en.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';
import { failureText } from '../problem/failure-text.ts';
import { NoteList } from './note-list.tsx';
import { inputClass, PinPart } from './pin-part.tsx';

/** Of a flow that the history does not have, "not found" says something else than it does of Routee's. */
function failedText(error: Error, catalogue: Catalogue): string {
  const failure = error instanceof ApiError ? error.failure : null;
  if (failure?.kind === 'problem' && failure.code === 'not-found') return catalogue.team.notKept;
  return failureText(error, catalogue).title;
}

export function NotesPanel({ trackingId }: { readonly trackingId: string }) {
  const { catalogue } = useViewer();
  const texts = catalogue.team;
  const client = useQueryClient();
  const options = notesOptions(trackingId);
  const { data, error, refetch } = useQuery(options);
  const { mutate, isPending, ...changing } = useMutation({
    mutationFn: (change: NoteChange) => changeNotes(client, trackingId, change),
    // Somebody else may have been first: what stands there now is shown.
    onError: () => client.invalidateQueries({ queryKey: options.queryKey }),
  });
  const failed = changing.error ?? (data === undefined ? error : null);
  return (
    <Panel title={texts.title} className="print:hidden">
      <div className="mt-2 grid gap-4 text-[13px]">
        {data?.kept === true && <Kept notes={data} busy={isPending} onChange={mutate} />}
        {data?.kept === false && <p className="text-ink3">{texts.notKept}</p>}
        <p role="status" className="flex flex-wrap items-center gap-2 text-[12px] text-bad empty:hidden">
          {failed !== null && (
            <>
              {texts.failed} {failedText(failed, catalogue)}
              {changing.error === null && (
                <Button size="small" onClick={() => void refetch()}>
                  {texts.again}
                </Button>
              )}
            </>
          )}
        </p>
      </div>
    </Panel>
  );
}

interface KeptProps {
  readonly notes: FlowNotes;
  readonly busy: boolean;
  readonly onChange: (change: NoteChange, options?: { readonly onSuccess: () => void }) => void;
}

function Kept({ notes: { notes, pin, openings }, busy, onChange }: KeptProps) {
  const texts = useViewer().catalogue.team;
  const named = useConfig()?.access !== 'local';
  return (
    <>
      <PinPart pin={pin} busy={busy} onChange={onChange} />
      {notes.length === 0 ? (
        <p className="text-ink3">{named ? texts.none : texts.alone}</p>
      ) : (
        <NoteList notes={notes} busy={busy} onRemove={(id) => onChange({ kind: 'remove', id })} />
      )}
      <NoteForm busy={busy} onChange={onChange} />
      {openings !== null && openings.length > 0 && <OpenedBy openings={openings} />}
    </>
  );
}

/** From here on it is said how many characters are left. */
const fewLeft = 200;

function NoteForm({ busy, onChange }: Omit<KeptProps, 'notes'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.team;
  const [text, setText] = useState('');
  const left = longestNote - text.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What could not be added stays in the field.
    onChange({ kind: 'add', text: text.trim() }, { onSuccess: () => setText('') });
  };
  return (
    <form className="grid gap-2" onSubmit={submit}>
      <label className="grid gap-1 text-[12px] text-ink3">
        {texts.write}
        <textarea
          className={inputClass}
          rows={2}
          required
          maxLength={longestNote}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={busy || text.trim() === ''}>
          {texts.add}
        </Button>
        {left <= fewLeft && <span className="text-[12px] text-ink3">{texts.left(format.number(left))}</span>}
      </div>
    </form>
  );
}

function OpenedBy({ openings }: { readonly openings: NonNullable<FlowNotes['openings']> }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.team;
  const last = (at: string) => texts.openedLast(format.dateTime(readTime(at) ?? 0));
  return (
    <details>
      <summary className="cursor-pointer text-ink2">
        {texts.opened} <span className="text-ink3">({format.number(openings.length)})</span>
      </summary>
      <ul className="mt-1 grid gap-0.5 text-[12px]">
        {openings.map(({ person, lastAt, times }) => (
          <li key={`${person} ${lastAt}`}>
            {person === null ? texts.machine : shownText(person, 80)}{' '}
            <span className="text-ink3">
              {texts.openedTimes(times)}, {last(lastAt)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
