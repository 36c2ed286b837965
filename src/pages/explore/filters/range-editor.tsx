/** Chooses the range: the latest so long, or between two moments in the viewer's time zone. */
import { type FormEvent, useState } from 'react';
import { localText, readLocalText } from '#features/explore/local-time.ts';
import { type Bounds, latestLengths, type Range } from '#model/explore/range.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { fieldClass } from './field-class.ts';

interface RangeEditorProps {
  readonly range: Range;
  readonly bounds: Bounds;
  readonly onRange: (range: Range) => void;
}

export function RangeEditor({ range, bounds, onRange }: RangeEditorProps) {
  const { catalogue, format, zone } = useViewer();
  const texts = catalogue.explore.range;
  const [from, setFrom] = useState(() => localText(bounds.from, zone));
  const [to, setTo] = useState(() => localText(bounds.to, zone));
  const [start, end] = [readLocalText(from, zone), readLocalText(to, zone)];
  const valid = start !== null && end !== null && start < end;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid) onRange({ kind: 'between', from: start, to: end });
  };
  return (
    <>
      <p className="mb-1.5 text-[12px] text-ink3">{texts.latestTitle}</p>
      <div className="flex flex-wrap gap-1.5">
        {latestLengths.map((lengthMs) => (
          <Button
            key={lengthMs}
            size="small"
            pressed={range.kind === 'latest' && range.lengthMs === lengthMs}
            onClick={() => onRange({ kind: 'latest', lengthMs })}
          >
            {format.duration(lengthMs)}
          </Button>
        ))}
      </div>
      <form className="mt-3 grid gap-2 border-t border-line2 pt-3" onSubmit={submit}>
        <p className="text-[12px] text-ink3">{texts.betweenTitle}</p>
        <label className="grid gap-1">
          {texts.from}
          <input
            type="datetime-local"
            className={fieldClass}
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label className="grid gap-1">
          {texts.to}
          <input
            type="datetime-local"
            className={fieldClass}
            required
            value={to}
            aria-invalid={!valid}
            aria-describedby="range-note"
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
        <p id="range-note" className={`text-[12px] ${valid ? 'text-ink3' : 'text-bad'}`}>
          {valid ? texts.zone(format.zoneName(start)) : texts.invalid}
        </p>
        <Button type="submit" disabled={!valid}>
          {texts.apply}
        </Button>
      </form>
    </>
  );
}
