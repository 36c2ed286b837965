/** What the timeline's shapes mean: only those that the drawing holds. */
import type { Timeline } from '#model/readings/timeline.ts';
import { useViewer } from '#ui/viewer.tsx';
import { isExplained } from '../look/row-texts.ts';

const box = { x: 1, y: 3, width: 14, height: 8, rx: 2 } as const;

interface LegendProps {
  readonly timeline: Timeline;
  /** Without the hint how to zoom. */
  readonly still: boolean;
  /** Whether there are changes that the history saw. */
  readonly observed: boolean;
}

export function Legend({ timeline, still, observed }: LegendProps) {
  const { timeline: texts, history } = useViewer().catalogue;
  const kinds = new Set(
    timeline.rows.flatMap((row) => row.lanes.flatMap((lane) => lane.intervals.map(({ kind }) => kind))),
  );
  const handovers = timeline.rows.flatMap((row) => row.handover ?? []);
  const listed = handovers.filter(isExplained).length;
  const ttl = timeline.rows.some((row) => row.ttl !== null && row.ttl.deadline <= timeline.end);
  const set = `${[...kinds].sort()} ${ttl} ${listed > 0} ${listed < handovers.length} ${observed}`;
  return (
    // Another set of entries is another legend: none of the old ones moves.
    <div
      key={set}
      className="mt-2 hidden flex-wrap items-center gap-x-5 gap-y-1 text-[0.75rem] text-ink3 drawn:flex drawn-widest:pl-(--names)"
    >
      {kinds.has('waiting') && (
        <Entry text={texts.legend.waiting}>
          <rect {...box} fill="none" stroke="currentColor" />
        </Entry>
      )}
      {kinds.has('open') && (
        <Entry text={texts.legend.open}>
          <rect {...box} fill="none" stroke="currentColor" strokeDasharray="4 2" />
        </Entry>
      )}
      {kinds.has('ringing') && (
        <Entry text={texts.legend.ringing}>
          <rect {...box} fill="none" stroke="currentColor" strokeDasharray="2 2" />
        </Entry>
      )}
      {kinds.has('talking') && (
        <Entry text={texts.legend.talking}>
          <rect {...box} fill="currentColor" />
        </Entry>
      )}
      {ttl && (
        <Entry text={texts.legend.ttl}>
          <path d="M8 0v14" stroke="currentColor" strokeWidth={1.5} strokeDasharray="3 3" />
        </Entry>
      )}
      {listed > 0 && (
        <Entry text={texts.legend.failover} className="text-bad">
          <path d="M1 7h10m-4-4 4 4-4 4" fill="none" stroke="currentColor" strokeWidth={1.6} />
        </Entry>
      )}
      {listed < handovers.length && (
        <Entry text={texts.legend.notListed} className="text-warn">
          <path d="M1 7h10m-4-4 4 4-4 4" fill="none" stroke="currentColor" strokeWidth={1.6} />
        </Entry>
      )}
      {observed && (
        <Entry text={history.legend} className="text-run">
          <path d="M2 3v8M14 3v8M2 7h12" fill="none" stroke="currentColor" strokeWidth={1.5} />
        </Entry>
      )}
      {!still && (
        <span className="ml-auto hidden text-[0.6875rem] drawn-widest:inline print:hidden!">{texts.keysHint}</span>
      )}
    </div>
  );
}

interface EntryProps {
  readonly text: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

function Entry({ text, className = '', children }: EntryProps) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${className}`}>
      <svg aria-hidden="true" width={16} height={14}>
        {children}
      </svg>
      {text}
    </span>
  );
}
