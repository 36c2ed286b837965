/** What more there is to see of the result, in one line: each opens under it. */
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';

/** More charts; where attempts fail. */
export interface Opened {
  readonly charts: boolean;
  readonly failing: boolean;
}

interface MoreLineProps {
  readonly opened: Opened;
  readonly disabled: boolean;
  readonly onOpened: (opened: Opened) => void;
}

export function MoreLine({ opened, disabled, onOpened }: MoreLineProps) {
  const { explore, failing } = useViewer().catalogue;
  return (
    <div className="-my-1 flex flex-wrap items-center justify-center gap-2">
      <Toggle
        text={opened.charts ? explore.charts.less : explore.charts.more}
        open={opened.charts}
        disabled={disabled}
        onToggle={() => onOpened({ ...opened, charts: !opened.charts })}
      />
      <Toggle
        text={opened.failing ? failing.hide : failing.show}
        open={opened.failing}
        disabled={disabled}
        onToggle={() => onOpened({ ...opened, failing: !opened.failing })}
      />
    </div>
  );
}

interface ToggleProps {
  readonly text: string;
  readonly open: boolean;
  readonly disabled: boolean;
  readonly onToggle: () => void;
}

function Toggle({ text, open, disabled, onToggle }: ToggleProps) {
  return (
    <Button size="small" disabled={disabled} aria-expanded={open} onClick={onToggle}>
      {text} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
    </Button>
  );
}
