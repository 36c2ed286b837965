/** The time axis: offsets from the flow's creation above grid lines, and the line of "now". */
import type { CSSProperties } from 'react';
import { useViewer } from '#ui/viewer.tsx';
import { offsetText, originOf } from '../look/row-texts.ts';
import type { Drawing } from './drawing.ts';
import { axisHeight } from './layout.ts';
import { inPlot, percent, rem } from './places.ts';
import { type Tick, ticks } from './ticks.ts';

/**
 * Marks stand at least 8.5 rem apart. What share of the plot that is depends on its width, which is not known here: so
 * there is a set of marks for each range of widths, and the style sheet shows the one that fits. `least` is 8.5 rem in
 * per cent of the narrowest plot of its range.
 */
const sets = [
  { least: 34, shown: 'drawn-wide:hidden' },
  { least: 28, shown: 'hidden drawn-wide:block drawn-widest:hidden' },
  { least: 18, shown: 'hidden drawn-widest:block drawn-full:hidden' },
  { least: 15, shown: 'hidden drawn-full:block' },
] as const;

export function Axis({ drawing }: { readonly drawing: Drawing }) {
  const { flow, timeline, view, now, head, height } = drawing;
  const viewer = useViewer();
  const origin = originOf(flow, timeline);
  const nowPlace = flow.running ? drawing.place(now) : null;
  const shownNow = nowPlace !== null && inPlot(nowPlace) ? nowPlace : null;
  const line = { top: rem(axisHeight - 0.25), height: rem(height - axisHeight + 0.25) };
  return (
    <div aria-hidden="true" className="text-[0.71875rem] leading-5 text-ink3">
      {sets.map(({ least, shown }) => (
        <div key={least} className={shown}>
          {ticks({ scale: view.scale, origin, least }).map((tick) => (
            <div key={tick.at}>
              <i
                className="absolute block w-px"
                style={{ ...line, left: percent(tick.x), background: 'var(--grid)' }}
              />
              {!isTaken(tick, shownNow, least) && (
                <span data-label className="absolute top-0 block truncate" style={labelStyle(tick, least)}>
                  {offsetText(tick.at, origin, viewer)}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
      {shownNow !== null && (
        <>
          <i
            data-now
            className="absolute block border-l border-dashed border-run"
            style={{
              left: percent(shownNow),
              top: rem(axisHeight - 0.375),
              height: rem(height - head + (head - axisHeight) + 0.375),
            }}
          />
          <span
            data-label
            className="absolute top-0 block font-semibold text-run"
            style={{ left: percent(shownNow), transform: `translateX(${percent(-shownNow)})` }}
          >
            {viewer.catalogue.timeline.now}
          </span>
        </>
      )}
    </div>
  );
}

/** A label that would stand where "now" does is left out. */
const isTaken = ({ x }: Tick, now: number | null, least: number) => now !== null && Math.abs(x - now) < least * 0.55;

/** Over its line; near an edge of the plot, moved inside. No wider than keeps it off its neighbours. */
function labelStyle({ x }: Tick, least: number): CSSProperties {
  const half = least / 2;
  const before = x < half ? (x / half) * 50 : x > 100 - half ? 100 - ((100 - x) / half) * 50 : 50;
  return { left: percent(x), transform: `translateX(${percent(-before)})`, maxWidth: '5.6rem' };
}
