import { afterEach, expect, test, vi } from 'vitest';
import { forgetGatewayTime, gatewayNow, noteGatewayTime } from './clock.ts';

const hourMs = 3_600_000;
afterEach(() => {
  forgetGatewayTime();
  vi.restoreAllMocks();
});

test('this computer’s clock counts only until the gateway has said a time', () => {
  vi.spyOn(Date, 'now').mockReturnValue(26 * hourMs);
  const running = vi.spyOn(performance, 'now').mockReturnValue(500);
  expect(gatewayNow()).toBe(26 * hourMs);
  noteGatewayTime(1000);
  expect(gatewayNow()).toBe(1000);
  running.mockReturnValue(1500);
  expect(gatewayNow()).toBe(2000);
});

test('an answer that took long turns no clock back, one that came faster puts it right', () => {
  const running = vi.spyOn(performance, 'now').mockReturnValue(0);
  noteGatewayTime(10_000);
  running.mockReturnValue(5000);
  noteGatewayTime(12_000);
  expect(gatewayNow()).toBe(15_000);
  noteGatewayTime(15_300);
  expect(gatewayNow()).toBe(15_300);
});

test('a computer that slept catches up with the next answer', () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  noteGatewayTime(0);
  noteGatewayTime(hourMs);
  expect(gatewayNow()).toBe(hourMs);
});

test('no time is no time', () => {
  vi.spyOn(Date, 'now').mockReturnValue(7);
  noteGatewayTime(Number.NaN);
  expect(gatewayNow()).toBe(7);
});
