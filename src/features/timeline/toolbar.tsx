/** How the timeline is shown: even steps or true time, idle time folded or not, and back to the whole. */
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { ScaleKind, TimelineView } from './use-timeline-view.ts';

interface ToolbarProps {
  readonly view: TimelineView;
  readonly scale: ScaleKind;
  readonly onScale: (scale: ScaleKind) => void;
}

export function Toolbar({ view, scale, onScale }: ToolbarProps) {
  const texts = useViewer().catalogue.timeline;
  const choose = (kind: ScaleKind, text: string) => (
    <Button size="small" pressed={scale === kind} onClick={() => onScale(kind)}>
      {text}
    </Button>
  );
  return (
    <div className="flex flex-wrap items-center gap-2 text-[12px] text-ink3">
      <span id="timeline-scale">{texts.scale}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend inside it */}
      <div role="group" aria-labelledby="timeline-scale" className="flex gap-2">
        {choose('even', texts.evenSteps)}
        {choose('true', texts.trueTime)}
      </div>
      {view.gaps.length > 0 && (
        <Button size="small" onClick={view.toggleGaps}>
          {view.folded.length > 0 ? texts.unfold : texts.fold}
        </Button>
      )}
      <Button size="small" onClick={view.fit} disabled={view.zoom === null} title={texts.fitHint}>
        {texts.fit}
      </Button>
    </div>
  );
}
