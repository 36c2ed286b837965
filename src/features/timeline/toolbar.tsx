/** How the timeline is shown: even steps, true time, or idle time folded; and back to the whole. */
import type { ScaleKind } from '#model/readings/folding.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { TimelineView } from './use-timeline-view.ts';

interface ToolbarProps {
  readonly view: TimelineView;
  /** Whether there is idle time to fold. */
  readonly foldable: boolean;
}

export function Toolbar({ view, foldable }: ToolbarProps) {
  const texts = useViewer().catalogue.timeline;
  const choose = (kind: ScaleKind, text: string, hint?: string) => (
    <Button size="small" pressed={view.kind === kind} title={hint} onClick={() => view.choose(kind)}>
      {text}
    </Button>
  );
  return (
    <div className="hidden flex-wrap items-center gap-2 text-[0.75rem] text-ink3 drawn:flex print:hidden!">
      <span id="timeline-scale">{texts.scale}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend inside it */}
      <div role="group" aria-labelledby="timeline-scale" className="flex gap-2">
        {choose('even', texts.evenSteps, texts.evenStepsHint)}
        {choose('true', texts.trueTime, texts.trueTimeHint)}
        {foldable && choose('folded', texts.folded, texts.foldedHint)}
      </div>
      <Button size="small" onClick={view.fit} disabled={view.zoom === null} title={texts.fitHint}>
        {texts.fit}
      </Button>
    </div>
  );
}
