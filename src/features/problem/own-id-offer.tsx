/** Beside a flow that Routee does not know: looks for the ID among the messages of the last 24 h, when asked to. */
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { gatewayNow } from '#api/clock.ts';
import { type OwnIdProgress, type OwnIdResult, searchOwnId } from '#api/own-id-search.ts';
import { fetchOwnIdPage } from '#api/search-options.ts';
import type { OwnIdHolder } from '#model/lookup/own-id.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';
import { flowAddress } from '../search/flow-address.ts';
import { failureText } from './failure-text.ts';

type Look =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking'; readonly progress: OwnIdProgress }
  | { readonly kind: 'ended'; readonly result: OwnIdResult }
  | { readonly kind: 'cancelled'; readonly progress: OwnIdProgress }
  | { readonly kind: 'failed'; readonly progress: OwnIdProgress; readonly error: Error };

const nothingYet: OwnIdProgress = { flows: 0, total: null };

/** The component must be keyed by the ID. */
function useOwnIdSearch(id: string) {
  const [look, setLook] = useState<Look>({ kind: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const start = () => {
    const controller = new AbortController();
    stop.current = controller;
    let progress = nothingYet;
    const onProgress = (made: OwnIdProgress) => {
      progress = made;
      if (!controller.signal.aborted) setLook({ kind: 'looking', progress });
    };
    onProgress(nothingYet);
    searchOwnId({
      ask: (criteria, page, signal) => fetchOwnIdPage(criteria, page, id, signal),
      now: gatewayNow(),
      signal: controller.signal,
      onProgress,
    }).then(
      (result) => !controller.signal.aborted && setLook({ kind: 'ended', result }),
      (error: unknown) =>
        !controller.signal.aborted &&
        setLook({ kind: 'failed', progress, error: error instanceof Error ? error : new Error(String(error)) }),
    );
  };
  const cancel = () => {
    stop.current?.abort();
    setLook((now) => (now.kind === 'looking' ? { kind: 'cancelled', progress: now.progress } : now));
  };
  return { look, start, cancel };
}

export function OwnIdOffer({ id }: { readonly id: string }) {
  const texts = useViewer().catalogue.ownId;
  const { look, start, cancel } = useOwnIdSearch(id);
  const looking = look.kind === 'looking';
  return (
    <Panel
      title={texts.title}
      className="print:hidden"
      actions={
        // One button for both, so that the focus stays where it is.
        <Button size="small" onClick={looking ? cancel : start}>
          {looking ? texts.cancel : look.kind === 'idle' ? texts.ask : texts.again}
        </Button>
      }
    >
      <p className="mt-1 text-[0.8125rem] text-ink3">{texts.intro}</p>
      {looking && <Progress progress={look.progress} />}
      <div role="status" className="text-[0.8125rem]">
        <Said look={look} />
      </div>
    </Panel>
  );
}

function Progress({ progress: { flows, total } }: { readonly progress: OwnIdProgress }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.ownId;
  if (total === null) return <p className="mt-2 text-[0.8125rem]">{texts.starting}</p>;
  return (
    <div className="mt-2 grid gap-1">
      <progress className="h-1.5 w-full accent-accent" aria-label={texts.bar} max={Math.max(1, total)} value={flows} />
      <p className="text-[0.8125rem] tabular-nums">{texts.progress(format.number(flows), format.number(total))}</p>
    </div>
  );
}

function Said({ look }: { readonly look: Look }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.ownId;
  switch (look.kind) {
    case 'idle':
    case 'looking':
      return null;
    case 'cancelled':
      return <p className="mt-2">{texts.cancelled(look.progress.flows, format)}</p>;
    case 'failed': {
      const { title } = failureText(look.error, catalogue);
      return <p className="mt-2 text-bad">{texts.failed(look.progress.flows, format, title)}</p>;
    }
    case 'ended':
      return look.result.holder === null ? <None result={look.result} /> : <Found holder={look.result.holder} />;
  }
}

function None({ result: { flows, total } }: { readonly result: OwnIdResult }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.ownId;
  const all = total === null || total <= flows;
  const said =
    flows === 0
      ? texts.noFlows
      : all
        ? texts.none(flows, format)
        : texts.noneOfNewest(flows, format.number(total), format);
  return (
    <p className="mt-2">
      <strong className="font-medium">{said}</strong> {texts.older}
    </p>
  );
}

function Found({ holder }: { readonly holder: OwnIdHolder }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.ownId;
  const { trackingId, stepIndex, field, part } = holder;
  const step = stepIndex + 1;
  const which = field === 'smsId' && part !== null ? texts.part(format.number(part)) : texts.field[field];
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <p>
        <strong className="font-medium">{texts.found(format.number(step), format.channelName(holder.channel))}</strong>{' '}
        {which}
      </p>
      <Link to={`${flowAddress(trackingId)}?step=${step}`} className={buttonLooks({ size: 'small', wraps: true })}>
        {texts.open(shownText(trackingId, 140))}
      </Link>
    </div>
  );
}
