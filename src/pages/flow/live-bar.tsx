/** Of when the page is, when it looks again, and what the last look changed. */

import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { underBase } from '#contract/base-path.ts';
import { StartAnew } from '#features/demo/start-anew.tsx';
import type { Flow } from '#model/flow/flow.ts';
import { announce } from '#ui/announce.ts';
import { Button } from '#ui/button.tsx';
import { useTakenOver } from '#ui/first-drawing.ts';
import { useKey, useKeyHint } from '#ui/keys.ts';
import { useNow } from '#ui/use-now.ts';
import { useViewer } from '#ui/viewer.tsx';
import type { LiveFlow, News } from './use-live-flow.ts';

interface LiveBarProps {
  readonly live: LiveFlow;
  /** Null where the answer is no record. */
  readonly flow: Flow | null;
}

export function LiveBar({ live, flow }: LiveBarProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.flow.live;
  // A flow of unknown status is looked at again like one that runs, only slower.
  const running = flow !== null && !flow.ended;
  const known = flow === null || flow.running || flow.ended;
  const [ran, setRan] = useState(running);
  if (running && !ran) setRan(true);
  const key = useKeyHint('refresh');
  useKey({ id: 'pause', enabled: running, run: () => live.setPaused(!live.paused) });
  if (live.answer === undefined) return null;
  const { asOf } = live.answer;
  return (
    // Every piece has its place from the start: what comes and goes moves nothing.
    <section
      aria-label={texts.title}
      className="-my-1.5 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-[12.5px] text-ink3 print:hidden"
    >
      <span title={new Date(asOf).toISOString()} className={ran ? 'min-w-72' : ''}>
        {texts.asOf(format.clock(asOf), format.zoneName(asOf))}, <State live={live} running={running} known={known} />
      </span>
      <span className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          disabled={live.refreshing}
          title={key.title(texts.refresh)}
          aria-keyshortcuts={key.shortcut}
          onClick={live.refresh}
        >
          {texts.refresh}
        </Button>
        {ran && (
          <span className={running ? 'contents' : 'invisible contents'}>
            <Button size="small" disabled={!running} onClick={() => live.setPaused(!live.paused)}>
              {live.paused ? texts.resume : texts.pause}
            </Button>
            <NotifyButton disabled={!running} />
          </span>
        )}
        {ran && <StartAnew trackingId={live.trackingId} />}
      </span>
      {ran && <NewsLine news={live.news} />}
    </section>
  );
}

/** When it looks again, counted down. The countdown is no live region: nobody wants to hear every second. */
function State({ live, running, known }: { live: LiveFlow; running: boolean; known: boolean }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.flow.live;
  const now = useNow(live.nextAt === null ? null : 1000);
  if (live.refreshing) return texts.refreshing;
  if (live.nextAt !== null) {
    const leftMs = Math.max(0, Math.ceil((live.nextAt - now) / 1000) * 1000);
    const next = texts.nextIn(leftMs === 0 ? format.duration(1000) : format.duration(leftMs));
    if (!known) return `${texts.unknown}: ${next}`;
    return running ? next : `${texts.late}: ${next}`;
  }
  return live.paused && running ? texts.paused : running ? texts.paused : texts.done;
}

function NewsLine({ news }: { readonly news: News | null }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.flow.live;
  const said =
    news?.changes.map((change) =>
      change.kind === 'flow'
        ? texts.flowChange(change.from, change.to)
        : texts.stepChange(change.channel, change.from, change.to, format),
    ) ?? [];
  return (
    <span role="status" className="min-h-5 min-w-0 basis-full wrap-anywhere text-run">
      {news !== null && `${texts.changed(format.clock(news.asOf))} ${said.slice(0, 4).join(', ')}`}
    </span>
  );
}

/** The flow whose end is to be told, by a browser that allows it. Kept for the visit only. */
const wanted = new Set<string>();

function NotifyButton({ disabled }: { readonly disabled: boolean }) {
  const texts = useViewer().catalogue.flow.live;
  const { pathname } = useLocation();
  const [state, setState] = useState<'off' | 'on' | 'denied'>(wanted.has(pathname) ? 'on' : 'off');
  if (useTakenOver() && !('Notification' in globalThis)) return null;
  const ask = async () => {
    // A browser that forbids even to ask throws.
    const allowed = await Promise.resolve()
      .then(() => Notification.requestPermission())
      .catch(() => 'denied' as const);
    if (allowed === 'granted') wanted.add(location.pathname);
    setState(allowed === 'granted' ? 'on' : 'denied');
  };
  const stop = () => {
    wanted.delete(location.pathname);
    setState('off');
  };
  return (
    <>
      <Button
        size="small"
        disabled={disabled}
        pressed={state === 'on'}
        onClick={() => (state === 'on' ? stop() : void ask())}
      >
        {state === 'on' ? texts.notifyOn : texts.notify}
      </Button>
      {state === 'denied' && <span role="alert">{texts.notifyDenied}</span>}
    </>
  );
}

/** Chrome on Android has the class and throws when it is used: only a service worker may notify there. */
function raise(title: string, body: string): void {
  try {
    const notice = new Notification(title, { body, icon: underBase('/icon.svg'), tag: location.pathname });
    notice.addEventListener('click', () => focus());
  } catch {
    announce(title);
  }
}

/** Raises the notification that was asked for, when the flow has ended. Names no recipient. */
export function useEndNotice(flow: Flow | null, heading: string): void {
  const texts = useViewer().catalogue.flow.live;
  const ended = flow?.ended === true && flow.status.kind !== 'missing' ? flow.status.name : null;
  useEffect(() => {
    if (ended === null || !wanted.delete(location.pathname)) return;
    raise(texts.ended(ended), heading);
  }, [ended, heading, texts]);
}
