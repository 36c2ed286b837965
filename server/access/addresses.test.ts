import { describe, expect, test } from 'vitest';
import { addressTest, isLoopback, isRange, isWholeInternet } from './addresses.ts';

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

test.each([
  ['0.0.0.0/0', true],
  ['10.0.0.0/0', true],
  ['128.0.0.0/1', true],
  ['::/0', true],
  ['::/1', true],
  ['2000::/3', true],
  ['::/8', true],
  ['::ffff:0:0/96', true],
  ['::ffff:0.0.0.0/96', true],
  ['0:0:0:0:0:ffff:0:0/97', true],
  ['64:ff9b::/96', true],
  ['2002::/16', true],
  ['10.0.0.0/8', false],
  ['fc00::/7', false],
  ['fd00::/8', false],
  ['2001:db8::/32', false],
  ['::1', false],
  ['::ffff:10.0.0.0/104', false],
  ['10.0.0.1', false],
])('isWholeInternet(%j) is %s', (range, expected) => {
  expect(isWholeInternet(range)).toBe(expected);
});

test.each([
  ['::ffff:10.0.0.0/104', '10.200.0.1', true],
  ['::ffff:a00:0/104', '::ffff:10.200.0.1', true],
  ['::ffff:10.0.0.7', '10.0.0.7', true],
  ['10.0.0.7', '::ffff:a00:7', true],
  ['10.0.0.7', '0:0:0:0:0:FFFF:0a00:0007', true],
  ['10.0.0.7', '::10.0.0.7', false],
  ['fd00::/8', '10.0.0.7', false],
  ['fe80::/10', 'fe80::1%eth0', true],
])('the range %s and the address %s: %s', (range, address, expected) => {
  expect(addressTest([range])(address)).toBe(expected);
});
