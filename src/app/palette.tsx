/** The palette: type, choose, done. Loaded when it is first opened. */
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { type ClipboardEvent, useRef, useState } from 'react';
import { useViewer } from '#ui/viewer.tsx';
import { DialogClose, DialogFrame } from './dialog-frame.tsx';
import { changeKeysDialog, takeTypedEarly } from './keys-dialog.ts';
import { Cap, KeysShown } from './keys-shown.tsx';
import { type PaletteEntry, type PaletteGroup, usePaletteGroups } from './palette-entries.ts';

/** The text as it was given: a field of one line would join the lines of what is pasted, and the IDs in them. */
function useGivenText() {
  const [given, setGiven] = useState({ shown: '', text: '' });
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    setGiven({ shown: pasted.trim().replace(/\s+/g, ' ').slice(0, 2000), text: pasted });
  };
  const onType = (text: string) => setGiven({ shown: text, text });
  const onFocus = () => {
    const early = takeTypedEarly();
    if (early !== '') onType(early);
  };
  return { ...given, onPaste, onType, onFocus };
}

/** Where the palette led to another page, the focus goes there; true when it did. */
function focusPage(): boolean {
  const page = document.getElementById('page');
  page?.focus({ preventScroll: true });
  return page !== null;
}

export function Palette() {
  const { catalogue, format } = useViewer();
  const texts = catalogue.keysHelp.palette;
  const given = useGivenText();
  const groups = usePaletteGroups(given.text);
  const input = useRef<HTMLInputElement>(null);
  const leads = useRef(false);
  const choose = (entry: PaletteEntry) => {
    leads.current = entry.leads;
    changeKeysDialog(null);
    entry.run();
  };
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <DialogFrame initialFocus={input} finalFocus={() => !(leads.current && focusPage())}>
      <Dialog.Title className="sr-only">{texts.title}</Dialog.Title>
      <Autocomplete.Root
        open
        inline
        mode="none"
        autoHighlight="always"
        keepHighlight
        items={groups}
        value={given.shown}
        onValueChange={(text, { reason }) => reason === 'item-press' || given.onType(text)}
        itemToStringValue={({ text }: PaletteEntry) => text}
      >
        <div className="flex items-center gap-2 border-b border-line py-1.5 pr-2 pl-4">
          <Autocomplete.Input
            ref={input}
            aria-label={texts.title}
            placeholder={texts.placeholder}
            onPaste={given.onPaste}
            onFocus={given.onFocus}
            autoCapitalize="off"
            spellCheck={false}
            className="min-h-10 min-w-0 flex-1 bg-transparent text-[15px] text-ink outline-none placeholder:text-ink3"
          />
          <DialogClose />
        </div>
        <Autocomplete.Empty className="px-4 py-6 text-ink2 empty:p-0">{texts.none}</Autocomplete.Empty>
        <Autocomplete.List
          aria-label={texts.list}
          className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-1.5 outline-none empty:p-0"
        >
          {(group: PaletteGroup) => <Entries key={group.value} group={group} onChoose={choose} />}
        </Autocomplete.List>
        <Footer />
        <span role="status" className="sr-only">
          {count === 0 ? '' : texts.count(count, format)}
        </span>
      </Autocomplete.Root>
    </DialogFrame>
  );
}

interface EntriesProps {
  readonly group: PaletteGroup;
  readonly onChoose: (entry: PaletteEntry) => void;
}

function Entries({ group, onChoose }: EntriesProps) {
  return (
    <Autocomplete.Group items={group.items} className="not-first:mt-1">
      <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-[12px] text-ink3">
        {group.value}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(entry: PaletteEntry) => (
          <Autocomplete.Item
            key={entry.id}
            value={entry}
            onClick={() => onChoose(entry)}
            className="flex min-h-9 cursor-pointer scroll-my-2 flex-wrap items-center gap-x-3 rounded-md px-2.5 py-1 outline-none select-none data-highlighted:bg-line2 forced-colors:data-highlighted:outline-2"
          >
            <span className="min-w-0 flex-1 basis-60 wrap-anywhere">{entry.text}</span>
            {entry.detail !== null && <span className="text-[12.5px] text-ink3">{entry.detail}</span>}
            {entry.keys !== null && (
              <span className="max-sm:hidden">
                <KeysShown keys={entry.keys} />
              </span>
            )}
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  );
}

function Footer() {
  const { keys, keysHelp } = useViewer().catalogue;
  const { caps } = keys;
  const { palette } = keysHelp;
  return (
    <p
      aria-hidden="true"
      className="flex items-center gap-4 border-t border-line px-4 py-2 text-[12px] text-ink3 max-sm:hidden"
    >
      <span className="flex items-center gap-1">
        <Cap>↑</Cap>
        <Cap>↓</Cap> {palette.move}
      </span>
      <span className="flex items-center gap-1">
        <Cap>↵</Cap> {palette.choose}
      </span>
      <span className="flex items-center gap-1">
        <Cap>{caps.escape}</Cap> {palette.close}
      </span>
    </p>
  );
}
