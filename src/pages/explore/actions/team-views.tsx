/** Views that the team shares: going to one, sharing this one, and changing one's own. None takes another's name. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { ApiError } from '#api/api-error.ts';
import { changeTeamViews, teamViewsOptions, type ViewChange } from '#api/views-query.ts';
import { longestViewName, type TeamView } from '#contract/views.ts';
import { shownText } from '#features/look/visible-text.ts';
import { failureText } from '#features/problem/failure-text.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { fieldClass } from '../filters/field-class.ts';

interface TeamViewsProps {
  /** The query of this view's address; it holds nothing personal. */
  readonly search: string;
  readonly onLeave: () => void;
}

const isTaken = (error: Error) =>
  error instanceof ApiError && error.failure.kind === 'problem' && error.failure.code === 'taken';

interface Asked {
  readonly change: ViewChange;
  /** Of the view that is changed, as it will be called. */
  readonly name: string;
}

export function TeamViews({ search, onLeave }: TeamViewsProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.team.views;
  const client = useQueryClient();
  const { data: views, error } = useQuery(teamViewsOptions());
  const changing = useMutation({
    mutationFn: ({ change }: Asked) => changeTeamViews(client, change),
    onError: () => client.invalidateQueries({ queryKey: teamViewsOptions().queryKey }),
  });
  const asked = changing.variables ?? null;
  const failure = changing.error ?? error;
  const said = { add: texts.shared, change: texts.updated, remove: texts.removed } as const;
  const ask = (change: ViewChange, name: string, onSuccess?: () => void) =>
    changing.mutate({ change, name }, { onSuccess: () => onSuccess?.() });
  return (
    <section className="mt-3 border-t border-line2 pt-3">
      <h3 className="mb-1 text-[12px] font-semibold text-ink2">{texts.title}</h3>
      {views?.length === 0 && <p className="text-[12px] text-ink3">{texts.none}</p>}
      <ul className="grid gap-0.5">
        {views?.map((view) => (
          <TeamViewLine
            key={view.id}
            view={view}
            search={search}
            busy={changing.isPending}
            onLeave={onLeave}
            onChange={ask}
          />
        ))}
      </ul>
      <ShareForm search={search} busy={changing.isPending} onChange={ask} />
      <p role="status" className="mt-1 min-h-[18px] text-[12px] text-ink2">
        {failure !== null
          ? asked !== null && isTaken(failure)
            ? texts.taken(asked.name)
            : failureText(failure, catalogue).title
          : changing.isSuccess && asked !== null && said[asked.change.kind](asked.name)}
      </p>
    </section>
  );
}

interface LineProps extends TeamViewsProps {
  readonly view: TeamView;
  readonly busy: boolean;
  readonly onChange: (change: ViewChange, name: string, onSuccess?: () => void) => void;
}

const iconClass = 'grid size-7 cursor-pointer place-items-center rounded-full text-ink3 hover:bg-line2 hover:text-ink';

function TeamViewLine({ view: { id, name, search: to, owner, own }, search, busy, onLeave, onChange }: LineProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.team.views;
  const words = catalogue.explore.views;
  const [renaming, setRenaming] = useState<string | null>(null);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    const next = renaming?.trim() ?? '';
    onChange({ kind: 'change', id, name: next }, next, () => setRenaming(null));
  };
  const whose = own ? texts.own : texts.owner(owner === null ? catalogue.team.machine : shownText(owner, 40));
  if (renaming !== null) {
    return (
      <li>
        <form className="flex items-center gap-1" onSubmit={rename}>
          <input
            className={fieldClass}
            aria-label={words.newName(name)}
            required
            maxLength={longestViewName}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
            autoFocus
            value={renaming}
            onChange={(event) => setRenaming(event.target.value)}
          />
          <Button type="submit" size="small" disabled={busy || renaming.trim() === ''}>
            {words.renameDone}
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li className="flex items-center gap-1">
      <Link
        to={{ search: to }}
        onClick={onLeave}
        className="min-w-0 flex-1 truncate rounded-md px-2 py-1.5 hover:bg-line2"
        aria-current={to === search ? 'true' : undefined}
      >
        {shownText(name, longestViewName)} <span className="text-[12px] text-ink3">{whose}</span>
      </Link>
      {own && (
        <>
          {to !== search && (
            <Button size="small" disabled={busy} onClick={() => onChange({ kind: 'change', id, search }, name)}>
              {texts.updateOwn}
            </Button>
          )}
          <button type="button" className={iconClass} aria-label={words.rename(name)} onClick={() => setRenaming(name)}>
            <span aria-hidden="true">✎</span>
          </button>
          <button
            type="button"
            className={iconClass}
            aria-label={words.remove(name)}
            disabled={busy}
            onClick={() => onChange({ kind: 'remove', id }, name)}
          >
            <span aria-hidden="true">✕</span>
          </button>
        </>
      )}
    </li>
  );
}

function ShareForm({ search, busy, onChange }: Pick<LineProps, 'search' | 'busy' | 'onChange'>) {
  const { catalogue } = useViewer();
  const [name, setName] = useState('');
  const share = (event: FormEvent) => {
    event.preventDefault();
    onChange({ kind: 'add', name: name.trim(), search }, name.trim(), () => setName(''));
  };
  return (
    <form className="mt-2 grid gap-2" onSubmit={share}>
      <label className="grid gap-1 text-[12px] text-ink3">
        {catalogue.team.views.nameOf}
        <input
          className={fieldClass}
          required
          maxLength={longestViewName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={busy || name.trim() === ''}>
        {catalogue.team.views.share}
      </Button>
    </form>
  );
}
