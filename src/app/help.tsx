/** Every key that works on the page as it is, and the switch for them. Loaded when it is first opened. */
import { Dialog } from '@base-ui/react/dialog';
import { Fragment, type ReactNode } from 'react';
import { isChord, type KeyGroup, type KeyId, keyIds, keyTable } from '#ui/key-table.ts';
import { useKeyActions } from '#ui/keys.ts';
import { changeSettings, useSettings } from '#ui/settings.ts';
import { useViewer } from '#ui/viewer.tsx';
import { DialogClose, DialogFrame } from './dialog-frame.tsx';
import { Cap, KeysShown } from './keys-shown.tsx';

const groupOrder: readonly KeyGroup[] = ['flow', 'explore', 'go', 'everywhere'];

/** The actions of a group that are on the page now and have a key that works. */
function useActive(): (group: KeyGroup) => readonly { readonly id: KeyId; readonly keys: readonly string[] }[] {
  const mounted = new Set(useKeyActions().map(({ id }) => id));
  const { keys: on } = useSettings();
  return (group) =>
    keyIds
      .filter((id) => keyTable[id].group === group && mounted.has(id))
      .map((id) => ({ id, keys: keyTable[id].keys.filter((keys) => on || isChord(keys)) }))
      .filter(({ keys }) => keys.length > 0);
}

export function Help() {
  const { catalogue } = useViewer();
  const texts = catalogue.keysHelp;
  const { keys: on } = useSettings();
  const active = useActive();
  return (
    <DialogFrame>
      <div className="flex items-center justify-between gap-3 border-b border-line py-1.5 pr-2 pl-4">
        <Dialog.Title className="text-[14px] font-semibold">{texts.help.title}</Dialog.Title>
        <DialogClose />
      </div>
      <div className="grid min-h-0 gap-4 overflow-y-auto overscroll-contain px-4 pt-3 pb-4">
        <Dialog.Description className="text-ink2">
          {on ? texts.help.intro : catalogue.app.shortcuts.off}
        </Dialog.Description>
        {groupOrder.map((group) => {
          const actions = active(group);
          if (actions.length === 0) return null;
          return (
            <Group key={group} title={texts.groups[group]}>
              {actions.map(({ id, keys }) => (
                <Row key={id} text={texts.names[id]}>
                  {keys.map((each, place) => (
                    <Fragment key={each}>
                      {place > 0 && <span className="text-[12px] text-ink3">{texts.or}</span>}
                      <KeysShown keys={each} />
                    </Fragment>
                  ))}
                </Row>
              ))}
            </Group>
          );
        })}
        {active('flow').length > 0 && <TimelineKeys />}
        <label className="flex cursor-pointer items-start gap-2 border-t border-line pt-3">
          <input
            type="checkbox"
            className="mt-[3px]"
            checked={on}
            onChange={() => changeSettings({ keys: !on })}
            aria-describedby="keys-off"
          />
          <span>
            {catalogue.app.shortcuts.on}
            <span id="keys-off" className="block text-[12.5px] text-ink3">
              {texts.help.switchOff}
            </span>
          </span>
        </label>
      </div>
    </DialogFrame>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-[12px] text-ink3">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Row({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-t border-line2 py-1 first:border-t-0">
      <dt className="min-w-0">{text}</dt>
      <dd className="flex shrink-0 items-center gap-1.5">{children}</dd>
    </div>
  );
}

function TimelineKeys() {
  const { help } = useViewer().catalogue.keysHelp;
  return (
    <Group title={help.timeline}>
      {help.timelineKeys.map(({ keys, text }) => (
        <Row key={text} text={text}>
          {keys.map((key) => (
            <Cap key={key}>{key}</Cap>
          ))}
        </Row>
      ))}
    </Group>
  );
}
