/** Images and videos of a message. They load only when the person asks, having been told where from. */
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { Inert } from '../look/inert.tsx';
import { shownText } from '../look/visible-text.ts';
import { webAddress } from '../look/web-address.ts';

interface RemoteMediaProps {
  readonly kind: 'image' | 'video' | 'thumbnail';
  readonly url: string;
}

export function RemoteMedia({ kind, url }: RemoteMediaProps) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.cards.content;
  const [state, setState] = useState<'idle' | 'shown' | 'failed'>('idle');
  const address = webAddress(url);
  const name = texts[kind];
  if (address.kind === 'inert') return <Inert name={name} text={address.text} />;
  const host = shownText(address.host, 40);
  if (masked) return <span className="text-[12px] text-ink2">{texts.masked(name, host)}</span>;
  if (state === 'failed') return <span className="text-[12px] text-bad">{texts.failed(name, host)}</span>;
  if (state === 'idle') {
    return (
      <Button size="small" title={texts.loadHint(host)} onClick={() => setState('shown')}>
        {texts.load(name, host)}
      </Button>
    );
  }
  const shared = { src: address.href, onError: () => setState('failed') };
  return (
    <span className="flex w-full flex-col items-start gap-2">
      {kind === 'video' ? (
        <video {...shared} controls preload="metadata" className="max-h-64 max-w-full rounded-lg" />
      ) : (
        <img {...shared} alt={texts.imageAlt} referrerPolicy="no-referrer" className="max-h-64 max-w-full rounded-lg" />
      )}
      <Button size="small" onClick={() => setState('idle')}>
        {texts.hide(name)}
      </Button>
    </span>
  );
}
