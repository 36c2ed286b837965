import { describe, expect, test } from 'vitest';
import { addressTest, isLoopback, isRange } from './addresses.ts';

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['[::1]', true],
  ['::ffff:127.0.0.1', true],
  ['localhost', true],
  ['LOCALHOST', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.0.1', false],
  ['localhost.example.com', false],
  ['127.0.0.1.example.com', false],
  ['', false],
])('isLoopback(%j) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/8/8', false],
  ['proxy', false],
])('isRange(%j) is %s', (range, expected) => {
  expect(isRange(range)).toBe(expected);
});

describe('addressTest', () => {
  const isOurs = addressTest(['10.1.0.0/16', '192.168.7.7', 'fd00::/8']);
  test.each([
    ['10.1.255.3', true],
    ['::ffff:10.1.0.9', true],
    ['10.2.0.1', false],
    ['192.168.7.7', true],
    ['192.168.7.8', false],
    ['fd12::1', true],
    ['fe80::1', false],
    [undefined, false],
    ['', false],
  ])('%j: %s', (address, expected) => {
    expect(isOurs(address)).toBe(expected);
  });

  test('of no ranges, none is', () => {
    expect(addressTest([])('10.0.0.1')).toBe(false);
  });
});
