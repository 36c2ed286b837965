import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { record, viber } from '#emulator/records/record-builder.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { foundFlow } from '#model/lookup/lookup.ts';
import { readList } from '#model/lookup/read-list.ts';
import { readRecord } from '#model/record/record.ts';
import type { Entry } from './entries.ts';
import { listCsv } from './list-csv.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const list = readList(`ticket;id;κινητό\nT-1;${id};+306912345678\n=1+1;hello;x`);
const reading = readRecord({ ...record({ steps: [viber({ to: '+306912345678' })] }), trackingId: id });
if (!reading.ok) throw new Error('refused');
const found = foundFlow(toFlow(reading.record), 0);
const [first, second] = list.rows;
if (first === undefined || second === undefined) throw new Error('two rows');
const entries: Entry[] = [
  { place: 0, listed: first, state: { kind: 'found', ...found } },
  { place: 1, listed: second, state: null },
];

const read = (masked: boolean): Record<string, string>[] => parse(listCsv(list, entries, masked), { columns: true });

test('a row each, with the list’s own columns first', () => {
  const [one, two] = read(false);
  expect(Object.keys(one ?? {}).slice(0, 5)).toEqual(['ticket', 'κινητό', 'given', 'result', 'trackingId']);
  expect(one).toMatchObject({ ticket: 'T-1', κινητό: "'+306912345678", given: id, result: 'found', trackingId: id });
  expect(two).toMatchObject({ ticket: "'=1+1", given: 'hello', result: 'notAnId', trackingId: '' });
});

test('masked, no number of anybody is in it', () => {
  expect(listCsv(list, entries, true)).not.toContain('912345');
});
