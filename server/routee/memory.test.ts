import { expect, test } from 'vitest';
import { until } from '../testing/gateway.ts';
import { AnswerMemory } from './memory.ts';

const never = () => new AbortController().signal;

test('who finds no room waits, first come, first served', async () => {
  const memory = new AnswerMemory(10, 100);
  const leases = [memory.lease(), memory.lease(), memory.lease()];
  const got: number[] = [];
  const reserve = (index: number, bytes: number) =>
    leases[index]?.reserve(bytes, false, never()).then(() => got.push(index));
  await reserve(0, 60);
  const later = [reserve(1, 50), reserve(2, 5)];
  await until(() => memory.waiting === 2);
  expect(got).toEqual([0]);
  leases[0]?.release();
  await Promise.all(later);
  expect(got).toEqual([0, 1, 2]);
  for (const lease of leases) lease.release();
  expect(memory.usedBytes).toBe(0);
});

test('who gives up waiting leaves no trace, and those behind go on', async () => {
  const memory = new AnswerMemory(10, 100);
  const [first, second, third] = [memory.lease(), memory.lease(), memory.lease()];
  await first.reserve(60, false, never());
  const controller = new AbortController();
  const waiting = second.reserve(70, false, controller.signal);
  const behind = third.reserve(10, false, never());
  controller.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  await behind;
  first.release();
  third.release();
  second.release();
  expect([memory.usedBytes, memory.waiting]).toEqual([0, 0]);
});

test('large answers leave room for small ones', async () => {
  const memory = new AnswerMemory(10, 100);
  await memory.lease().reserve(75, false, never());
  const small = memory.lease();
  await small.reserve(20, true, never());
  expect(small.tryReserve(10)).toBe(false);
  expect(small.tryReserve(5)).toBe(true);
});

test('one that is larger than everything gets everything', async () => {
  const memory = new AnswerMemory(10, 100);
  const lease = memory.lease();
  await lease.reserve(1000, false, never());
  lease.release();
  expect(memory.usedBytes).toBe(0);
});

test('a lease that was given up takes nothing more', async () => {
  const memory = new AnswerMemory(10, 100);
  const lease = memory.lease();
  lease.release();
  await expect(lease.reserve(10, false, never())).rejects.toThrow('given up');
  expect(() => lease.hold()).toThrow('given up');
  expect(memory.usedBytes).toBe(0);
});

test('what is only remembered from now on is forgotten for those who wait', async () => {
  const memory = new AnswerMemory(10, 100);
  const remembered = memory.lease();
  let isRemembered = true;
  memory.addMemory(() => {
    if (!isRemembered || memory.usedBytes === 0) return false;
    remembered.release();
    isRemembered = false;
    return true;
  });
  await remembered.reserve(60, false, never());
  remembered.hold();
  isRemembered = false;
  const waiting = memory.lease().reserve(60, false, never());
  isRemembered = true;
  remembered.release();
  await waiting;
  expect(memory.usedBytes).toBe(60);
});
