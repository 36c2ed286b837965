/** Notes of colleagues as they are read: who wrote them, when, and what; one's own can be deleted. */
import { useConfig } from '#api/use-config.ts';
import type { FlowNotes } from '#contract/notes.ts';
import { maskText } from '#model/masking/masking.ts';
import { readTime } from '#model/values/time.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { shownText, visibleText } from '../look/visible-text.ts';

/** How what somebody wrote is shown: masked as texts of messages are, unless the gateway has seen to it already. */
export function useShownWords(): (text: string) => string {
  const { masked } = useViewer();
  const here = useConfig()?.mask !== 'always' && masked;
  return (text) => (here ? maskText(text) : visibleText(text));
}

/** Who, or the machine where nobody signs in; and when. */
export function useByline(): (author: string | null, at: string) => string {
  const { catalogue, format } = useViewer();
  return (author, at) => {
    const time = readTime(at);
    const name = author === null ? catalogue.team.machine : shownText(author, 80);
    return catalogue.team.by(name, time === null ? '' : format.dateTime(time));
  };
}

interface NoteListProps {
  readonly notes: FlowNotes['notes'];
  /** Absent on paper, where nothing is deleted. */
  readonly onRemove?: ((id: number) => void) | undefined;
  readonly busy?: boolean;
}

export function NoteList({ notes, onRemove, busy = false }: NoteListProps) {
  const texts = useViewer().catalogue.team;
  const shown = useShownWords();
  const byline = useByline();
  return (
    <ul className="grid gap-3">
      {notes.map(({ id, author, own, at, text }) => (
        <li key={id} className="break-inside-avoid">
          <p className="flex flex-wrap items-center gap-x-2 text-[12px] text-ink3">
            {byline(author, at)}
            {own && onRemove !== undefined && (
              <Button
                size="small"
                disabled={busy}
                aria-label={texts.removeOf(shownText(shown(text), 30))}
                onClick={() => onRemove(id)}
              >
                {texts.remove}
              </Button>
            )}
          </p>
          <p className="whitespace-pre-wrap wrap-anywhere">{shown(text)}</p>
        </li>
      ))}
    </ul>
  );
}
