import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptName, dimensions } from '#model/explore/attempt.ts';
import { columnIds, defaultColumns, defaultSort } from '#model/explore/columns.ts';
import { closedValues, type Filter, type FilterField, filterOperators } from '#model/explore/filters.ts';
import { findingCodes } from '#model/findings/finding.ts';
import { buildExplore, type ExploreView, exploreLink, parseExplore } from './explore-address.ts';

const defaults: ExploreView = {
  range: { kind: 'latest', lengthMs: 86_400_000 },
  filters: [],
  sort: defaultSort,
  columns: defaultColumns,
  pinned: 0,
  by: null,
};

const parse = (search: string) => parseExplore(new URLSearchParams(search));

test.each<[string, Partial<ExploreView>]>([
  ['?range=1d', {}],
  [
    '?range=2h&status=Failed%2CInProgress',
    {
      range: { kind: 'latest', lengthMs: 7_200_000 },
      filters: [{ field: 'status', operator: 'is', values: ['Failed', 'InProgress'] }],
    },
  ],
  [
    '?from=2026-11-23T00%3A00Z&until=2026-11-23T12%3A00Z',
    { range: { kind: 'between', from: Date.UTC(2026, 10, 23), to: Date.UTC(2026, 10, 23, 12) } },
  ],
  ['?range=1d&to=starts_with%3A%2B3069', { filters: [{ field: 'to', operator: 'starts_with', values: ['+3069'] }] }],
  // As older links have it, encoded twice.
  ['?range=1d&to=starts_with%3A%252B3069', { filters: [{ field: 'to', operator: 'starts_with', values: ['+3069'] }] }],
  ['?range=1d&operator=A%252CB%2CC', { filters: [{ field: 'operator', operator: 'is', values: ['A,B', 'C'] }] }],
  ['?range=1d&reason=Unknown+Number', { filters: [{ field: 'reason', operator: 'is', values: ['Unknown Number'] }] }],
  ['?range=today', { range: { kind: 'day', day: 'today' } }],
  ['?range=yesterday', { range: { kind: 'day', day: 'yesterday' } }],
  [
    '?range=1d&sort=-price&cols=created.price',
    { sort: { column: 'price', descending: true }, columns: ['created', 'price'] },
  ],
])('%s', (search, expected) => {
  const { view, repairs } = parse(search);
  expect(view).toEqual({ ...defaults, ...expected });
  expect(repairs).toEqual([]);
});

test.each([
  ['?range=soon', { kind: 'range', text: 'soon' }],
  ['?from=2026-11-23T12:00Z&until=2026-11-23T00:00Z', { kind: 'range', text: '2026-11-23T12:00Z – 2026-11-23T00:00Z' }],
  ['?from=2026-11-23T12:00Z', { kind: 'range', text: '2026-11-23T12:00Z – ' }],
  ['?status=Lost', { kind: 'value', field: 'status', text: 'Lost' }],
  ['?status=contains:Failed', { kind: 'value', field: 'status', text: 'contains:Failed' }],
  ['?country=ZZ', { kind: 'value', field: 'country', text: 'ZZ' }],
  ['?price=at_least:cheap', { kind: 'value', field: 'price', text: 'cheap' }],
  ['?finding=no-such', { kind: 'value', field: 'finding', text: 'no-such' }],
  ['?label=%25E0', { kind: 'value', field: 'label', text: '%E0' }],
  ['?by=shoe', { kind: 'by', text: 'shoe' }],
  ['?to=is:~', { kind: 'withheld', field: 'to' }],
  ['?sort=colour', { kind: 'sort', text: 'colour' }],
  ['?cols=colour', { kind: 'columns', text: 'colour' }],
])('%s is repaired, and says so', (search, repair) => {
  const { view, repairs } = parse(search);
  expect(repairs).toEqual([repair]);
  expect(view).toEqual(defaults);
});

test('a value that can be used stays beside one that cannot', () => {
  expect(parse('?status=failed,Lost').view.filters).toEqual([{ field: 'status', operator: 'is', values: ['Failed'] }]);
});

test("parameters of others stay, this page's own are replaced", () => {
  expect(buildExplore(defaults, new URLSearchParams('?tz=utc&status=Failed&until=x')).search).toBe('?range=1d&tz=utc');
});

describe('personal values', () => {
  test('an attempt of a sender that is a number leaves its description out', () => {
    const value = attemptName({ failed: true, values: { sender: '306912345678' } });
    const { search, withheld } = buildExplore({
      ...defaults,
      filters: [{ field: 'attempt', operator: 'is', values: [value] }],
    });
    expect(search).toContain('attempt=%7E');
    expect(withheld).toEqual({ '0.0': value });
  });

  const to = (value: string): ExploreView => ({
    ...defaults,
    filters: [{ field: 'to', operator: 'is', values: [value] }],
  });

  test('a whole number is left out of the address and kept beside it', () => {
    const { search, withheld } = buildExplore(to('+306912345678'));
    expect(search).toBe('?range=1d&to=%7E');
    expect(parseExplore(new URLSearchParams(search), withheld).view).toEqual(to('+306912345678'));
  });

  test('a real tilde is no hole', () => {
    const view: ExploreView = { ...defaults, filters: [{ field: 'label', operator: 'is', values: ['~'] }] };
    expect(parse(buildExplore(view).search).view).toEqual(view);
  });
});

const valuesOfField: Partial<Record<FilterField, fc.Arbitrary<string>>> = {
  status: fc.constantFrom(...closedValues.status),
  type: fc.constantFrom(...closedValues.type),
  terminationChannel: fc.constantFrom(...closedValues.terminationChannel),
  mark: fc.constantFrom(...closedValues.mark),
  country: fc.constantFrom('GR', 'CY'),
  finding: fc.constantFrom(...findingCodes),
  price: fc.constantFrom('0', '0.035', '12'),
  reach: fc.constantFrom('0', '603.605', '12'),
  band: fc.constantFrom('1.Viber.Sms', '2.Sms.-failed'),
  attempt: fc.constantFrom(
    attemptName({ failed: true, values: { operator: 'Voda.fone 100%', reason: 'a, b' } }),
    attemptName({ failed: false, values: { sender: '306912345678', label: '' } }),
  ),
};
const free = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() === text && text !== '');
const fields = Object.keys(filterOperators) as FilterField[]; // its keys are the union
const filter: fc.Arbitrary<Filter> = fc.constantFrom(...fields).chain((field) =>
  fc.record({
    field: fc.constant(field),
    operator: fc.constantFrom(...filterOperators[field]),
    values: fc.uniqueArray(valuesOfField[field] ?? free, { minLength: 1, maxLength: 3 }),
  }),
);
const minute = fc.integer({ min: 0, max: 40_000_000 }).map((minutes) => minutes * 60_000);
const view: fc.Arbitrary<ExploreView> = fc.record({
  range: fc.oneof(
    fc.integer({ min: 1, max: 10_000 }).map((minutes) => ({ kind: 'latest' as const, lengthMs: minutes * 60_000 })),
    fc
      .tuple(minute, fc.integer({ min: 1, max: 10_000 }))
      .map(([from, length]) => ({ kind: 'between' as const, from, to: from + length * 60_000 })),
  ),
  filters: fc.array(filter, { maxLength: 5 }),
  sort: fc.record({ column: fc.constantFrom(...columnIds), descending: fc.boolean() }),
  columns: fc.shuffledSubarray([...columnIds], { minLength: 1 }),
  pinned: fc.constantFrom(0, 1),
  by: fc.constantFrom(null, ...dimensions),
});

test('any view comes back from its address as it was', () => {
  fc.assert(
    fc.property(view, (given) => {
      const { search, withheld } = buildExplore(given);
      expect(parseExplore(new URLSearchParams(search), withheld)).toEqual({ view: given, repairs: [] });
    }),
  );
});

test('no address holds a text, or seven digits of a number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?\d{7,14}$/), (number) => {
      const filters: Filter[] = (['to', 'text', 'label'] as const).map((field) => ({
        field,
        operator: 'contains',
        values: [number],
      }));
      expect(decodeURIComponent(buildExplore({ ...defaults, filters }).search)).not.toMatch(/\d{7}/);
    }),
  );
});

test.each([
  ['ends_with', '6900000001'],
  ['is', '+306900000001'],
] as const)('a link to flows whose recipient %s a number holds it beside the address', (operator, number) => {
  const filter: Filter = { field: 'to', operator, values: [number] };
  const { to, state } = exploreLink({ range: defaults.range, filters: [filter] }, 0);
  expect(to.search).not.toContain('6900000001');
  const { view, repairs } = parseExplore(new URLSearchParams(to.search), state.explore.withheld);
  expect([view.filters, repairs]).toEqual([[filter], []]);
});

test.each([
  ['A,B', 'operator=A%5C%2CB'],
  ['50% off', 'operator=50%5C%25+off'],
  ['a\\b', 'operator=a%5C%5Cb'],
  ['~', 'operator=%5C%7E'],
  ['Κινητά & Co', 'operator=%CE%9A%CE%B9%CE%BD%CE%B7%CF%84%CE%AC+%26+Co'],
  ['100%25', 'operator=100%5C%2525'],
])('%s is encoded once, and comes back', (value, expected) => {
  const view: ExploreView = { ...defaults, filters: [{ field: 'operator', operator: 'is', values: [value, 'x'] }] };
  const { search } = buildExplore(view);
  expect(search).toBe(`?range=1d&${expected}%2Cx`);
  expect(parse(search).view).toEqual(view);
});
