/** Views saved by name: going to one, saving this one, forgetting one. */
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { fieldClass } from '../filters/field-class.ts';
import { storeViews, useSavedViews, withView } from './saved-views.ts';

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

function Views({ search, onLeave }: { readonly search: string; readonly onLeave: () => void }) {
  const texts = useViewer().catalogue.explore.views;
  const views = useSavedViews();
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const stored = storeViews(withView(views, { name: name.trim(), search }));
    setSaid(stored ? texts.saved : texts.notSaved);
    if (stored) setName('');
  };
  return (
    <>
      {views.length === 0 && <p className="text-[12px] text-ink3">{texts.none}</p>}
      <ul className="grid gap-0.5">
        {views.map((view) => (
          <li key={view.name} className="flex items-center gap-1">
            <Link
              to={{ search: view.search }}
              onClick={onLeave}
              className="min-w-0 flex-1 truncate rounded-md px-2 py-1.5 hover:bg-line2"
              aria-current={view.search === search ? 'true' : undefined}
            >
              {view.name}
            </Link>
            <button
              type="button"
              className="grid size-7 cursor-pointer place-items-center rounded-full text-ink3 hover:bg-line2 hover:text-ink"
              aria-label={texts.remove(view.name)}
              onClick={() => storeViews(views.filter((other) => other !== view))}
            >
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="mt-2 grid gap-2 border-t border-line2 pt-3" onSubmit={save}>
        <label className="grid gap-1 text-[12px] text-ink3">
          {texts.nameOf}
          <input
            className={fieldClass}
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button type="submit" disabled={name.trim() === ''}>
          {texts.save}
        </Button>
        <p role="status" className="min-h-[18px] text-[12px] text-ink3">
          {said}
        </p>
      </form>
    </>
  );
}
