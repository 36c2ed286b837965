import { expect, test } from 'vitest';
import { readBasePath, withinBase } from './base-path.ts';

test.each([
  ['/cascade', '/cascade/flows/a?step=2', '/flows/a?step=2'],
  ['/cascade', '/cascade', '/'],
  ['/cascade', '/cascade/', '/'],
  ['/cascade', '/cascade?tz=UTC', '/?tz=UTC'],
  ['/cascade', '/cascades/flows/a', null],
  ['/cascade', '/flows/a', null],
  ['/ops/cascade', '/ops/cascade/explore', '/explore'],
  ['', '/flows/a', '/flows/a'],
])('under “%s”, %s is %s', (base, path, expected) => {
  expect(withinBase(path, base)).toBe(expected);
});

test.each([
  ['{"basePath":"/cascade"}', '/cascade'],
  ['{"basePath":""}', ''],
  ['{"basePath":"//evil.example"}', ''],
  ['{"basePath":"/a\\"onload=x"}', ''],
  ['{"basePath":7}', ''],
  ['{}', ''],
  ['no JSON', ''],
])('the base path in %s is “%s”', (facts, expected) => {
  expect(readBasePath(facts)).toBe(expected);
});
