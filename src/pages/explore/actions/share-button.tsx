/** Copies the address of this view, with the zone it is seen in and without what is personal. */
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '#ui/button.tsx';
import { copyOrOffer } from '#ui/by-hand.ts';
import { useViewer } from '#ui/viewer.tsx';

/** `partial`: the address leaves values out. */
export function ShareButton({ partial }: { readonly partial: boolean }) {
  const { catalogue, zone } = useViewer();
  const location = useLocation();
  const texts = catalogue.explore.views;
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = () => {
    const search = new URLSearchParams(location.search);
    if (zone === 'UTC') search.delete('tz');
    else search.set('tz', zone);
    void copyOrOffer(`${globalThis.location.origin}${location.pathname}?${search}`).then((copied) =>
      setState(copied ? 'copied' : 'failed'),
    );
  };
  const said = { idle: '', copied: partial ? texts.sharedWithout : texts.shared, failed: texts.shareFailed }[state];
  return (
    <Button onClick={copy} onBlur={() => setState('idle')} title={said === '' ? undefined : said}>
      {state !== 'idle' && <span aria-hidden="true">{state === 'copied' ? '✓' : '✕'}</span>}
      {texts.share}
      <span role="status" className="sr-only">
        {said}
      </span>
    </Button>
  );
}
