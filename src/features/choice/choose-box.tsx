/** The check box of a row: chooses its flow for a comparison. */
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';
import { toggleChosen } from './chosen-flows.ts';

interface ChooseBoxProps {
  readonly trackingId: string;
  readonly chosen: boolean;
  /** Whether Tab reaches it: that of the row which Tab reaches. */
  readonly active: boolean;
  readonly onActive: () => void;
}

/** Of the column that holds it. */
export const chooseWidthPx = 30;

export function ChooseBox({ trackingId, chosen, active, onActive }: ChooseBoxProps) {
  const texts = useViewer().catalogue.choice;
  return (
    // The label makes all of the cell a target of at least 24 px (WCAG 2.5.8).
    <label className="-my-1 flex min-h-6 min-w-6 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        checked={chosen}
        tabIndex={active ? 0 : -1}
        aria-label={texts.choose(shownText(trackingId, 40))}
        className="size-3.5 cursor-pointer accent-accent"
        onChange={() => toggleChosen(trackingId)}
        onFocus={onActive}
      />
    </label>
  );
}
