import { expect, test } from 'vitest';
import { readViews, withView } from './saved-views.ts';

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
