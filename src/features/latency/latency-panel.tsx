/** How long the flow took: each step by its timestamps and as reported, and where the time went. */
import type { Flow } from '#model/flow/flow.ts';
import type { LatencyReading, LatencySplit } from '#model/readings/latency.ts';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { Disclosure } from '../fields/disclosure.tsx';
import { channelText, type Words } from '../look/row-texts.ts';
import { latencyAxis } from './latency-axis.ts';
import { type LatencyRows, latencyRows } from './latency-bars.ts';
import { LatencyTable } from './latency-table.tsx';

const LatencyChart = later(async () => (await import('./latency-chart.tsx')).LatencyChart).Part;
/** The chart's height is reserved before it is there. */
const chartAxisHeight = 26;

interface LatencyPanelProps {
  readonly reading: LatencyReading;
  readonly flow: Flow;
}

export function LatencyPanel({ reading, flow }: LatencyPanelProps) {
  const viewer = useViewer();
  const texts = viewer.catalogue.latency;
  const rows = latencyRows(reading, flow);
  const axis = latencyAxis(
    rows.bars.flatMap((bar) => [bar.value ?? [], bar.least ?? [], bar.reported?.ms ?? []].flat()),
  );
  const doubts = doubtsOf(reading, flow, viewer);
  return (
    <section
      aria-labelledby="latency-title"
      className="min-w-0 break-inside-avoid rounded-xl border border-line bg-panel px-[18px] py-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="latency-title" className="text-[13px] font-semibold">
          {texts.title}
        </h2>
        {rows.bars.length > 0 && <Key rows={rows} />}
      </div>
      {rows.bars.length === 0 && <p className="mt-3 text-ink3">{texts.nothing}</p>}
      {rows.bars.length > 0 && (
        <div
          className="mt-3 noscript:hidden print:has-[[data-late]:empty]:hidden"
          style={{ minHeight: rows.height + chartAxisHeight }}
        >
          <Late fallback={null}>
            <LatencyChart rows={rows} axis={axis} nameOf={(index) => stepName(index, flow, viewer)} />
          </Late>
        </div>
      )}
      {rows.cut && (
        <p className="text-[12px] text-ink3">
          {texts.drawn(viewer.format.number(rows.names.length), viewer.format.number(reading.steps.length))}
        </p>
      )}
      {doubts.map((doubt) => (
        <p key={doubt} className="mt-2 text-[13px] text-warn">
          {doubt}
        </p>
      ))}
      {reading.split !== null && <Split split={reading.split} />}
      {rows.bars.length > 0 && (
        <Disclosure summary={texts.table} always>
          <LatencyTable reading={reading} flow={flow} />
        </Disclosure>
      )}
    </section>
  );
}

function stepName(index: number, flow: Flow, words: Words): string {
  const step = flow.steps[index];
  const channel = step === undefined ? words.catalogue.latency.none : channelText(step, words);
  return words.catalogue.latency.step(words.format.number(index + 1), channel);
}

function Key({ rows: { bars } }: { readonly rows: LatencyRows }) {
  const texts = useViewer().catalogue.latency;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-[12px] text-ink3">
      <span>{texts.scale}</span>
      <span aria-hidden="true">·</span>
      <span className="inline-flex items-center gap-1">
        <span aria-hidden="true" className="inline-block h-2.5 w-1.5 rounded-[1px] bg-ink2" />
        {texts.byTimestamps}
      </span>
      <span className="inline-flex items-center gap-1">
        <span aria-hidden="true" className="inline-block size-2 rotate-45 bg-ink2" />
        {texts.asReported}
      </span>
      {bars.some((bar) => bar.open) && (
        <span className="inline-flex items-center gap-1">
          <span aria-hidden="true" className="inline-block h-2.5 w-1.5 rounded-[1px] bg-ink2/55" />
          {texts.stillWaiting}
        </span>
      )}
      {bars.some((bar) => bar.least !== null && bar.least !== bar.value) && (
        <span className="inline-flex items-center gap-1">
          <span aria-hidden="true" className="inline-block h-2.5 w-1.5 rounded-l-[1px] bg-ink2" />
          <span aria-hidden="true" className="-ml-1 inline-block h-2.5 w-1.5 rounded-r-[1px] bg-ink2/45" />
          {texts.shortestToLongest}
        </span>
      )}
    </p>
  );
}

function Split({ split }: { readonly split: LatencySplit }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.latency.split;
  const parts = [
    [texts.total, split.totalMs],
    [texts.channel, split.channelMs],
    [texts.ttl, split.ttlMs],
    [texts.handover, split.handoverMs],
    [texts.other, split.otherMs],
  ] as const;
  return (
    <dl aria-label={texts.title} className="mt-3 flex flex-wrap gap-x-6 gap-y-2 border-t border-line2 pt-3 text-[13px]">
      {parts.map(([name, ms]) => (
        <div key={name}>
          <dt className="text-[12px] text-ink3">{name}</dt>
          <dd className="font-semibold">{format.duration(ms)}</dd>
        </div>
      ))}
    </dl>
  );
}

const mostDoubts = 3;

/** One sentence for each step whose reported latency its timestamps contradict. */
function doubtsOf(reading: LatencyReading, flow: Flow, words: Words): string[] {
  const { catalogue, format } = words;
  const texts = catalogue.latency;
  const doubts = reading.steps.flatMap((step) => {
    const doubtful = step.messages.filter(
      ({ reported }) => reported?.unit === 'seconds' || reported?.unit === 'neither',
    );
    const [first] = doubtful;
    if (first === undefined || first.reported === null || first.measuredMs === null) return [];
    const name = stepName(step.stepIndex, flow, words);
    const value = format.number(first.reported.value);
    const measured = format.duration(first.measuredMs);
    const says =
      first.reported.unit === 'seconds'
        ? texts.seconds(name, value, format.duration(first.reported.value), measured)
        : texts.neither(name, value, measured);
    return [doubtful.length === 1 ? says : `${says} ${texts.moreDoubts(format.number(doubtful.length - 1))}`];
  });
  return doubts.slice(0, mostDoubts);
}
