import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test.each([
  ['https://example.com/a?b=1', 'https://example.com/a?b=1', 'example.com'],
  ['HTTP://Example.com:8080', 'http://example.com:8080/', 'example.com:8080'],
  ['https://real.bank@evil.example/', 'https://evil.example/', 'evil.example'],
  ['https://παράδειγμα.gr', 'https://xn--hxajbheg2az3al.gr/', 'xn--hxajbheg2az3al.gr'],
])('%s is a web address', (text, href, host) => {
  expect(webAddress(text)).toEqual({ kind: 'web', href, host });
});

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<b>',
  'www.example.com',
  '',
  'file:///etc/passwd',
])('%j stays text', (text) => {
  expect(webAddress(text)).toEqual({ kind: 'inert', text });
});
