import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binStart } from './aggregate.ts';
import { attemptName, type Dimension, dimensions, readAttempt } from './attempt.ts';
import { passes } from './filters.ts';
import { addReasons, emptyReasons, reasonTable } from './reason-table.ts';
import type { FlowRow, RowStep } from './row.ts';
import { addTrouble, emptyTroubles, troubles } from './trouble.ts';

const hour = 3_600_000;
const binning = { widthMs: hour, originMs: 0 };

const nothing: RowStep = {
  channel: { kind: 'known', name: 'Sms' },
  outcome: 'delivered',
  status: 'Delivered',
  detailedStatus: null,
  country: null,
  operator: null,
  sender: null,
  label: null,
  sentAt: null,
  tookMs: null,
  price: null,
  failedPrice: null,
};

function flow(createdAt: number | null, ...steps: readonly Partial<RowStep>[]): FlowRow {
  return {
    trackingId: null,
    createdAt,
    status: 'succeeded',
    statusName: null,
    statusCode: null,
    terminationChannel: null,
    steps: steps.map((one) => ({ ...nothing, ...one })),
    recipients: [],
    reachMs: null,
    endMs: null,
    price: null,
    failedPrice: null,
    findings: [],
    labels: [],
    applicationId: null,
    texts: [],
  };
}

const stepOf = fc.record({
  channel: fc.constantFrom({ kind: 'known', name: 'Sms' } as const, { kind: 'known', name: 'Viber' } as const),
  outcome: fc.constantFrom('delivered', 'notDelivered', 'waiting', 'notSent', 'unknown'),
  status: fc.constantFrom('Failed', 'Delivered', null),
  detailedStatus: fc.constantFrom('Unknown Number', 'a.b-c', null),
  operator: fc.constantFrom('Cosmote', 'Voda.fone', 'Nova-%', null),
  country: fc.constantFrom('GR', 'CY', null),
  sender: fc.constantFrom('Bank', 'Clinic', null),
  label: fc.constantFrom('', 'news', null),
});
const flows = fc.array(
  fc
    .tuple(fc.option(fc.integer({ min: 0, max: 5 * hour })), fc.array(stepOf, { maxLength: 3 }))
    .map(([at, steps]) => flow(at, ...steps)),
  { maxLength: 30 },
);

const attempt = (match: Parameters<typeof attemptName>[0]) =>
  passes([{ field: 'attempt', operator: 'is', values: [attemptName(match)] }]);

function troublesOf(rows: readonly FlowRow[], dimension: Dimension) {
  const counts = emptyTroubles(dimension, binning);
  for (const row of rows) addTrouble(counts, row);
  return troubles(counts);
}

test('every bar holds as many failures as its filter shows flows in its time', () => {
  fc.assert(
    fc.property(flows, fc.constantFrom(...dimensions), (rows, dimension) => {
      for (const { value, failed, bars, tried } of troublesOf(rows, dimension)) {
        const shown = rows.filter(attempt({ failed: true, values: { [dimension]: value } }));
        expect(failed).toBe(shown.length);
        expect(tried).toBeGreaterThanOrEqual(failed);
        for (const bar of bars) {
          const inBar = shown.filter(
            ({ createdAt }) => createdAt !== null && binStart(createdAt, binning) === bar.start,
          );
          expect(bar.failed).toBe(inBar.length);
        }
      }
    }),
  );
});

test('every cell of the reasons, and every total, holds as many flows as its filter shows', () => {
  fc.assert(
    fc.property(flows, fc.constantFrom(...dimensions), (rows, dimension) => {
      const counts = emptyReasons(dimension);
      for (const row of rows) addReasons(counts, row);
      const table = reasonTable(counts, 99);
      for (const { channel, reason, total, byColumn } of table.rows) {
        expect(total).toBe(rows.filter(attempt({ failed: true, values: { channel, reason } })).length);
        table.columns.forEach((value, place) => {
          if (dimension === 'channel' && value !== channel) return;
          const cell = attempt({ failed: true, values: { channel, reason, [dimension]: value } });
          expect(byColumn[place]).toBe(rows.filter(cell).length);
        });
      }
    }),
  );
});

test('one bad hour comes before what is a little bad all day', () => {
  const hours = [0, 1, 2, 3, 4, 5];
  const tried = (operator: string, failing: (at: number) => number) =>
    hours.flatMap((at) =>
      Array.from({ length: 40 }, (_, place) =>
        flow(at * hour, { operator, outcome: place < failing(at) ? 'notDelivered' : 'delivered' }),
      ),
    );
  const found = troublesOf(
    [...tried('Steady', () => 6), ...tried('Burst', (at) => (at === 3 ? 25 : 0)), ...tried('Fine', () => 1)],
    'operator',
  );
  expect(found.map(({ value }) => value)).toEqual(['Burst', 'Steady', 'Fine']);
  expect(found[0]?.worst).toMatchObject({ start: 3 * hour, tried: 40, failed: 25, bad: true });
  expect(found[0]?.bars.filter(({ bad }) => bad)).toHaveLength(1);
  expect(found[2]?.worst).toBeNull();
});

test('four failures of four are no bad bar yet, five are', () => {
  const failing = (count: number) => {
    const lost = Array.from({ length: count }, () => flow(0, { operator: 'A', outcome: 'notDelivered' }));
    const fine = Array.from({ length: 50 }, () => flow(0, { operator: 'B' }));
    return troublesOf([...lost, ...fine], 'operator')[0]?.worst?.bad;
  };
  expect([failing(4), failing(5)]).toEqual([false, true]);
});

test('columns beyond the wanted are counted, not lost silently', () => {
  const counts = emptyReasons('country');
  const failed = { outcome: 'notDelivered', status: 'Failed' } as const;
  for (const country of ['GR', 'GR', 'CY', 'DE']) addReasons(counts, flow(0, { ...failed, country }));
  const table = reasonTable(counts, 2);
  expect(table).toMatchObject({ columns: ['GR', 'CY'], more: 1, most: 2 });
  expect(table.rows).toEqual([{ channel: 'Sms', reason: 'Failed', total: 4, byColumn: [2, 1] }]);
});

test.each([
  { failed: true, values: { operator: 'Voda.fone', reason: 'a.b-c' } },
  { failed: false, values: { label: '', channel: 'Viber' } },
  { failed: true, values: {} },
])('an attempt comes back from its name: %j', (match) => {
  expect(readAttempt(attemptName(match))).toEqual(match);
});

test.each(['', 'x', 'failed.operator', 'failed.who-x', 'failed.label-a.label-b', 'any.label-%'])(
  'no attempt: "%s"',
  (name) => {
    expect(readAttempt(name)).toBeNull();
  },
);
