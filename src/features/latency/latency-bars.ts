/** The bars of the latency chart: which, how thick and where, from a flow's latencies. */
import type { Flow } from '#model/flow/flow.ts';
import type { LatencyReading, LatencyUnit, MessageLatency, StepLatency } from '#model/readings/latency.ts';
import type { DurationMs } from '#model/values/time.ts';
import { channelColours } from '../look/looks.ts';

export interface LatencyBar {
  readonly key: string;
  readonly stepIndex: number;
  /** Null draws no bar, only what was reported. */
  readonly value: DurationMs | null;
  /** Of a bar that stands for several parts, the shortest of them; else the same as `value`. */
  readonly least: DurationMs | null;
  readonly open: boolean;
  readonly reported: { readonly ms: DurationMs; readonly unit: LatencyUnit } | null;
  readonly colour: string;
  /** In px from the top of the plot. */
  readonly top: number;
  readonly height: number;
}

export interface LatencyRows {
  readonly bars: readonly LatencyBar[];
  /** Where each drawn step's name stands. */
  readonly names: readonly { readonly stepIndex: number; readonly middle: number }[];
  readonly height: number;
  /** True where not all steps are drawn. */
  readonly cut: boolean;
}

const mostSteps = 12;
/** More parts than this share one bar. */
const mostParts = 8;
const rowHeight = 48;
const partPitch = 12;

const hasFigure = ({ measuredMs, reported }: MessageLatency) => measuredMs !== null || reported !== null;

export function latencyRows(reading: LatencyReading, flow: Flow): LatencyRows {
  const steps = reading.steps.filter((step) => step.messages.some(hasFigure));
  const bars: LatencyBar[] = [];
  const names: { stepIndex: number; middle: number }[] = [];
  let top = 0;
  for (const step of steps.slice(0, mostSteps)) {
    const single = step.messages.length === 1 || step.messages.length > mostParts;
    const height = single ? rowHeight : Math.max(rowHeight, step.messages.length * partPitch + 16);
    names.push({ stepIndex: step.stepIndex, middle: top + height / 2 });
    bars.push(...(single ? [wholeBar(step, flow, top + height / 2 - 11)] : partBars(step, flow, top + height / 2)));
    top += height;
  }
  return { bars, names, height: top, cut: steps.length > mostSteps };
}

function colourOf(step: StepLatency, flow: Flow): string {
  return channelColours(flow.steps[step.stepIndex]?.channel ?? { kind: 'missing' }).solid;
}

const positive = (ms: DurationMs | null) => (ms === null ? null : Math.max(0, ms));

function reportedOf({ reported }: MessageLatency): LatencyBar['reported'] {
  return reported === null ? null : { ms: reported.value, unit: reported.unit };
}

function wholeBar(step: StepLatency, flow: Flow, top: number): LatencyBar {
  const lengths = step.messages.flatMap(({ measuredMs }) => positive(measuredMs) ?? []);
  const worst = step.messages.find(({ reported }) => reported?.unit === 'seconds' || reported?.unit === 'neither');
  const shown = worst ?? step.messages.find(({ reported }) => reported !== null);
  return {
    key: `step ${step.stepIndex}`,
    stepIndex: step.stepIndex,
    value: lengths.length === 0 ? null : lengths.reduce((a, b) => Math.max(a, b)),
    least: lengths.length === 0 ? null : lengths.reduce((a, b) => Math.min(a, b)),
    open: step.messages.some(({ open }) => open),
    reported: shown === undefined ? null : reportedOf(shown),
    colour: colourOf(step, flow),
    top,
    height: 22,
  };
}

function partBars(step: StepLatency, flow: Flow, middle: number): LatencyBar[] {
  const first = middle - ((step.messages.length - 1) * partPitch + 8) / 2;
  return step.messages.map((message, index) => ({
    key: `message ${message.messageIndex}`,
    stepIndex: step.stepIndex,
    value: positive(message.measuredMs),
    least: positive(message.measuredMs),
    open: message.open,
    reported: reportedOf(message),
    colour: colourOf(step, flow),
    top: first + index * partPitch,
    height: 8,
  }));
}
