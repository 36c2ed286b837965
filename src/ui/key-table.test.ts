import { expect, test } from 'vitest';
import { ariaShortcut, keyCaps, keysText } from './key-caps.ts';
import { keyIds, keyTable } from './key-table.ts';

const caps = { control: 'Ctrl', command: '⌘', escape: 'Esc' };
const all = keyIds.flatMap((id) => keyTable[id].keys.map((keys) => ({ id, keys, group: keyTable[id].group })));

test('no two actions of one group, or of everywhere, share keys', () => {
  const clashes = all.filter(({ id, keys, group }) =>
    all.some(
      (other) =>
        other.id !== id &&
        other.keys === keys &&
        (other.group === group || [group, other.group].some((each) => each === 'everywhere' || each === 'go')),
    ),
  );
  expect(clashes).toEqual([]);
});

test('no key alone is the beginning of a sequence', () => {
  const first = new Set(all.filter(({ keys }) => keys.includes(' ')).map(({ keys }) => keys.split(' ')[0]));
  expect(all.filter(({ keys }) => first.has(keys))).toEqual([]);
});

test('nothing shadows the browser: plain keys, and one chord', () => {
  const browser = [' ', 'Space', 'Tab', 'Enter', 'Backspace', 'Home', 'End', 'PageUp', 'PageDown'];
  const presses = all.flatMap(({ keys }) => keys.split(' '));
  expect(presses.filter((press) => press.includes('+'))).toEqual(['$mod+k']);
  expect(presses.filter((press) => browser.includes(press) || /^(Arrow|F\d)/.test(press))).toEqual([]);
});

test.each([
  ['j', [['j']], 'j', 'J'],
  ['/', [['/']], '/', '/'],
  ['Escape', [['Esc']], 'Esc', 'Escape'],
  ['g h', [['g'], ['h']], 'g h', undefined],
  ['$mod+k', [['Ctrl', 'K']], 'Ctrl K', 'Control+K'],
])('%s', (keys, shown, text, aria) => {
  expect(keyCaps(keys, caps)).toEqual(shown);
  expect(keysText(keys, caps)).toBe(text);
  expect(ariaShortcut(keys)).toBe(aria);
});
