/** The pin of a flow: who set it, when, why and for which ticket; or the form that sets one. */
import { type FormEvent, useState } from 'react';
import type { NoteChange } from '#api/notes-query.ts';
import { type FlowNotes, longestReason, longestTicket } from '#contract/notes.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { useByline, useShownWords } from './note-list.tsx';

interface PinTextProps {
  readonly pin: NonNullable<FlowNotes['pin']>;
}

export function PinText({ pin: { author, at, reason, ticket } }: PinTextProps) {
  const texts = useViewer().catalogue.team;
  const shown = useShownWords();
  const byline = useByline();
  return (
    <div className="min-w-0">
      <p className="text-[12px] text-ink3">
        <b className="font-semibold text-run">{texts.pinned}</b> · {byline(author, at)}
      </p>
      <p className="whitespace-pre-wrap wrap-anywhere">
        {shown(reason)}
        {ticket !== null && <span className="text-ink2"> · {texts.ticketIs(shown(ticket))}</span>}
      </p>
    </div>
  );
}

interface PinPartProps {
  readonly pin: FlowNotes['pin'];
  readonly busy: boolean;
  readonly onChange: (change: NoteChange) => void;
}

export function PinPart({ pin, busy, onChange }: PinPartProps) {
  const texts = useViewer().catalogue.team;
  if (pin === null) return <PinForm busy={busy} onChange={onChange} />;
  return (
    <div className="flex flex-wrap items-start justify-between gap-2">
      <PinText pin={pin} />
      <Button size="small" disabled={busy} onClick={() => onChange({ kind: 'unpin' })}>
        {texts.unpin}
      </Button>
    </div>
  );
}

export const inputClass = 'min-h-8 w-full rounded-[7px] border border-line bg-panel px-2.5 py-1 text-[13px] text-ink';

function PinForm({ busy, onChange }: Omit<PinPartProps, 'pin'>) {
  const texts = useViewer().catalogue.team;
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ kind: 'pin', reason: reason.trim(), ticket: ticket.trim() === '' ? null : ticket.trim() });
  };
  return (
    <details>
      <summary className="cursor-pointer text-[13px] text-ink2">{texts.pinTitle}</summary>
      <form className="mt-2 grid gap-2" onSubmit={submit}>
        <p className="text-[12px] text-ink3">{texts.pinHint}</p>
        <label className="grid gap-1 text-[12px] text-ink3">
          {texts.reason}
          <input
            className={inputClass}
            required
            maxLength={longestReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <label className="grid gap-1 text-[12px] text-ink3">
          {texts.ticket}
          <input
            className={inputClass}
            maxLength={longestTicket}
            value={ticket}
            onChange={(event) => setTicket(event.target.value)}
          />
        </label>
        <div>
          <Button type="submit" disabled={busy || reason.trim() === ''}>
            {texts.pin}
          </Button>
        </div>
      </form>
    </details>
  );
}
