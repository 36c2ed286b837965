import { expect, test } from 'vitest';
import { readViews, renamedView, restoredView, withView } from './saved-views.ts';

const failed = { name: 'Failed today', search: '?range=1d&status=Failed' };
const viber = { name: 'Viber', search: '?range=2h&type=Viber' };

test.each([
  [null, []],
  ['not JSON', []],
  ['{"name":"x"}', []],
  [JSON.stringify([failed, { name: '' }, 7, viber]), [failed, viber]],
])('%s holds what can be read', (text, views) => {
  expect(readViews(text)).toEqual(views);
});

test('a view takes the place of the one of its name', () => {
  const changed = { ...failed, search: '?range=7d' };
  expect(withView([failed, viber], changed)).toEqual([changed, viber]);
  expect(withView([failed], viber)).toEqual([failed, viber]);
});

test('renaming keeps the place, and takes no name that another view has', () => {
  expect(renamedView([failed, viber], 'Failed today', 'Failed')).toEqual([{ ...failed, name: 'Failed' }, viber]);
  expect(renamedView([failed, viber], 'Failed today', 'Viber')).toBeNull();
  expect(renamedView([failed, viber], 'Viber', 'Viber')).toEqual([failed, viber]);
});

test('a removed view comes back at its place, unless its name is taken by now', () => {
  expect(restoredView([viber], failed, 0)).toEqual([failed, viber]);
  const other = { ...failed, search: '?range=7d' };
  expect(restoredView([viber, other], failed, 0)).toEqual([viber, other]);
});
