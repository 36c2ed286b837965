import { expect, test } from 'vitest';
import type { Filter, FilterOperator } from './filters.ts';
import { otherReadings } from './other-readings.ts';

const to = (operator: FilterOperator, ...values: string[]): Filter => ({ field: 'to', operator, values });

test.each<[Filter, readonly string[], boolean, string[]]>([
  [to('is', '+6912345678'), ['+306912345678'], false, ['is +306912345678', 'ends_with 12345678']],
  [to('is', '+35792273270'), ['+35792273270'], false, ['ends_with 92273270']],
  [to('is', '6912345678'), ['+306912345678', '+6912345678'], true, ['is +6912345678', 'is +306912345678']],
  [to('is', '+306912345678'), [], true, ['is 306912345678']],
  [to('is', '+999'), [], false, ['starts_with 999', 'contains 999']],
  [to('starts_with', '3069'), [], false, ['starts_with +3069', 'contains 3069']],
  [to('starts_with', '+3069'), [], false, ['starts_with 3069', 'contains 3069']],
  [to('ends_with', '+678'), [], false, ['contains 678']],
  [to('contains', '678'), [], false, []],
  [to('is', 'maria@example.com'), [], false, ['contains maria@example.com']],
  [to('is_not', '+306912345678'), ['+306912345678'], false, []],
  [{ field: 'country', operator: 'is', values: ['GR'] }, [], false, []],
])('%j with %j, whole numbers only %s: %j', (filter, numbers, wholeNumbersOnly, expected) => {
  const found = otherReadings(filter, { numbers, wholeNumbersOnly });
  expect(found.map(({ operator, values }) => `${operator} ${values[0]}`)).toEqual(expected);
});
