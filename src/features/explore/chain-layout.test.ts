import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Band, bandKey } from '#model/explore/aggregate.ts';
import { chainData } from './chain-data.ts';
import { chainLayout } from './chain-layout.ts';

const size = { width: 500, height: 100, nodeWidth: 10, gap: 10 };

function layoutOf(...entries: readonly (readonly [Band, number])[]) {
  return chainLayout(
    chainData({ bands: new Map(entries.map(([band, count]) => [bandKey(band), { band, count }])) }),
    size,
  );
}
const step = (place: number, from: string, channel: string): Band => ({ place, from, to: { kind: 'step', channel } });
const end = (place: number, from: string, status: 'succeeded' | 'failed'): Band => ({
  place,
  from,
  to: { kind: 'end', status },
});

test('as high as their flows, next tries under what succeeded, failures at the bottom', () => {
  const { nodes, links } = layoutOf(
    [end(1, 'Viber', 'succeeded'), 60],
    [step(1, 'Viber', 'Sms'), 30],
    [end(2, 'Sms', 'failed'), 20],
    [end(2, 'Sms', 'succeeded'), 10],
  );
  const round = (value: number) => Math.round(value * 10) / 10;
  expect(nodes.map(({ x, y, height }) => [x, y, height].map(round))).toEqual([
    [0, 0, 90],
    [245, 60, 30],
    [490, 0, 70],
    [490, 80, 20],
  ]);
  expect(links.map(({ fromY, toY, height }) => [fromY, toY, height].map(round))).toEqual([
    [60, 60, 30],
    [0, 0, 60],
    [60, 60, 10],
    [70, 80, 20],
  ]);
});

test('nothing sent, nothing drawn', () => {
  expect(layoutOf()).toEqual({ nodes: [], links: [] });
});

test('nothing leaves the drawing and no nodes of a column overlap', () => {
  const channel = fc.constantFrom('Viber', 'Sms', 'Voice');
  const band = fc.oneof(
    fc
      .record({ place: fc.integer({ min: 1, max: 3 }), from: channel, to: channel })
      .map((b) => step(b.place, b.from, b.to)),
    fc
      .record({ place: fc.integer({ min: 1, max: 4 }), from: channel, to: fc.constantFrom('succeeded', 'failed') })
      .map((b) => end(b.place, b.from, b.to as 'succeeded' | 'failed')), // one of the two above
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(band, fc.integer({ min: 1, max: 5000 })), { maxLength: 12 }), (entries) => {
      const { nodes } = layoutOf(...entries);
      for (const { y, height } of nodes) {
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y + height).toBeLessThanOrEqual(size.height + 1e-6);
      }
      for (const a of nodes) {
        for (const b of nodes) {
          if (a !== b && a.x === b.x && a.y <= b.y) expect(a.y + a.height).toBeLessThanOrEqual(b.y + 1e-6);
        }
      }
    }),
  );
});

test('a node lower than a name keeps room for one, and stands in the middle of it', () => {
  const bands = [
    [end(1, 'Viber', 'succeeded'), 5000],
    [end(1, 'Sms', 'succeeded'), 1],
    [end(1, 'Voice', 'failed'), 2],
  ] as const;
  const data = chainData({ bands: new Map(bands.map(([band, count]) => [bandKey(band), { band, count }])) });
  const { nodes } = chainLayout(data, { ...size, gap: 2, slot: 14 });
  const middles = nodes.map(({ x, y, height }) => ({ x, middle: y + height / 2 }));
  const first = middles.filter(({ x }) => x === 0).sort((a, b) => a.middle - b.middle);
  expect(first).toHaveLength(3);
  expect((first[2]?.middle ?? 0) - (first[1]?.middle ?? 0)).toBeGreaterThanOrEqual(14);
  for (const { y, height } of nodes) expect(y + Math.max(7, height / 2)).toBeLessThanOrEqual(size.height);
});
