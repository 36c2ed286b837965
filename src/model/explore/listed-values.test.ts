import { expect, test } from 'vitest';
import { isPersonalSearch, listed, listedValues } from './listed-values.ts';

test.each([
  ['?range=1d&status=Failed', false],
  ['?from=2026-11-20T10%3A00Z&until=2026-11-21T10%3A00Z&to=starts_with%3A%2B3069', false],
  ['?to=~&text=contains%3A~', false],
  ['?cols=created.chain&sort=-price&tz=Europe%2FAthens', false],
  ['?to=306912345678', true],
  ['?to=is_not%3A~,306912345678', true],
  ['?to=%2533069123456', true],
  ['?to=Maria', true],
  ['?text=contains%3Aparcel', true],
  ['?label=call%20306912345678', true],
  ['?note=306912345678', true],
  ['?306912345678=1', true],
])('%s holds what is personal: %s', (search, personal) => {
  expect(isPersonalSearch(search)).toBe(personal);
});

test.each([[['a', 'b']], [[',']], [['a,', ',b']], [['\\,']], [['50%', '~']], [['']]])(
  'a list of %j comes back as it was',
  (values) => {
    expect(listedValues(values.map(listed).join(',')).map(({ value }) => value)).toEqual(values);
  },
);
