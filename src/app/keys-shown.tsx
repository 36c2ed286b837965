/** Keys as they look on a keyboard. */
import { Fragment } from 'react';
import { keyCaps } from '#ui/key-caps.ts';
import { useViewer } from '#ui/viewer.tsx';

export function Cap({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-grid h-[22px] min-w-[22px] place-items-center rounded-[5px] border border-line border-b-2 bg-bg px-1.5 font-sans text-[12px] leading-none text-ink2">
      {children}
    </kbd>
  );
}

/** One binding: keys held together side by side, keys one after the other with a word between them. */
export function KeysShown({ keys }: { readonly keys: string }) {
  const { catalogue } = useViewer();
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {keyCaps(keys, catalogue.keys.caps).map((held, place) => (
        <Fragment key={held.join('+')}>
          {place > 0 && <span className="text-[12px] text-ink3">{catalogue.app.shortcuts.next}</span>}
          {held.map((cap) => (
            <Cap key={cap}>{cap}</Cap>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
