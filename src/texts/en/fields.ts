/** Texts around the list of all fields; what each field means is in field-meanings.ts. */
import type { Expected, Unusable } from '#model/record/reading.ts';

const expected: Readonly<Record<Expected, string>> = {
  text: 'text',
  number: 'a number',
  trueOrFalse: 'true or false',
  list: 'a list',
  object: 'an object',
  time: 'an ISO 8601 time',
  addresses: 'an address',
};

const unusable: Readonly<Record<Exclude<Unusable, 'type'>, string>> = {
  ambiguous: 'can be read in two ways; set aside',
  dayOnly: 'a day without a time of day; set aside',
  outOfRange: 'out of any possible range; kept as written',
};

export const fields = {
  all: 'All fields',
  title: 'Fields of the flow',
  message: (part: string, path: string) => `Part ${part} · ${path}`,
  emptyText: 'empty text',
  emptyList: 'empty list',
  emptyObject: 'empty object',
  nothing: 'null',
  setAside: (wanted: Expected, why: Unusable) =>
    why === 'type' ? `should be ${expected[wanted]}; set aside` : unusable[why],
  withUnit: (value: string, unit: string) => `${value} ${unit}`,
  readAs: (value: string, reading: string) => `${value} · ${reading}`,
  more: (characters: string) => `… (${characters} characters)`,
  showMore: (left: string) => `Show more (${left} left)`,
  none: 'The record holds no fields here.',
};
