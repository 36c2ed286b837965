import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepDraft } from '#emulator/records/draft.ts';
import { record, sms, smsParts, viber, voice } from '#emulator/records/record-builder.ts';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { aggregate, bandsOf, binStart, channelKey, endedFlows, percentile, sortedNumbers } from './aggregate.ts';
import { ExactSum } from './exact-sum.ts';
import { type FlowRow, flowRow, type RowStep } from './row.ts';

const start = Date.parse('2026-11-20T08:00:00Z');

function rowOf(steps: readonly StepDraft[], asOf?: number): FlowRow {
  const reading = readRecord(
    record({ steps: [...steps], start: '2026-11-20T08:00:00Z', ...(asOf === undefined ? {} : { asOf }) }),
  );
  if (!reading.ok) throw new Error('refused');
  return flowRow(toFlow(reading.record), start + 1000 * (asOf ?? 3600));
}

const failover = rowOf([
  viber({ at: 0.1, until: 600.1, status: 'EXPIRED', to: '+306912345678' }),
  smsParts({ at: 600.6, parts: [{ until: 604.4 }, { until: 605.7 }], to: '+306912345678' }),
  voice({ status: null }),
]);

test('a row holds what Explore shows of a flow', () => {
  expect(failover).toMatchObject({
    createdAt: start,
    status: 'succeeded',
    statusName: 'Succeeded',
    recipients: ['+306912345678'],
    price: '0.107',
    failedPrice: '0.035',
    reachMs: 605_700,
    findings: [],
    texts: ['Your parcel 4471 arrives today.'],
  });
  expect(failover.steps.map((step) => [channelKey(step.channel), step.outcome, step.price, step.failedPrice])).toEqual([
    ['Viber', 'notDelivered', '0.035', '0.035'],
    ['Sms', 'delivered', '0.072', '0'],
    ['Voice', 'notSent', null, null],
  ]);
  expect(structuredClone(failover)).toEqual(failover);
});

const binning = { widthMs: 60_000, originMs: 0 };

test('of a call the time to its answer counts, not its talk; a bound or a SEEN is no time', () => {
  const times = (row: FlowRow) => [row.steps[0]?.tookMs, row.reachMs];
  expect(times(rowOf([voice({ at: 1, until: 34, duration: 24 })]))).toEqual([9000, 10_000]);
  expect(times(rowOf([voice({ at: 1, until: 34, duration: null })]))).toEqual([null, null]);
  expect(times(rowOf([viber({ at: 1, until: 300, status: 'SEEN' })]))).toEqual([null, null]);
  expect(times(rowOf([viber({ at: 1, until: 3 })]))).toEqual([2000, 3000]);
  // Two hours ahead, as its latency shows.
  expect(times(rowOf([sms({ at: 1, until: 7206, latency: 5 })]))).toEqual([null, null]);
});

test('flows that reached nobody for certain, or in part, are counted apart', () => {
  const heard = rowOf([voice()]);
  const machine = rowOf([voice({ answeredBy: 'machine_end_beep' })]);
  const silent = rowOf([voice({ duration: 0, until: 20 })]);
  const part = rowOf([smsParts({ parts: [{ until: 4 }, { until: 5, status: 'Undelivered' }] })]);
  const partThenCall = rowOf([
    smsParts({ parts: [{ until: 4 }, { until: 5, status: 'Undelivered' }] }),
    voice({ at: 6 }),
  ]);
  const all = aggregate([heard, machine, silent, part, partThenCall, failover], binning);
  expect([all.byStatus.succeeded, all.unheard, all.inPart]).toEqual([6, 2, 1]);
  // What is not known to be heard took no time to reach anybody.
  expect(all.channels.get('Voice')?.deliveryMs).toEqual([9000, 9000]);
});

test('bands follow the sent steps to the end of the flow', () => {
  expect(bandsOf(failover)).toEqual([
    { place: 1, from: 'Viber', to: { kind: 'step', channel: 'Sms' } },
    { place: 2, from: 'Sms', to: { kind: 'end', status: 'succeeded' } },
  ]);
  expect(bandsOf(rowOf([viber()], -1))).toEqual([]);
});

test.each([
  [0, 0],
  [59_999, 0],
  [60_000, 60_000],
  [-1, -60_000],
])('%d ms falls in the bin at %d', (time, expected) => {
  expect(binStart(time, { widthMs: 60_000, originMs: 0 })).toBe(expected);
});

test.each([
  [[], 0.5, null],
  [[7], 0.95, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4], 0.75, 3],
  [[1, 2, 3, 4], 0.76, 4],
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4], 1, 4],
])('percentile of %j at %d is %s', (values, share, expected) => {
  expect(percentile(sortedNumbers(values), share)).toBe(expected);
});

describe('ExactSum', () => {
  test('is exact where doubles are not', () => {
    const sum = new ExactSum();
    for (let i = 0; i < 10; i++) sum.add('0.1');
    sum.add('12345678901234567890.000000000000000001');
    expect(sum.total().toFixed()).toBe('12345678901234567891.000000000000000001');
    expect(sum.count).toBe(11);
  });

  test('agrees with decimal addition', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(20))
      .map(([whole, places]) => new Big(`${whole}e-${places}`));
    fc.assert(
      fc.property(fc.array(decimal), (values) => {
        const sum = new ExactSum();
        for (const value of values) sum.add(value.toFixed());
        expect(sum.total().toFixed()).toBe(values.reduce((a, b) => a.plus(b), new Big(0)).toFixed());
      }),
    );
  });
});

const price = fc.option(fc.constantFrom('0', '0.035', '0.0365', '1.2', '0.00000000000000001'));
const anyStep: fc.Arbitrary<RowStep> = fc.record({
  channel: fc.constantFrom<RowStep['channel'][]>(
    { kind: 'known', name: 'Viber' },
    { kind: 'known', name: 'Sms' },
    { kind: 'other', name: 'Rcs' },
    { kind: 'missing' },
  ),
  outcome: fc.constantFrom<RowStep['outcome'][]>(
    'waiting',
    'delivered',
    'partlyDelivered',
    'unheard',
    'expiredAfterDelivery',
    'notDelivered',
    'notSent',
    'unknown',
  ),
  status: fc.option(fc.constantFrom('EXPIRED', 'Failed')),
  detailedStatus: fc.option(fc.constantFrom('Unknown Number', 'Roaming')),
  country: fc.option(fc.constantFrom('GR', 'CY')),
  operator: fc.constant(null),
  sender: fc.constant(null),
  label: fc.constant(null),
  sentAt: fc.constant(null),
  tookMs: fc.option(fc.nat(1000)),
  price,
  failedPrice: price,
});
const anyRow: fc.Arbitrary<FlowRow> = fc.record({
  trackingId: fc.uuid(),
  createdAt: fc.option(fc.integer({ min: -500, max: 500 })),
  status: fc.constantFrom<FlowRow['status'][]>('succeeded', 'failed', 'running', 'unknown'),
  statusName: fc.constant(null),
  statusCode: fc.constant(null),
  terminationChannel: fc.constant(null),
  steps: fc.array(anyStep, { maxLength: 4 }),
  recipients: fc.constant([]),
  reachMs: fc.option(fc.nat(1000)),
  endMs: fc.constant(null),
  price,
  failedPrice: price,
  findings: fc
    .uniqueArray(fc.constantFrom('delivered-twice' as const, 'latency-unit' as const))
    .map((codes) => codes.map((code) => ({ code, severity: 'info' as const }))),
  labels: fc.constant([]),
  applicationId: fc.constant(null),
  texts: fc.constant([]),
});

const sumOf = (values: readonly (string | null)[]) =>
  values.reduce((sum, value) => sum.plus(value ?? 0), new Big(0)).toFixed();
const counted = <Value>(values: readonly Value[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[JSON.stringify(value)] = (counts[JSON.stringify(value)] ?? 0) + 1;
  return counts;
};

/** The same figures, each by its own walk over all rows. */
function slowly(rows: readonly FlowRow[], widthMs: number, originMs: number) {
  const sent = rows.map((row) => ({ row, tries: row.steps.filter((step) => step.outcome !== 'notSent') }));
  const steps = sent.flatMap(({ tries }) => tries);
  const retried = sent.filter(({ tries }) => tries.length > 1).map(({ row }) => row);
  const lost = steps.filter((step) => step.outcome === 'notDelivered');
  const has = (row: FlowRow, outcome: RowStep['outcome']) => row.steps.some((step) => step.outcome === outcome);
  const withoutWhole = rows.filter(
    (row) => row.status === 'succeeded' && !has(row, 'delivered') && !has(row, 'expiredAfterDelivery'),
  );
  return {
    flows: rows.length,
    byStatus: (['succeeded', 'failed', 'running', 'unknown'] as const).map(
      (status) => rows.filter((row) => row.status === status).length,
    ),
    needed: retried.length,
    ended: retried.filter((row) => row.status === 'succeeded' || row.status === 'failed').length,
    recovered: retried.filter((row) => row.status === 'succeeded').length,
    unheard: withoutWhole.filter((row) => !has(row, 'partlyDelivered') && has(row, 'unheard')).length,
    inPart: withoutWhole.filter((row) => has(row, 'partlyDelivered')).length,
    spend: sumOf(rows.map((row) => row.price)),
    failedSpend: sumOf(rows.map((row) => row.failedPrice)),
    reach: rows.flatMap((row) => row.reachMs ?? []).sort((a, b) => a - b),
    bins: counted(
      rows.flatMap((row) => {
        if (row.createdAt === null) return [];
        let from = originMs;
        while (from > row.createdAt) from -= widthMs;
        while (from + widthMs <= row.createdAt) from += widthMs;
        return [[from, row.status]];
      }),
    ),
    channels: Object.fromEntries(
      [...new Set(steps.map((step) => channelKey(step.channel)))].sort().map((key) => {
        const own = steps.filter((step) => channelKey(step.channel) === key);
        const reached = own.flatMap((step) =>
          step.outcome === 'delivered' && step.tookMs !== null ? [step.tookMs] : [],
        );
        return [
          key,
          [
            own.length,
            own.filter((step) => lost.includes(step)).length,
            sumOf(own.map((step) => step.price)),
            sumOf(own.map((step) => step.failedPrice)),
            reached,
          ],
        ];
      }),
    ),
    bands: counted(
      sent.flatMap(({ row, tries }) =>
        tries.map((step, place) => [
          place + 1,
          channelKey(step.channel),
          place + 1 < tries.length ? tries.slice(place + 1).map((next) => channelKey(next.channel))[0] : null,
          place + 1 < tries.length ? null : row.status,
        ]),
      ),
    ),
    findings: counted(rows.flatMap((row) => row.findings.map(({ code }) => code))),
  };
}

test('agrees with a slow, obvious version on any rows, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 60 }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: -100, max: 100 }),
      (rows, widthMs, originMs) => {
        const all = aggregate(rows, { widthMs, originMs });
        const fast = {
          flows: all.flows,
          byStatus: [all.byStatus.succeeded, all.byStatus.failed, all.byStatus.running, all.byStatus.unknown],
          needed: all.neededFailover,
          ended: all.failoverEnded,
          recovered: all.recovered,
          unheard: all.unheard,
          inPart: all.inPart,
          spend: all.spend.total().toFixed(),
          failedSpend: all.failedSpend.total().toFixed(),
          reach: [...sortedNumbers(all.reachMs)],
          bins: Object.fromEntries(
            [...all.bins].flatMap(([from, counts]) =>
              Object.entries(counts).flatMap(([status, count]) =>
                count === 0 ? [] : [[JSON.stringify([from, status]), count]],
              ),
            ),
          ),
          channels: Object.fromEntries(
            [...all.channels]
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, own]) => [
                key,
                [
                  own.tries,
                  own.failedTries,
                  own.spend.total().toFixed(),
                  own.failedSpend.total().toFixed(),
                  own.deliveryMs,
                ],
              ]),
          ),
          bands: Object.fromEntries([...all.bands].map(([key, { count }]) => [key, count])),
          findings: Object.fromEntries([...all.findings].map(([code, count]) => [JSON.stringify(code), count])),
        };
        expect(fast).toEqual(slowly(rows, widthMs, originMs));
        expect(endedFlows(all)).toBe(all.byStatus.succeeded + all.byStatus.failed);
      },
    ),
  );
});

test('ended flows are those with a final status', () => {
  const rows = [rowOf([sms()]), rowOf([sms({ status: 'Failed' })]), rowOf([sms()], 1)];
  expect(endedFlows(aggregate(rows, { widthMs: 1, originMs: 0 }))).toBe(2);
});
