/** One figure: its name, its value, what it is of, and either what is not known of it yet or its course. */
import type { ReactNode } from 'react';
import { usePartialText } from './partial.ts';
import { Sparkline } from './sparkline.tsx';

interface FigureProps {
  readonly name: string;
  readonly small: ReactNode;
  readonly title?: string | undefined;
  readonly unit?: string | null;
  readonly tone?: string;
  /** What the same figure can be of the whole range. */
  readonly bounds?: string | undefined;
  /** The figure is of the whole range, whatever is loaded. */
  readonly whole?: boolean;
  /** Bar by bar; undefined where there is no range. */
  readonly course?: readonly (number | null)[] | undefined;
  /** What it was in the range before. */
  readonly before?: string | undefined;
  readonly children: ReactNode;
}

export function Figure(props: FigureProps) {
  const { name, small, title, unit = null, tone = '', bounds, whole = false, course, before, children } = props;
  const partial = usePartialText();
  const says = whole || partial === null ? [] : [partial, bounds].filter((one) => one !== undefined);
  return (
    <dl className="min-w-0 rounded-xl border border-line bg-panel px-4 py-[13px] max-sm:nth-5:col-span-2" title={title}>
      <dt className="text-ink3">{name}</dt>
      <dd>
        <b className={`mt-0.5 block text-[21px] leading-snug font-[640] ${tone}`}>
          {children} {unit !== null && <span className="text-[12px] font-[450] text-ink3">{unit}</span>}
        </b>
        {/* Room for two lines, on a phone for three, so that nothing below moves when the figures come. */}
        <span className="block min-h-[36px] text-[12px] text-ink3 max-sm:min-h-[54px]">{small}</span>
        {/* One place for what is not known while flows come, and for the course once all are there: nothing below moves. */}
        {(says.length > 0 || course !== undefined) && (
          <span className="flex min-h-[36px] flex-wrap content-end items-end gap-x-2 text-[12px]">
            {says.map((line) => (
              <span key={line} className="block w-full font-medium text-warn">
                {line}
              </span>
            ))}
            {says.length === 0 && course !== undefined && course.length > 1 && <Sparkline values={course} />}
            {says.length === 0 && before !== undefined && <span className="text-ink2">{before}</span>}
          </span>
        )}
      </dd>
    </dl>
  );
}
