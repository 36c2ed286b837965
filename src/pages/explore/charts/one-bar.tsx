/** What would be a chart of one bar: its values as figures. */

interface OneBarProps {
  readonly title: string;
  readonly values: readonly { readonly name: string; readonly value: string; readonly fill: string }[];
}

export function OneBar({ title, values }: OneBarProps) {
  return (
    <div className="grid h-full content-center justify-items-center gap-3">
      <p className="text-[0.8125rem] text-ink2">{title}</p>
      <dl className="flex flex-wrap justify-center gap-x-8 gap-y-3">
        {values.map(({ name, value, fill }) => (
          <div key={name} className="text-center">
            <dt className="inline-flex items-center gap-1.5 text-[0.75rem] text-ink3">
              <i aria-hidden="true" className="block size-2.5 rounded-[2px]" style={{ background: fill }} />
              {name}
            </dt>
            <dd className="text-[1.625rem] leading-tight font-[640] tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
