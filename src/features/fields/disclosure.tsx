/** Something long behind a summary; what is inside is only made when it is opened, unless it must be there for those without script. */
import { type ReactNode, useState } from 'react';
import { useTakenOver } from '#ui/first-drawing.ts';

interface DisclosureProps {
  readonly summary: ReactNode;
  /** Made at once, so that it opens without any script. */
  readonly always?: boolean;
  readonly children: ReactNode;
}

export function Disclosure({ summary, always = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  // A page without a script opens it, too: what the gateway draws is whole.
  const takenOver = useTakenOver();
  const [whole] = useState(!takenOver);
  return (
    <details className="mt-3 print:not-open:hidden" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded text-[12px] text-ink2 select-none hover:text-ink">
        {summary}
      </summary>
      {(always || open || whole) && <div className="mt-2">{children}</div>}
    </details>
  );
}
