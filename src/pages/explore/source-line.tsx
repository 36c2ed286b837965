/** Says that what is shown is of the gateway's own history and not of Routee, and why; and the way between the two. */
import { useConfig } from '#api/use-config.ts';
import { visibleText } from '#features/look/visible-text.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Search } from './data/use-search.ts';
import type { ViewState } from './use-view.ts';

interface SourceProps {
  readonly state: ViewState;
}

/** Nothing where the gateway keeps nothing. */
export function SourceButton({ state: { view, change } }: SourceProps) {
  const texts = useViewer().catalogue.team.source;
  if (useConfig()?.history !== true && view.source === 'routee') return null;
  const isHistory = view.source === 'history';
  return (
    <Button pressed={isHistory} title={texts.hint} onClick={() => change({ source: isHistory ? 'routee' : 'history' })}>
      {texts.button}
    </Button>
  );
}

export function SourceLine({ history }: Pick<Search, 'history'>) {
  const texts = useViewer().catalogue.team.source;
  if (history === null) return null;
  return (
    <p role="status" className="rounded-lg bg-run-soft px-3 py-2 text-[12.5px] text-ink2">
      {texts.kept}
      {history.insteadOf !== null && (
        <>
          {' '}
          {texts.instead} <q>{visibleText(history.insteadOf)}</q>
        </>
      )}
    </p>
  );
}
