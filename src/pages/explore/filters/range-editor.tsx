/** Chooses the range: a day, the latest so long, or between two moments in the viewer's time zone. */

import { type FormEvent, useState } from 'react';
import { comesTwice, dayFirstText, readDayFirstText } from '#features/explore/local-time.ts';
import { type Bounds, commonLengths, latestLengths, type Range } from '#model/explore/range.ts';
import type { DurationMs } from '#model/values/time.ts';
import { Button } from '#ui/button.tsx';
import { useDrawnAt } from '#ui/use-now.ts';
import { useViewer } from '#ui/viewer.tsx';
import { fieldClass } from './field-class.ts';

interface RangeEditorProps {
  readonly range: Range;
  readonly bounds: Bounds;
  /** What Routee said when it refused the present range; null when it did not. */
  readonly refused: string | null;
  readonly onRange: (range: Range) => void;
}

const hourMs = 3_600_000;
/** The sibling search of SMS goes back so far (vendor's page); Routee says no more of this one. */
const surelySearchedMs = 7 * 24 * hourMs;

export function RangeEditor({ range, bounds, refused, onRange }: RangeEditorProps) {
  const texts = useViewer().catalogue.explore.range;
  return (
    <>
      {refused !== null && <p className="mb-2 text-[12px] text-bad">{texts.refused(refused)}</p>}
      <p className="mb-1.5 text-[12px] text-ink3">{texts.daysTitle}</p>
      <div className="mb-2.5 flex flex-wrap gap-1.5">
        {(['today', 'yesterday'] as const).map((day) => (
          <Button
            key={day}
            size="small"
            pressed={range.kind === 'day' && range.day === day}
            onClick={() => onRange({ kind: 'day', day })}
          >
            {texts.days[day]}
          </Button>
        ))}
      </div>
      <p className="mb-1.5 text-[12px] text-ink3">{texts.latestTitle}</p>
      <Lengths lengths={commonLengths} range={range} onRange={onRange} />
      <Lengths lengths={latestLengths.filter((one) => !commonLengths.includes(one))} range={range} onRange={onRange} />
      <BetweenForm bounds={bounds} onRange={onRange} />
    </>
  );
}

interface LengthsProps extends Pick<RangeEditorProps, 'range' | 'onRange'> {
  readonly lengths: readonly DurationMs[];
}

function Lengths({ lengths, range, onRange }: LengthsProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.range;
  const name = (ms: DurationMs) => (ms === 24 * hourMs ? texts.hours(format.number(24)) : format.duration(ms));
  return (
    <div className="mb-1.5 flex flex-wrap gap-1.5">
      {lengths.map((lengthMs) => (
        <Button
          key={lengthMs}
          size="small"
          pressed={range.kind === 'latest' && range.lengthMs === lengthMs}
          onClick={() => onRange({ kind: 'latest', lengthMs })}
        >
          {name(lengthMs)}
        </Button>
      ))}
    </div>
  );
}

function BetweenForm({ bounds, onRange }: Pick<RangeEditorProps, 'bounds' | 'onRange'>) {
  const { catalogue, zone } = useViewer();
  const texts = catalogue.explore.range;
  const [from, setFrom] = useState(() => dayFirstText(bounds.from, zone));
  const [to, setTo] = useState(() => dayFirstText(bounds.to, zone));
  const [start, end] = [readDayFirstText(from, zone), readDayFirstText(to, zone)];
  const valid = start !== null && end !== null && start < end;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid) onRange({ kind: 'between', from: start, to: end });
  };
  return (
    <form className="mt-3 grid gap-2 border-t border-line2 pt-3" onSubmit={submit}>
      <p className="text-[12px] text-ink3">{texts.betweenTitle}</p>
      <MomentField name={texts.from} text={from} invalid={start === null} onText={setFrom} />
      <MomentField name={texts.to} text={to} invalid={end === null || !valid} onText={setTo} />
      <div id="range-note" className={`text-[12px] ${valid ? 'text-ink3' : 'text-bad'}`}>
        {valid ? <RangeNote from={start} to={end} /> : start === null || end === null ? texts.order : texts.invalid}
      </div>
      <Button type="submit" disabled={!valid}>
        {texts.apply}
      </Button>
    </form>
  );
}

interface MomentFieldProps {
  readonly name: string;
  readonly text: string;
  readonly invalid: boolean;
  readonly onText: (text: string) => void;
}

/** A text, since the browser's own field writes dates in the browser's order, whatever the viewer reads. */
function MomentField({ name, text, invalid, onText }: MomentFieldProps) {
  const texts = useViewer().catalogue.explore.range;
  return (
    <label className="grid gap-1">
      {name}
      <input
        type="text"
        className={fieldClass}
        required
        autoComplete="off"
        placeholder={texts.order}
        value={text}
        aria-invalid={invalid}
        aria-describedby="range-note"
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}

/** Zone, length, and what may surprise: a change of the clocks between both ends, and what Routee may not answer. */
function RangeNote({ from, to }: Bounds) {
  const { catalogue, format, zone } = useViewer();
  const texts = catalogue.explore.range;
  const now = useDrawnAt();
  const zones = [...new Set([format.zoneName(from), format.zoneName(to)])];
  return (
    <>
      <p>
        {texts.zone(zones.join(' → '))}. {texts.length(format.duration(to - from))}.
      </p>
      {(comesTwice(from, zone) || comesTwice(to, zone)) && <p>{texts.twice}</p>}
      {from < now - surelySearchedMs && <p className="text-warn">{texts.tooFar}</p>}
    </>
  );
}
