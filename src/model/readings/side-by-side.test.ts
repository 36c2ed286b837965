import { describe, expect, test } from 'vitest';
import type { StepDraft } from '#emulator/records/draft.ts';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { sideBySide } from './side-by-side.ts';
import { type Timeline, timeline } from './timeline.ts';

function timelineOf(start: string, steps: readonly StepDraft[]): Timeline {
  const reading = readRecord(record({ start, steps: [...steps] }));
  if (!reading.ok) throw new Error('refused');
  return timeline(toFlow(reading.record), Date.parse(start) + 3_600_000);
}

const quick = timelineOf('2026-11-20T12:00:00Z', [viber({ at: 0, until: 10 })]);
const slow = timelineOf('2026-11-20T12:01:00Z', [
  viber({ at: 0, until: 80, status: 'EXPIRED' }),
  sms({ at: 80, until: 100 }),
]);
const timeless: Timeline = { start: 0, end: 0, rows: [], ended: null, idleGaps: [] };

/** `10–50` for each bar, in hundredths of the scale; the two flows with `|` between. */
function told(timelines: readonly [Timeline | null, Timeline | null], align: 'start' | 'time'): string {
  const drawn = sideBySide(timelines, align);
  if (drawn === null) return 'nothing';
  const hundredths = (share: number) => Math.round(share * 100);
  const bars = drawn.bars.map((some) => some.map(({ from, to }) => `${hundredths(from)}–${hundredths(to)}`).join(' '));
  return `${bars.join(' | ')} of ${drawn.lengthMs / 1000} s, apart ${drawn.apartMs === null ? '–' : drawn.apartMs / 1000}`;
}

describe('two timelines', () => {
  test('from each one’s start, on the scale of the longer one', () => {
    expect(told([quick, slow], 'start')).toBe('0–10 | 0–80 80–100 of 100 s, apart 60');
    expect(told([slow, quick], 'start')).toBe('0–80 80–100 | 0–10 of 100 s, apart -60');
  });

  test('in true time, where they were', () => {
    expect(told([quick, slow], 'time')).toBe('0–6 | 38–88 88–100 of 160 s, apart 60');
  });

  test('one alone, and none', () => {
    expect(told([quick, null], 'time')).toBe('0–100 |  of 10 s, apart –');
    expect(told([quick, timeless], 'start')).toBe('0–100 |  of 10 s, apart –');
    expect(told([timeless, null], 'start')).toBe('nothing');
  });

  test('of no length at all have bars at the start', () => {
    const instant = timelineOf('2026-11-20T12:00:00Z', [viber({ at: 0, until: 0 })]);
    expect(told([instant, instant], 'time')).toBe('0–0 | 0–0 of 0 s, apart 0');
  });
});
