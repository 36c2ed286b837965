/** Views saved by name: going to one, saving this one, renaming one, forgetting one and taking that back. */
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useConfig } from '#api/use-config.ts';
import { Button } from '#ui/button.tsx';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { fieldClass } from '../filters/field-class.ts';
import { renamedView, restoredView, type SavedView, storeViews, useSavedViews, withView } from './saved-views.ts';
import { TeamViews } from './team-views.tsx';

/** `search` is the query of this view's address. */
export function ViewsMenu({ search }: { readonly search: string }) {
  const texts = useViewer().catalogue.explore.views;
  return (
    <Flyout
      title={texts.name}
      text={
        <>
          {texts.name} <span aria-hidden="true">▾</span>
        </>
      }
    >
      {(close) => <Views search={search} onLeave={close} />}
    </Flyout>
  );
}

interface ViewsProps {
  readonly search: string;
  readonly onLeave: () => void;
}

function Views({ search, onLeave }: ViewsProps) {
  const texts = useViewer().catalogue.explore.views;
  const views = useSavedViews();
  const shares = useConfig()?.history === true;
  const [removed, setRemoved] = useState<{ readonly view: SavedView; readonly place: number } | null>(null);
  const remove = (view: SavedView, place: number) => {
    if (storeViews(views.filter((other) => other !== view))) setRemoved({ view, place });
  };
  return (
    <>
      {views.length === 0 && <p className="text-[12px] text-ink3">{texts.none}</p>}
      <ul className="grid gap-0.5">
        {views.map((view, place) => (
          <ViewLine
            key={view.name}
            view={view}
            here={view.search === search}
            onLeave={onLeave}
            onRename={(to) => {
              const next = renamedView(views, view.name, to);
              return next !== null && storeViews(next);
            }}
            onRemove={() => remove(view, place)}
          />
        ))}
      </ul>
      <p role="status" className="mt-1 flex items-center gap-2 text-[12px] text-ink2">
        {removed !== null && (
          <>
            {texts.removed(removed.view.name)}
            <Button
              size="small"
              onClick={() => {
                storeViews(restoredView(views, removed.view, removed.place));
                setRemoved(null);
              }}
            >
              {texts.undo}
            </Button>
          </>
        )}
      </p>
      <SaveForm search={search} views={views} />
      {shares && <TeamViews search={search} onLeave={onLeave} />}
    </>
  );
}

interface SaveFormProps {
  readonly search: string;
  readonly views: readonly SavedView[];
}

/** A name that is taken is asked about before that view is replaced. */
function SaveForm({ search, views }: SaveFormProps) {
  const texts = useViewer().catalogue.explore.views;
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const taken = views.some((view) => view.name === name.trim());
  const save = (event: FormEvent) => {
    event.preventDefault();
    const stored = storeViews(withView(views, { name: name.trim(), search }));
    setSaid(stored ? texts.saved : texts.notSaved);
    if (stored) setName('');
  };
  return (
    <form className="mt-2 grid gap-2 border-t border-line2 pt-3" onSubmit={save}>
      <label className="grid gap-1 text-[12px] text-ink3">
        {texts.nameOf}
        <input
          className={fieldClass}
          required
          maxLength={60}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setSaid('');
          }}
        />
      </label>
      <Button type="submit" disabled={name.trim() === ''}>
        {taken ? texts.replace : texts.save}
      </Button>
      <p role="status" className="min-h-[18px] text-[12px] text-ink3">
        {taken ? texts.taken(name.trim()) : said}
      </p>
    </form>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  readonly here: boolean;
  readonly onLeave: () => void;
  /** False where the name is taken, or nothing can be stored. */
  readonly onRename: (to: string) => boolean;
  readonly onRemove: () => void;
}

const iconClass = 'grid size-7 cursor-pointer place-items-center rounded-full text-ink3 hover:bg-line2 hover:text-ink';

function ViewLine({ view, here, onLeave, onRename, onRemove }: ViewLineProps) {
  const texts = useViewer().catalogue.explore.views;
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <RenameLine view={view} onRename={onRename} onEnd={() => setRenaming(false)} />;
  return (
    <li className="flex items-center gap-1">
      <Link
        to={{ search: view.search }}
        onClick={onLeave}
        className="min-w-0 flex-1 truncate rounded-md px-2 py-1.5 hover:bg-line2"
        aria-current={here ? 'true' : undefined}
      >
        {view.name}
      </Link>
      <button
        type="button"
        className={iconClass}
        aria-label={texts.rename(view.name)}
        onClick={() => setRenaming(true)}
      >
        <span aria-hidden="true">✎</span>
      </button>
      <button type="button" className={iconClass} aria-label={texts.remove(view.name)} onClick={onRemove}>
        <span aria-hidden="true">✕</span>
      </button>
    </li>
  );
}

interface RenameLineProps extends Pick<ViewLineProps, 'view' | 'onRename'> {
  readonly onEnd: () => void;
}

function RenameLine({ view, onRename, onEnd }: RenameLineProps) {
  const texts = useViewer().catalogue.explore.views;
  const [name, setName] = useState(view.name);
  const [refused, setRefused] = useState(false);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (onRename(name.trim())) onEnd();
    else setRefused(true);
  };
  return (
    <li>
      <form className="flex items-center gap-1" onSubmit={rename}>
        <input
          className={fieldClass}
          aria-label={texts.newName(view.name)}
          aria-invalid={refused}
          required
          maxLength={60}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setRefused(false);
          }}
        />
        <Button type="submit" size="small" disabled={name.trim() === ''}>
          {texts.renameDone}
        </Button>
      </form>
      {refused && (
        <p role="alert" className="text-[12px] text-bad">
          {texts.nameTaken(name.trim())}
        </p>
      )}
    </li>
  );
}
