import { describe, expect, test } from 'vitest';
import type { Flow } from '#model/flow/flow.ts';
import { readFlow } from '#model/record/read-flow.ts';
import { nextRefreshMs, type RefreshState } from './polling.ts';

const start = Date.UTC(2026, 10, 24, 10);

function flowOf(status: string, updatedAfterS = 0): Flow {
  const iso = (seconds: number) => new Date(start + seconds * 1000).toISOString();
  const text = JSON.stringify({ status, createdAt: iso(0), updatedAt: iso(updatedAfterS), messages: [] });
  const reading = readFlow(text);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.flow;
}

function next(state: Partial<RefreshState> & { afterS?: number }): number | null {
  const { afterS = 0, ...given } = state;
  const usual = { flow: flowOf('InProgress'), finalLooks: 0, failures: 0, passing: true, retryAfterMs: null };
  return nextRefreshMs({ ...usual, asOf: start + afterS * 1000, ...given });
}

describe('a running flow', () => {
  test.each([
    [0, 2000],
    [30, 2000],
    [60, 2000],
    [90, 3000],
    [600, 20_000],
    [1800, 60_000],
    [864_000, 60_000],
    // A clock that is behind Routee's.
    [-30, 2000],
  ])('that changed %d s ago is asked for after %d ms', (afterS, expected) => {
    expect(next({ afterS })).toBe(expected);
  });

  test('is asked for quickly again once it has changed', () => {
    expect(next({ flow: flowOf('InProgress', 595), afterS: 600 })).toBe(2000);
  });

  test('without any time is asked for every 5 s', () => {
    const reading = readFlow('{"status":"Queued","messages":[]}');
    expect(next({ flow: reading.ok ? reading.flow : null })).toBe(5000);
  });
});

describe('a flow of which it is not known whether it ended', () => {
  test.each(['Archived', 'Lost', ''])('because its status is %j, is asked for again, slowly', (status) => {
    expect(next({ flow: flowOf(status), afterS: 0 })).toBe(60_000);
    expect(next({ flow: flowOf(status), afterS: 864_000, finalLooks: 3 })).toBe(60_000);
  });
});

describe('a flow at its end', () => {
  const ended = flowOf('Succeeded', 40);

  test('is looked at once more, for late receipts', () => {
    expect(next({ flow: ended, afterS: 41, finalLooks: 1 })).toBe(10_000);
    expect(next({ flow: ended, afterS: 51, finalLooks: 2 })).toBeNull();
  });

  test('that ended long ago is not', () => {
    expect(next({ flow: ended, afterS: 3600, finalLooks: 1 })).toBeNull();
  });

  test('that ended in the future by its own clock is not', () => {
    expect(next({ flow: ended, afterS: -3600, finalLooks: 1 })).toBeNull();
  });

  test('stays at its end when the last look failed', () => {
    expect(next({ flow: ended, afterS: 51, finalLooks: 2, failures: 1 })).toBeNull();
  });
});

describe('after failures', () => {
  test.each([
    [1, 2000],
    [2, 4000],
    [3, 8000],
    [6, 60_000],
    [5000, 60_000],
  ])('%d in a row the pause is %d ms', (failures, expected) => {
    expect(next({ failures })).toBe(expected);
  });

  test('it is never shorter than Retry-After', () => {
    expect(next({ failures: 1, retryAfterMs: 30_000 })).toBe(30_000);
    expect(next({ failures: 4, retryAfterMs: 1000 })).toBe(16_000);
  });

  test('it is never shorter than the flow’s own', () => {
    expect(next({ failures: 1, afterS: 1800 })).toBe(60_000);
  });

  test('a flow that never came is asked for too', () => {
    expect(next({ flow: null, failures: 1 })).toBe(2000);
    expect(next({ flow: null, failures: 3 })).toBe(8000);
  });

  test('that asking again cannot mend nothing is asked', () => {
    expect(next({ failures: 1, passing: false })).toBeNull();
    expect(next({ flow: null, failures: 1, passing: false })).toBeNull();
  });
});

test('an answer that is no record is not asked for again', () => {
  expect(next({ flow: null })).toBeNull();
});
