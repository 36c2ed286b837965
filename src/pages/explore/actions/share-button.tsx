/** Copies the address of this view, with the zone it is seen in and without what is personal. */

import { useState } from 'react';
import { useLocation } from 'react-router';
import { underBase } from '#contract/base-path.ts';
import type { ExploreView } from '#features/explore/explore-address.ts';
import { useMoments } from '#features/explore/moments.ts';
import type { Bounds } from '#model/explore/range.ts';
import { Button } from '#ui/button.tsx';
import { copyOrOffer } from '#ui/by-hand.ts';
import { Flyout } from '#ui/flyout.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { rangeText } from '../filters/range-text.ts';
import { sharedQuery } from './share-address.ts';

interface ShareButtonProps {
  readonly view: ExploreView;
  /** The times that are seen now, whatever the range is called. */
  readonly bounds: Bounds;
  /** The address leaves values out. */
  readonly partial: boolean;
}

type State = 'idle' | 'copied' | 'failed';

/** Copies with exact times; where the range is a relative one, a choice beside it keeps it so. */
export function ShareButton({ view, bounds, partial }: ShareButtonProps) {
  const viewer = useViewer();
  const moments = useMoments();
  const { search, pathname } = useLocation();
  const texts = viewer.catalogue.explore.views;
  const [state, setState] = useState<State>('idle');
  const copy = async (exact: boolean) => {
    const others = new URLSearchParams(search);
    const query = sharedQuery(view, exact ? bounds : null, { zone: viewer.zone, others });
    setState((await copyOrOffer(`${location.origin}${underBase(pathname)}${query}`)) ? 'copied' : 'failed');
  };
  const said = { idle: '', copied: partial ? texts.sharedWithout : texts.shared, failed: texts.shareFailed }[state];
  const { range } = view;
  const relative = range.kind === 'between' ? null : rangeText(range, viewer, moments);
  return (
    <span className="flex gap-1">
      <Button onClick={() => void copy(true)} onBlur={() => setState('idle')} title={said === '' ? undefined : said}>
        {state !== 'idle' && <span aria-hidden="true">{state === 'copied' ? '✓' : '✕'}</span>}
        {texts.share}
        <span role="status" className="sr-only">
          {said}
        </span>
      </Button>
      {relative !== null && (
        <Flyout text={<span aria-hidden="true">▾</span>} label={texts.shareMore} title={texts.shareMore}>
          {(close) => (
            <div className="grid gap-1.5">
              {[true, false].map((exact) => (
                <Button
                  key={String(exact)}
                  wraps
                  className="justify-start text-left"
                  onClick={() => void copy(exact).then(close)}
                >
                  {exact
                    ? texts.shareExact(rangeText({ kind: 'between', ...bounds }, viewer, moments))
                    : range.kind === 'day'
                      ? texts.shareDay(relative)
                      : texts.shareMoving(relative)}
                </Button>
              ))}
            </div>
          )}
        </Flyout>
      )}
    </span>
  );
}
