/** A time of day in the viewer's zone, with its date where it is not of the day of `of`. Its exact date, zone and ISO form are on hover; a click copies the ISO form. */
import { useEffect, useState } from 'react';
import type { EpochMs } from '#model/values/time.ts';
import { copyOrOffer } from './by-hand.ts';
import { useViewer } from './viewer.tsx';

const shownForMs = 1500;

export function TimeText({ at, of = null }: { readonly at: EpochMs; readonly of?: EpochMs | null }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.app.time;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const iso = new Date(at).toISOString();
  const text = format.timeOn(at, of);
  return (
    <button
      type="button"
      title={texts.exact(format.dateTime(at), iso)}
      aria-label={`${text}, ${texts.copy}`}
      onClick={() => void copyOrOffer(iso).then(setCopied)}
      className="-my-[3px] cursor-copy rounded-sm py-[3px] underline decoration-transparent decoration-dotted underline-offset-3 hover:decoration-ink3"
    >
      <time dateTime={iso}>{text}</time>
      <span role="status" className={copied ? 'ml-1 text-ok' : 'sr-only'}>
        {copied ? texts.copied : ''}
      </span>
    </button>
  );
}
