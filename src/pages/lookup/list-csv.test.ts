import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { record, viber } from '#emulator/records/record-builder.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { foundFlow } from '#model/lookup/lookup.ts';
import { readList } from '#model/lookup/read-list.ts';
import { readRecord } from '#model/record/record.ts';
import { el as greek } from '#texts/el.ts';
import { en as english } from '#texts/en.ts';
import { createFormat, type Language } from '#texts/format.ts';
import type { Entry } from './entries.ts';
import { listCsv, listSheet } from './list-csv.ts';

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

const words = (language: Language, masked = false) => ({
  viewer: {
    language,
    catalogue: language === 'el' ? greek : english,
    format: createFormat({ language, zone: 'Europe/Athens' }),
    zone: 'Europe/Athens',
    masked,
  },
  currency: 'EUR',
  offsetAt: () => 7_200_000,
});

function sheet(language: Language, delimiter: string): Record<string, string>[] {
  const text = listSheet(list, entries, words(language));
  expect(text.startsWith('\ufeff')).toBe(true);
  return parse(text, { columns: true, bom: true, delimiter });
}

test('for a Greek Excel: semicolons, decimal commas, words with unit and zone, numbers and IDs as text', () => {
  const [one] = sheet('el', ';');
  expect(one).toMatchObject({
    κινητό: '="+306912345678"',
    'Tracking ID': `="${id}"`,
    Αποτέλεσμα: 'βρέθηκε',
    'Κόστος (EUR)': '0,035',
    Παραλήπτης: '="+306912345678"',
    'Χρόνος παράδοσης (s)': '0,800',
  });
  expect(one?.['Δημιουργία (Europe/Athens)']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(one?.['Διαφορά από UTC']).toBe('="+02:00"');
});

test('for an English one: commas and points', () => {
  const [one, two] = sheet('en', ',');
  expect(one).toMatchObject({ ticket: '="T-1"', 'Price (EUR)': '0.035', Result: 'found' });
  expect(two).toMatchObject({ ticket: '="=1+1"', Result: 'not an ID' });
});

test('masked, no number of anybody is in that either', () => {
  expect(listSheet(list, entries, words('el', true))).not.toContain('912345');
});

test('a list that is not looked up to its end says so in its first line', () => {
  const open = entries.map((entry) =>
    entry.state === null ? entry : { ...entry, state: { kind: 'waiting' } as const },
  );
  expect(listCsv(list, open, false)).toMatch(/^# INCOMPLETE: 1 of 1 flows have not been looked up\r\n/);
  expect(listSheet(list, open, words('en'))).toMatch(/^\ufeff"?="?"?# INCOMPLETE: 1 of 1/);
  expect(listCsv(list, entries, false)).not.toContain('INCOMPLETE');
});
