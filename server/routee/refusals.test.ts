import { expect, test } from 'vitest';
import { Refusals } from './refusals.ts';

test('a new token that did not help is not asked for again at once, and less and less often', () => {
  let now = 0;
  const refusals = new Refusals(() => now);
  const asked: number[] = [];
  for (now = 0; now < 300_000; now += 500) {
    if (!refusals.isWorthToken(403)) continue;
    asked.push(now / 1000);
    refusals.learn(403, false, 'a');
  }
  expect(asked).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
});

test('several that were under way together are one lesson', () => {
  let now = 0;
  const refusals = new Refusals(() => now);
  for (let call = 0; call < 16; call++) refusals.learn(403, false, 'a');
  now = 1000;
  expect(refusals.isWorthToken(403)).toBe(true);
});

test('a token that helped ends it; other statuses have their own', () => {
  const refusals = new Refusals(() => 0);
  refusals.learn(403, false, 'a');
  expect([refusals.isWorthToken(403), refusals.isWorthToken(401)]).toEqual([false, true]);
  refusals.learn(403, true, 'b');
  expect(refusals.isWorthToken(403)).toBe(true);
});

test('after 401 several new tokens are tried before it is believed', () => {
  const refusals = new Refusals(() => 0);
  const worth = ['a', 'b', 'c', 'd'].map((token) => {
    const isWorth = refusals.isWorthToken(401);
    refusals.learn(401, false, token);
    return isWorth;
  });
  expect(worth).toEqual([true, true, true, false]);
});

test('a revoked token that many calls had is one lesson, and none when it was good before', () => {
  const refusals = new Refusals(() => 0);
  for (let call = 0; call < 64; call++) refusals.learn(401, false, 'revoked');
  expect(refusals.isWorthToken(401)).toBe(true);
  for (const token of ['b', 'c', 'd']) {
    refusals.accepted(token);
    refusals.learn(401, false, token);
  }
  expect(refusals.isWorthToken(401)).toBe(true);
});
