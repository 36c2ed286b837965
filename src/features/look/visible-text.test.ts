import { expect, test } from 'vitest';
import { escapedText, shownText, visibleText } from './visible-text.ts';

test('what turns or hides text is written out', () => {
  expect(visibleText('a\u202Etxt.exe\u0000\n\tb')).toBe('a⟨U+202E⟩txt.exe⟨U+0000⟩\n\tb');
  expect(visibleText('Καλημέρα مرحبا 👍🏽')).toBe('Καλημέρα مرحبا 👍🏽');
});

test('in JSON it is escaped', () => {
  expect(escapedText('"a\u2067b"')).toBe('"a\\u2067b"');
});

test('long text is cut', () => {
  expect(shownText('abcdef', 4)).toBe('abc…');
  expect(shownText('x'.repeat(1_000_000), 5)).toBe('xxxx…');
});

test('writes spaces of no width out, and leaves the joiners of emoji', () => {
  expect(visibleText('a\u200Bb\u2060c')).toBe('a⟨U+200B⟩b⟨U+2060⟩c');
  expect(visibleText('👨\u200D👩\u200D👧')).toBe('👨\u200D👩\u200D👧');
});
