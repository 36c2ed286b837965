/** How the fields of Explore's small forms look. */
export const fieldClass =
  'h-8 w-full rounded-[7px] border border-line bg-bg px-2 text-[13px] text-ink aria-invalid:border-bad disabled:opacity-60';

export const chipClass =
  'inline-flex min-h-[26px] cursor-pointer items-center gap-1.5 rounded-full border border-line bg-panel px-2.5 py-[3px] text-left text-[12.5px] text-ink2 hover:border-ink3';
