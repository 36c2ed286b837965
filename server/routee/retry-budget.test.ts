import { describe, expect, test } from 'vitest';
import { RetryBudget } from './retry-budget.ts';

/** How many of so many calls under way may be repeated. */
function granted(calls: number): number {
  const budget = new RetryBudget(() => 0);
  for (let call = 0; call < calls; call++) budget.begin();
  return Array.from({ length: calls }, () => budget.mayRepeat()).filter(Boolean).length;
}

test.each([
  [1, 1],
  [3, 3],
  [4, 3],
  [15, 3],
  [16, 3],
  [20, 3],
  [50, 9],
  [200, 36],
])('%i calls under way: %i may be repeated', (calls, expected) => {
  expect(granted(calls)).toBe(expected);
});

test('one who asks alone may repeat again and again', () => {
  const budget = new RetryBudget(() => 0);
  budget.begin();
  for (let time = 0; time < 5; time++) {
    expect(budget.mayRepeat()).toBe(true);
    budget.repeated();
  }
});

describe('everything fails', () => {
  /** Calls in all for each of the calls of a crowd, every one of which fails and would be made three times. */
  function ratio(crowd: number): number {
    const budget = new RetryBudget(() => 0);
    let [made, waiting] = [0, [] as number[]];
    for (let call = 0; call < crowd; call++) budget.begin();
    const fail = (tries: number) => {
      made++;
      if (tries < 3 && budget.mayRepeat()) waiting.push(tries + 1);
      else budget.end();
    };
    for (let call = 0; call < crowd; call++) fail(1);
    while (waiting.length > 0) {
      const [tries = 3] = waiting;
      waiting = waiting.slice(1);
      budget.repeated();
      fail(tries);
    }
    return made / crowd;
  }

  test.each([16, 20, 50, 100, 200, 1000])('for a crowd of %i: at most 1.2 calls each', (crowd) => {
    expect(ratio(crowd)).toBeLessThanOrEqual(1.2);
  });
});

test('three replicas share what one alone may repeat at least', () => {
  const budget = new RetryBudget(() => 0);
  budget.shareAmong(3);
  for (let call = 0; call < 4; call++) budget.begin();
  expect([budget.mayRepeat(), budget.mayRepeat()]).toEqual([true, false]);
  budget.shareAmong(1);
  expect([budget.mayRepeat(), budget.mayRepeat(), budget.mayRepeat()]).toEqual([true, true, false]);
});
