/** A button in the looks of the product, which paper has no use for. A link that looks like one takes `buttonLooks`. */
import type { ComponentPropsWithRef } from 'react';

interface Looks {
  readonly size?: 'small' | 'normal' | undefined;
  readonly tone?: 'plain' | 'accent' | undefined;
  /** Takes more than one line where its text needs them. */
  readonly wraps?: boolean | undefined;
}

interface ButtonProps extends ComponentPropsWithRef<'button'>, Looks {
  /** For a button that stays down. */
  readonly pressed?: boolean | undefined;
}

export function buttonLooks({ size = 'normal', tone = 'plain', wraps = false }: Looks = {}): string {
  const height = size === 'small' ? 'min-h-7 px-2.5 text-[12.5px]' : 'min-h-8 px-[11px] text-[13px]';
  const colour =
    tone === 'accent'
      ? 'border-transparent bg-accent text-panel hover:brightness-110'
      : 'border-line bg-panel text-ink2 hover:bg-line2 hover:text-ink aria-pressed:bg-line2 aria-pressed:text-ink aria-pressed:font-medium';
  return `inline-flex items-center justify-center gap-1.5 rounded-[7px] border print:hidden ${wraps ? 'py-1 whitespace-normal' : 'whitespace-nowrap'} ${height} ${colour} cursor-pointer disabled:cursor-default disabled:opacity-55 disabled:hover:bg-panel`;
}

export function Button({ size, tone, wraps, pressed, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={`${buttonLooks({ size, tone, wraps })} ${className}`}
      {...rest}
    />
  );
}
