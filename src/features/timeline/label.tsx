/** A label of the drawing in the room that was found for it. */
import type { CSSProperties, ReactNode } from 'react';
import { FitText } from './fit-text.tsx';
import { percent, rem } from './places.ts';
import type { Region } from './regions.ts';

interface LabelProps {
  readonly region: Region;
  /** Of its upper edge, from the row's top, in rem. */
  readonly top: number;
  readonly colour?: string;
  readonly className?: string;
  /** Beside a round mark: a little farther away. */
  readonly byMark?: boolean;
  readonly children: ReactNode;
}

/** A box as wide as its region; its text keeps a little distance from what it belongs to. */
export function LabelBox({ region, top, colour, className = '', byMark = false, children }: LabelProps) {
  const style: CSSProperties = {
    left: percent(region.from),
    width: percent(region.to - region.from),
    top: rem(top),
    color: colour,
  };
  return (
    <div
      data-label
      className={`absolute z-[4] leading-[1.125rem] ${byMark ? 'px-3.5' : 'px-2'} ${className}`}
      style={style}
    >
      {children}
    </div>
  );
}

interface TextLabelProps extends Omit<LabelProps, 'children'> {
  readonly full: ReactNode;
  readonly short: ReactNode;
}

export function TextLabel({ full, short, ...box }: TextLabelProps) {
  const grounded = (text: ReactNode) =>
    box.region.over ? <span className="rounded bg-panel/90 px-1">{text}</span> : text;
  return (
    <LabelBox {...box}>
      <FitText full={grounded(full)} short={grounded(short)} align={box.region.align === 'end' ? 'end' : 'start'} />
    </LabelBox>
  );
}
