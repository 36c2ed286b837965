/** What the type check cannot see of the catalogues: that every text is written, and in its own language. */
import { expect, test } from 'vitest';
import { el } from './el.ts';
import { en } from './en.ts';

/** Every text that is no function, by its path. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`));
}

/** Every path, functions and null included. */
function paths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

const greek = /\p{Script=Greek}/u;
/** Names, signs and units that both languages write alike. */
const alike =
  /^(?:Cascade|UTC|English|Ctrl|Esc|JSON|TTL|Tracking ID|[Ll]atency|MB|null|[a-z]+[A-Z][A-Za-z]*|[^A-Za-z]*)$/;

test('both have the same keys', () => {
  expect(paths(el).toSorted()).toEqual(paths(en).toSorted());
});

test('no text is empty', () => {
  expect([...texts(en), ...texts(el)].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('English has no Greek but the name of the language', () => {
  const found = texts(en).filter(([, text]) => greek.test(text));
  expect(found.map(([path]) => path)).toEqual(['app.language.el']);
});

test('Greek is Greek, except for names, codes and signs', () => {
  expect(texts(el).filter(([, text]) => !greek.test(text) && !alike.test(text))).toEqual([]);
});
