import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FailingDimension,
  type FailingGroup,
  failingDimensions,
  failingGroups,
  groupFinder,
  smallSample,
  wilson,
} from './failing.ts';
import type { FlowRow, RowStep } from './row.ts';

const hourMs = 3_600_000;
const hourStart = (time: number) => Math.floor(time / hourMs) * hourMs;

function step(values: Partial<RowStep> = {}): RowStep {
  return {
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
    ...values,
  };
}

function row(...steps: readonly RowStep[]): FlowRow {
  return {
    trackingId: null,
    createdAt: null,
    status: 'succeeded',
    statusName: null,
    statusCode: null,
    terminationChannel: null,
    steps,
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

const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);
const failed = (values: Partial<RowStep> = {}) =>
  step({ outcome: 'notDelivered', status: 'Failed', detailedStatus: 'Carrier Violation', ...values });
const viber = { channel: { kind: 'known', name: 'Viber' } } as const;

const groups = (rows: readonly FlowRow[], ...dimensions: FailingDimension[]) =>
  failingGroups(rows, { dimensions, hourStart });

/** `values: failed/tried, rest share, excess` of each group, in order. */
function told(found: readonly FailingGroup[]): string[] {
  return found.map(
    ({ values, tried, failed, restShare, excess }) =>
      `${Object.values(values).join(' ')}: ${failed}/${tried}, rest ${restShare ?? '–'}, excess ${excess}`,
  );
}

describe('groups of attempts', () => {
  const badHour = [
    ...times(9, row(failed({ operator: 'Wind', sender: 'Brand', sentAt: hourMs * 14 + 1 }))),
    ...times(1, row(step({ operator: 'Wind', sender: 'Brand', sentAt: hourMs * 14 + 2 }))),
    ...times(10, row(step({ operator: 'Wind', sender: 'Clinic', sentAt: hourMs * 14 + 3 }))),
    ...times(10, row(step({ operator: 'Cosmote', sender: 'Brand', sentAt: hourMs * 15 }))),
    ...times(20, row(failed({ ...viber, sender: 'Brand', sentAt: hourMs * 14 }))),
  ];

  test('the sender with a bad hour at one operator stands above the rest of its channel', () => {
    expect(told(groups(badHour, 'channel', 'operator', 'sender', 'hour'))).toEqual([
      'Viber  Brand 50400000: 20/20, rest –, excess 20',
      'Sms Wind Brand 50400000: 9/10, rest 0, excess 9',
      'Sms Wind Clinic 50400000: 0/10, rest 0.45, excess -4.5',
      'Sms Cosmote Brand 54000000: 0/10, rest 0.45, excess -4.5',
    ]);
  });

  test('a channel by itself is compared with the other channels', () => {
    expect(told(groups(badHour, 'channel'))).toEqual([
      'Viber: 20/20, rest 0.3, excess 14',
      'Sms: 9/30, rest 1, excess -21',
    ]);
  });

  test('without dimensions one group holds all, with no rest to compare', () => {
    expect(told(groups(badHour))).toEqual([': 29/50, rest –, excess 29']);
    expect(groups([])).toEqual([]);
  });

  test('a reason counts its failures among the attempts that share the other values', () => {
    const rows = [
      ...times(3, row(failed({ operator: 'Wind', detailedStatus: 'Unknown Number' }))),
      ...times(1, row(failed({ operator: 'Wind', detailedStatus: null, status: 'Undelivered' }))),
      ...times(6, row(step({ operator: 'Wind' }))),
      ...times(1, row(failed({ operator: 'Cosmote', detailedStatus: 'Unknown Number' }))),
      ...times(9, row(step({ operator: 'Cosmote' }))),
    ];
    expect(told(groups(rows, 'operator', 'reason'))).toEqual([
      'Wind Unknown Number: 3/10, rest 0.1, excess 2',
      'Wind Undelivered: 1/10, rest 0, excess 1',
      'Cosmote Unknown Number: 1/10, rest 0.3, excess -2',
    ]);
  });

  test('waiting, unknown and unsent attempts are counted nowhere; a part that arrived is no failure', () => {
    const rows = (['waiting', 'unknown', 'notSent', 'partlyDelivered', 'expiredAfterDelivery'] as const).map(
      (outcome) => row(step({ outcome })),
    );
    expect(told(groups(rows, 'channel'))).toEqual(['Sms: 0/2, rest –, excess 0']);
  });

  test('every attempt of a flow counts, each in its own group', () => {
    expect(told(groups([row(failed(viber), step())], 'channel'))).toEqual([
      'Viber: 1/1, rest 0, excess 1',
      'Sms: 0/1, rest 1, excess -1',
    ]);
  });

  test.each([
    [smallSample - 1, true],
    [smallSample, false],
  ])('%i attempts are a small sample: %s', (count, small) => {
    expect(groups(times(count, row(step())), 'channel')[0]?.small).toBe(small);
  });

  test('lift says how many times as often as in the rest; null where nothing of the rest failed', () => {
    const rows = [
      ...times(2, row(failed({ operator: 'A' }))),
      row(failed({ operator: 'B' })),
      row(step({ operator: 'B' })),
    ];
    expect(groups(rows, 'operator').map(({ lift }) => lift)).toEqual([2, 0.5]);
    expect(groups([row(failed({ operator: 'A' })), row(step({ operator: 'B' }))], 'operator')[0]?.lift).toBeNull();
  });
});

test('another range is found by the same values, but not by hour', () => {
  const find = groupFinder(groups([row(failed({ operator: 'A' }))], 'operator', 'channel'));
  expect(find({ channel: 'Sms', operator: 'A' })?.failed).toBe(1);
  expect(find({ channel: 'Sms', operator: 'B' })).toBeNull();
  expect(find({ channel: 'Sms', operator: 'A', hour: '0' })).toBeNull();
});

describe('the interval of a share', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (count, total, low, high) => {
    const found = wilson(count, total);
    expect([found.low, found.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  });

  test('of nothing says nothing; of all reaches 1', () => {
    expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
    expect(wilson(5, 5).high).toBe(1);
  });
});

const outcomes = ['delivered', 'notDelivered', 'waiting', 'partlyDelivered', 'notSent', 'unknown'] as const;
const anyStep = fc
  .record({
    channel: fc.constantFrom<RowStep['channel'][]>(
      { kind: 'known', name: 'Viber' },
      { kind: 'known', name: 'Sms' },
      { kind: 'missing' },
    ),
    outcome: fc.constantFrom(...outcomes),
    detailedStatus: fc.constantFrom('Roaming', 'Expired', null),
    operator: fc.constantFrom('Wind', 'Cosmote', null),
    sender: fc.constantFrom('Brand', '', null),
    label: fc.constantFrom('a', '["a"]', null),
    country: fc.constantFrom('GR', null),
    sentAt: fc.option(fc.integer({ min: -2 * hourMs, max: 2 * hourMs })),
  })
  .map(step);

/** The same, slowly: for each group there is, looks at every attempt again. */
function slowly(rows: readonly FlowRow[], dimensions: readonly FailingDimension[]) {
  const attempts = rows
    .flatMap(({ steps }) => steps)
    .filter(({ outcome }) => !['waiting', 'notSent', 'unknown'].includes(outcome));
  const text = (one: RowStep, dimension: FailingDimension): string => {
    if (dimension === 'channel') return one.channel.kind === 'missing' ? '' : one.channel.name;
    if (dimension === 'reason') return one.detailedStatus ?? one.status ?? '';
    if (dimension === 'hour') return one.sentAt === null ? '' : String(hourStart(one.sentAt));
    return one[dimension] ?? '';
  };
  const others = dimensions.filter((one) => one !== 'reason');
  const byReason = dimensions.includes('reason');
  const same = (a: RowStep, b: RowStep) => others.every((dimension) => text(a, dimension) === text(b, dimension));
  const broken = attempts.filter(({ outcome }) => outcome === 'notDelivered');
  const samples = byReason ? broken : attempts;
  const narrower = dimensions.includes('channel') && dimensions.some((one) => one !== 'channel' && one !== 'reason');
  const found = new Map<string, string>();
  for (const one of samples) {
    const counts = (other: RowStep) =>
      other.outcome === 'notDelivered' && (!byReason || text(other, 'reason') === text(one, 'reason'));
    const own = attempts.filter((other) => same(one, other));
    const rest = attempts.filter(
      (other) => !same(one, other) && (!narrower || text(other, 'channel') === text(one, 'channel')),
    );
    const key = JSON.stringify(dimensions.map((dimension) => text(one, dimension)));
    found.set(key, `${own.filter(counts).length}/${own.length} beside ${rest.filter(counts).length}/${rest.length}`);
  }
  return found;
}

test('is the same as looking at every attempt for every group', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(anyStep, { maxLength: 4 }).map((steps) => row(...steps)),
        { maxLength: 12 },
      ),
      fc.subarray([...failingDimensions]),
      (rows, dimensions) => {
        const quick = groups(rows, ...dimensions).map((one): [string, string] => [
          JSON.stringify(dimensions.map((dimension) => one.values[dimension])),
          `${one.failed}/${one.tried} beside ${Math.round((one.restShare ?? 0) * one.restTried)}/${one.restTried}`,
        ]);
        expect(new Map(quick)).toEqual(slowly(rows, dimensions));
        expect(quick.length).toBe(new Map(quick).size);
      },
    ),
  );
});
