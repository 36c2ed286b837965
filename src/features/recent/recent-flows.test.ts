import { describe, expect, test, vi } from 'vitest';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { readFlow } from '#model/record/read-flow.ts';

// The module reads what is stored when it is first imported; Node has nothing there.
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} });
const { readRecent, recentOf, withRecent } = await import('./recent-flows.ts');

const entry = (trackingId: string) => ({ trackingId, status: 'Failed', channels: ['Viber'], seenAt: 5 });

describe('what is stored', () => {
  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no list', '{"trackingId":"a"}'],
    ['entries of another kind', '[1, null, {"trackingId": ""}, {"trackingId": 4, "seenAt": 1}]'],
  ])('as %s gives an empty list', (_name, text) => {
    expect(readRecent(text)).toEqual([]);
  });

  test('is read entry by entry, and field by field', () => {
    const text = JSON.stringify([entry('a'), 7, { trackingId: 'b', seenAt: 1, channels: 'x', status: 9 }]);
    expect(readRecent(text)).toEqual([entry('a'), { trackingId: 'b', seenAt: 1, channels: [], status: null }]);
  });

  test('never exceeds twenty', () => {
    const many = Array.from({ length: 40 }, (_, index) => entry(`f${index}`));
    expect(readRecent(JSON.stringify(many))).toHaveLength(20);
    expect(withRecent(many.slice(0, 20), entry('new'))).toHaveLength(20);
  });
});

test('a flow that is opened again moves to the head', () => {
  const list = withRecent([entry('a'), entry('b')], { ...entry('b'), status: 'Succeeded' });
  expect(list.map(({ trackingId, status }) => [trackingId, status])).toEqual([
    ['b', 'Succeeded'],
    ['a', 'Failed'],
  ]);
});

test('nothing personal is kept of a flow', () => {
  const json = record({
    steps: [viber({ at: 0, until: 30, status: 'EXPIRED' }), sms({ at: 31 }), sms({ status: null })],
  });
  const reading = readFlow(JSON.stringify(json));
  if (!reading.ok) throw new Error(reading.refusal.kind);
  expect(recentOf('x', reading.flow, 9)).toEqual({
    trackingId: 'x',
    status: 'Succeeded',
    channels: ['Viber', 'Sms'],
    seenAt: 9,
  });
});
