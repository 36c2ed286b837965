import { expect, test } from 'vitest';
import { localPath, signInPath } from './return-to.ts';

test.each([
  ['/flows/abc?step=2&view=raw', '/flows/abc?step=2&view=raw'],
  ['/', '/'],
  ['/compare/a...b', '/compare/a...b'],
  ['/flows/%2e%2e', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['/./\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['flows/abc', '/'],
  ['/auth/sign-out', '/'],
  ['/flows/../auth/sign-out', '/'],
  ['/api/config', '/'],
  [`/${'x'.repeat(3000)}`, '/'],
  [['/flows/a', '/flows/b'], '/'],
  [undefined, '/'],
])('localPath(%j) is %j', (to, expected) => {
  expect(localPath(to)).toBe(expected);
});

test('the way to sign in carries the page', () => {
  expect(signInPath('/')).toBe('/auth/sign-in');
  expect(signInPath('/flows/abc?step=2&tz=utc')).toBe('/auth/sign-in?to=%2Fflows%2Fabc%3Fstep%3D2%26tz%3Dutc');
});
