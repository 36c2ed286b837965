/** The history of a flow: fetched and read in the browser, once it has taken the page over. */
import { underBase } from '#contract/base-path.ts';
import type { Flow } from '#model/flow/flow.ts';
import type { EpochMs } from '#model/values/time.ts';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { Panel } from '#ui/panel.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Observed } from './observed.ts';

const HistoryList = later(async () => (await import('./history-list.tsx')).HistoryList).Part;

export interface HistoryPanelProps {
  readonly trackingId: string;
  /** The flow that the page shows. */
  readonly flow: Flow;
  /** Of the answer that is shown; null where it comes from the history itself. */
  readonly asOf: EpochMs | null;
  /** What was seen later is listed, and not used; everything is used by default. */
  readonly until?: EpochMs;
  /** Whether more is to be expected. */
  readonly following: boolean;
  /** Told what the history says of the flow. Must stay the same function. */
  readonly onObserved: (observed: Observed) => void;
}

export function HistoryPanel(props: HistoryPanelProps) {
  const texts = useViewer().catalogue.history;
  const json = underBase(`/api/history/${encodeURIComponent(props.trackingId)}`);
  return (
    <Panel
      title={texts.title}
      className="print:hidden"
      actions={
        <a href={json} className="text-[0.75rem] text-ink2 underline">
          {texts.asJson}
        </a>
      }
    >
      <Late fallback={<p className="mt-1 text-[0.8125rem] text-ink3">{texts.later}</p>}>
        <HistoryList {...props} />
      </Late>
    </Panel>
  );
}
