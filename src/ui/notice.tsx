/** Something a person must know before the rest: what is wrong, and what to do about it. */
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'bad';
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once when it appears. */
  readonly alert?: boolean;
}

const looks = {
  info: 'border-run bg-run-soft',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
} as const;

export function Notice({ tone, title, children, actions, alert = false }: NoticeProps) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className={`flex flex-wrap items-start justify-between gap-x-6 gap-y-2.5 rounded-xl border px-4 py-3 wrap-anywhere ${looks[tone]}`}
    >
      <div className="min-w-0 flex-1 basis-80">
        <div className="font-semibold">{title}</div>
        {children !== undefined && <div className="mt-0.5 text-ink2">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
