/** A framed part of a page with a heading. */
import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title: string;
  /** At the right of the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Panel({ title, actions, children, className = '' }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`min-w-0 rounded-xl border border-line bg-panel px-[18px] pt-4 pb-[18px] ${className}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="text-[13px] font-semibold">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
