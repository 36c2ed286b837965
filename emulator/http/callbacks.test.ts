import { expect, test } from 'vitest';
import { sms, smsParts, viber } from '../records/record-builder.ts';
import { postsOf, usualHabits } from './callbacks.ts';
import type { SentFlow } from './sent-flows.ts';

const flow: SentFlow = {
  trackingId: '30830fad-21ed-49b0-89d0-bbada2fd5640',
  createdAt: Date.parse('2026-11-24T10:00:00Z'),
  options: {
    steps: [
      viber({ at: 1, until: 5, status: 'UNDELIVERED' }),
      sms({ at: 6, until: 9, status: 'Undelivered' }),
      smsParts({ at: 10, parts: [{ until: 12 }, { until: 13 }] }),
    ],
  },
};
const end = 13.2;

const times = (posts: readonly { at: number }[]) => posts.map(({ at }) => Math.round(at * 100) / 100);

test('on completion the whole record is posted once, at the end', () => {
  const posts = postsOf(flow, 'OnCompletion', usualHabits);
  expect(times(posts)).toEqual([end]);
  expect(posts[0]?.body).toMatchObject({ trackingId: flow.trackingId, status: 'Succeeded' });
});

test('on each step the record so far is posted', () => {
  const posts = postsOf(flow, 'OnStep', usualHabits);
  expect(times(posts)).toEqual([5, 9, end]);
  expect(posts[0]?.body).toMatchObject({
    status: 'InProgress',
    messages: [{ status: { name: 'UNDELIVERED' } }, {}, {}, {}],
  });
});

test('they come twice, late and swapped', () => {
  const posts = postsOf(flow, 'OnStep', { ...usualHabits, times: 2, delayMs: 1000, swapped: true });
  expect(times(posts)).toEqual([10, 10.05, 10.05, 10.1, end + 1, end + 1.05]);
  const [first, second, third] = postsOf(flow, 'OnStep', usualHabits);
  expect(posts.map(({ body }) => body)).toEqual([second, first, second, first, third, third].map((post) => post?.body));
});

test('the messages of a step alone name their flow', () => {
  const [first, , third] = postsOf(flow, 'OnStep', { ...usualHabits, onStep: 'messages' });
  expect(first?.body).toMatchObject({ type: 'Viber', trackingId: flow.trackingId });
  expect(third?.body).toMatchObject([
    { type: 'Sms', part: 1, trackingId: flow.trackingId },
    { type: 'Sms', part: 2 },
  ]);
});
