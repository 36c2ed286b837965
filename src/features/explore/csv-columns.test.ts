import { expect, test } from 'vitest';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { flowRow } from '#model/explore/row.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import { csvHead, csvRow } from './csv-columns.ts';

function rowOf(json: ReturnType<typeof record>) {
  const reading = readRecord(json);
  if (!reading.ok) throw new Error('not a record');
  return flowRow(toFlow(reading.record), 0);
}

const row = rowOf(
  record({
    steps: [
      viber({ at: 0, until: 600, status: 'EXPIRED', label: 'order 6912345678, "fast"' }),
      sms({ at: 601, until: 604 }),
    ],
  }),
);

function fields(masked: boolean): Record<string, string> {
  const names = csvHead.trim().split(',');
  // The one field with a comma in it is the label; it is written in quotes.
  const values = csvRow(row, masked)
    .trim()
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']));
}

test('a line has a field for every name in the head', () => {
  expect(fields(false)).toMatchObject({
    status: 'Succeeded',
    chain: 'Viber EXPIRED > Sms Delivered',
    to: "'+306912345678",
    country: 'GR',
    endedAfterMs: '604100',
    label: '"order 6912345678, ""fast"""',
  });
});

test('recipients and numbers in labels are masked', () => {
  const masked = fields(true);
  expect(masked.to).toBe("'+30 69•••••678");
  expect(Object.values(masked).join()).not.toContain('6912345678');
  expect(masked.chain).toBe('Viber EXPIRED > Sms Delivered');
});
