import { expect, test } from 'vitest';
import { record, type StepDraft, sms, smsParts, viber, voice } from '#emulator/records/record-builder.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { latency } from '#model/readings/latency.ts';
import { readRecord } from '#model/record/record.ts';
import type { Json } from '#model/values/json.ts';
import { latencyRows } from './latency-bars.ts';

function rowsOf(...steps: StepDraft[]) {
  const json: Json = record({ steps });
  const reading = readRecord(json);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const flow = toFlow(reading.record);
  return latencyRows(latency(flow), flow);
}

test('one thick bar for a message, thin ones for the parts of an SMS', () => {
  const rows = rowsOf(
    viber({ at: 0, until: 600, status: 'EXPIRED' }),
    smsParts({ at: 601, parts: [{ until: 603 }, { until: 604 }, { until: 605 }] }),
    voice({ status: null }),
  );
  expect(rows.bars.map(({ stepIndex, value, top, height }) => [stepIndex, value, top, height])).toEqual([
    [0, 600_000, 13, 22],
    [1, 2000, 58, 8],
    [1, 3000, 70, 8],
    [1, 4000, 82, 8],
  ]);
  expect(rows.names).toEqual([
    { stepIndex: 0, middle: 24 },
    { stepIndex: 1, middle: 74 },
  ]);
  expect([rows.height, rows.cut]).toEqual([100, false]);
});

test('many parts share one bar from the shortest to the longest', () => {
  const parts = Array.from({ length: 300 }, (_, index) => ({ until: 5 + index }));
  const rows = rowsOf(smsParts({ at: 0, parts }));
  expect(rows.bars.map(({ least, value }) => [least, value])).toEqual([[5000, 304_000]]);
});

test('many steps are cut, and it is said', () => {
  const rows = rowsOf(...Array.from({ length: 40 }, (_, index) => sms({ at: index * 10, until: index * 10 + 4 })));
  expect([rows.names.length, rows.cut]).toEqual([12, true]);
});

test('a flow without times has no bars', () => {
  expect(rowsOf(viber({ status: null })).bars).toEqual([]);
});
