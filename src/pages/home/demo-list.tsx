/** The demo's flows to try, by group. */
import { useDeferredValue, useId, useState } from 'react';
import type { DemoFlow } from '#api/config-query.ts';
import { RunLink } from '#features/demo/run-link.tsx';
import { buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { type DemoGroup, demoGroups } from './demo-groups.ts';

/** What is seen of a group before somebody asks for all of it. */
const firstFew = 5;

export function DemoList({ flows }: { readonly flows: readonly DemoFlow[] }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.home;
  const [filter, setFilter] = useState('');
  const groups = demoGroups(flows, useDeferredValue(filter));
  const found = groups.reduce((count, group) => count + group.flows.length, 0);
  return (
    <section aria-labelledby="demo" className="mt-10">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="demo" className="text-[13px] font-semibold">
          {texts.demo}{' '}
          <span role="status" className="font-normal text-ink3">
            {texts.demoCount(found, format)}
          </span>
        </h2>
        <input
          type="search"
          value={filter}
          aria-label={texts.demoFilter}
          placeholder={texts.demoFilter}
          onChange={({ target }) => setFilter(target.value)}
          className="h-8 w-56 rounded-lg border border-line bg-panel px-2.5 text-[13px] placeholder:text-ink3 max-sm:w-full"
        />
      </div>
      {groups.length === 0 && <p className="mt-3 text-[13px] text-ink2">{texts.demoNone}</p>}
      {groups.map((group) => (
        <Group key={group.name} group={group} whole={filter.trim() !== ''} />
      ))}
    </section>
  );
}

function Group({ group: { name, flows }, whole }: { readonly group: DemoGroup; readonly whole: boolean }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.home;
  const [opened, setOpened] = useState(false);
  const id = useId();
  const all = whole || opened || flows.length <= firstFew + 1;
  const left = flows.length - firstFew;
  return (
    <div className="mt-4">
      <h3 id={id} className="text-[12px] font-medium text-ink3">
        {name}
      </h3>
      <ul aria-labelledby={id} className="mt-1.5 flex flex-wrap gap-2">
        {(all ? flows : flows.slice(0, firstFew)).map((flow) => (
          <li key={flow.trackingId} className="max-w-full">
            <RunLink flow={flow} className={`${buttonLooks()} max-w-full py-1 text-left whitespace-normal!`}>
              {flow.title}
            </RunLink>
          </li>
        ))}
        {(!all || (opened && !whole)) && (
          <li>
            <button
              type="button"
              aria-expanded={opened}
              aria-label={opened ? texts.demoFewerLabel(name) : texts.demoMoreLabel(left, name, format)}
              onClick={() => setOpened(!opened)}
              className="min-h-8 cursor-pointer rounded-[7px] px-2 text-[13px] font-medium text-accent-ink hover:underline"
            >
              {opened ? texts.demoFewer : texts.demoMore(left, format)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
