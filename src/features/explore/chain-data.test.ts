import { expect, test } from 'vitest';
import { type Band, bandKey } from '#model/explore/aggregate.ts';
import { chainData } from './chain-data.ts';

function bandsFrom(...entries: readonly (readonly [Band, number])[]) {
  return { bands: new Map(entries.map(([band, count]) => [bandKey(band), { band, count }])) };
}
const step = (place: number, from: string, channel: string): Band => ({ place, from, to: { kind: 'step', channel } });
const end = (place: number, from: string, status: 'succeeded' | 'failed'): Band => ({
  place,
  from,
  to: { kind: 'end', status },
});

test('nodes stand by place, ends last, and links between them', () => {
  const { nodes, links } = chainData(
    bandsFrom(
      [end(1, 'Viber', 'succeeded'), 70],
      [step(1, 'Viber', 'Sms'), 30],
      [end(2, 'Sms', 'failed'), 10],
      [end(2, 'Sms', 'succeeded'), 20],
    ),
  );
  expect(nodes.map((node) => (node.kind === 'step' ? `${node.place} ${node.channel}` : node.status))).toEqual([
    '1 Viber',
    '2 Sms',
    'succeeded',
    'failed',
  ]);
  expect(links.map(({ source, target, value }) => [source, target, value])).toEqual([
    [0, 1, 30],
    [0, 2, 70],
    [1, 2, 20],
    [1, 3, 10],
  ]);
});

test('nothing sent, nothing drawn', () => {
  expect(chainData(bandsFrom())).toEqual({ nodes: [], links: [] });
});

test('steps past the fourth are not drawn', () => {
  const { nodes } = chainData(
    bandsFrom(
      [step(3, 'Sms', 'Voice'), 2],
      [step(4, 'Voice', 'Sms'), 1],
      [end(4, 'Voice', 'failed'), 1],
      [end(5, 'Sms', 'failed'), 1],
    ),
  );
  expect(nodes).toHaveLength(3);
});
