import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import cases from './return-to.cases.json' with { type: 'json' };
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

describe('no payload leads away', () => {
  const origin = 'https://cascade.example';
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  test('of at least three hundred', () => {
    expect(new Set(cases).size).toBeGreaterThan(300);
  });

  test.each(cases)('%j', (payload) => {
    for (const given of [payload, decode(payload)]) {
      const path = localPath(given);
      expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      for (const sent of [path, decode(path), decode(decode(path))]) {
        const url = new URL(sent, origin);
        expect(url.origin).toBe(origin);
        expect(url.pathname).not.toMatch(/^\/(auth|api)\//);
      }
    }
  });

  test('nor any text of such pieces', () => {
    const pieces = [
      '/',
      '\\',
      '%2f',
      '%5C',
      '%25',
      '.',
      '%2e',
      '\t',
      '%09',
      '@',
      ':',
      'evil.example',
      '//',
      '?',
      '#',
      'a',
      '。',
    ];
    const payload = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(payload, (given) => {
        const path = localPath(given);
        return [path, decode(path), decode(decode(path))].every((sent) => new URL(sent, origin).origin === origin);
      }),
      { seed: 12, numRuns: 2000 },
    );
  });
});
