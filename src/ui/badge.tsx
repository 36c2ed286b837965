/** A short word on a colour that says what it means; the word and its sign say it too. */
import type { ReactNode } from 'react';

export type Tone = 'ok' | 'bad' | 'run' | 'warn' | 'mute';

const looks: Readonly<Record<Tone, string>> = {
  ok: 'bg-ok-soft text-ok',
  bad: 'bg-bad-soft text-bad',
  run: 'bg-run-soft text-run',
  warn: 'bg-warn-soft text-warn',
  mute: 'bg-line2 text-ink2',
};

interface BadgeProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

export function Badge({ tone, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={`inline-flex shrink-0 items-center gap-[5px] rounded-full border border-transparent px-[9px] py-0.5 text-[12px] font-semibold ${looks[tone]}`}
    >
      {children}
    </span>
  );
}
