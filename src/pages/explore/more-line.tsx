/** What more there is to see of the result, in one line: each opens under it. */
import { type Dimension, dimensions } from '#model/explore/attempt.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';

/** More charts; where attempts fail. */
export interface Opened {
  readonly charts: boolean;
  readonly failing: boolean;
}

interface MoreLineProps {
  readonly by: Dimension | null;
  readonly onBy: (by: Dimension | null) => void;
  readonly opened: Opened;
  readonly disabled: boolean;
  readonly onOpened: (opened: Opened) => void;
}

export function MoreLine({ by, onBy, opened, disabled, onOpened }: MoreLineProps) {
  const { explore, failing, trouble } = useViewer().catalogue;
  return (
    <div className="-my-1 flex flex-wrap items-center gap-x-6 gap-y-2">
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="float-left mr-1 text-[0.8125rem] leading-7 text-ink3">{trouble.by}</legend>
        {dimensions.map((one) => (
          <Button
            key={one}
            size="small"
            disabled={disabled}
            pressed={by === one}
            onClick={() => onBy(by === one ? null : one)}
          >
            {failing.dimensions[one]}
          </Button>
        ))}
      </fieldset>
      <span className="ml-auto flex flex-wrap items-center gap-2">
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
      </span>
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
