/** What keys do on a flow: go from step to step, change the scale, show the record. */
import type { Flow } from '#model/flow/flow.ts';
import { type ScaleKind, scaleToDraw, scaleToKeep } from '#model/readings/folding.ts';
import type { Timeline } from '#model/readings/timeline.ts';
import { announce } from '#ui/announce.ts';
import { useKey } from '#ui/keys.ts';
import { useViewer } from '#ui/viewer.tsx';
import type { FlowViewChange, FlowViewState } from './flow-view-state.ts';

interface Options {
  readonly flow: Flow;
  readonly timeline: Timeline;
  readonly view: FlowViewState;
  /** The step that is shown as chosen, by itself or by a finding. */
  readonly chosen: number | null;
  readonly onView: (change: FlowViewChange) => void;
}

export function useFlowKeys({ flow, timeline, view, chosen, onView }: Options): void {
  const { catalogue, format } = useViewer();
  const texts = catalogue.keys;
  const count = flow.steps.length;
  const choose = (index: number | null) => {
    onView({ step: index, finding: null });
    const step = index === null ? undefined : flow.steps[index];
    const said =
      step === undefined
        ? texts.noStepChosen
        : texts.stepChosen(format.number(step.index + 1), format.channelName(step.channel));
    announce(said, { unseen: true });
  };
  const steps = count > 0 && !view.raw;
  useKey({ id: 'nextStep', enabled: steps, run: () => choose(Math.min(count - 1, (chosen ?? -1) + 1)) });
  useKey({ id: 'previousStep', enabled: steps, run: () => choose(Math.max(0, (chosen ?? count) - 1)) });
  useKey({ id: 'clearStep', enabled: steps && (chosen !== null || view.finding !== null), run: () => choose(null) });
  useKey({
    id: 'scale',
    enabled: steps,
    run: () => onView(({ scale }) => ({ scale: nextScale(timeline, scale), opened: [], zoom: null })),
  });
  useKey({ id: 'raw', run: () => onView(({ raw }) => ({ raw: !raw })) });
}

/** The scale after the one that is drawn, of those that the flow has. */
function nextScale(timeline: Timeline, chosen: ScaleKind | null): ScaleKind | null {
  const kinds: readonly ScaleKind[] = timeline.idleGaps.length > 0 ? ['true', 'even', 'folded'] : ['true', 'even'];
  const next = kinds[(kinds.indexOf(scaleToDraw(timeline, chosen)) + 1) % kinds.length] ?? 'true';
  return scaleToKeep(timeline, next);
}
