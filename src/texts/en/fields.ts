/** Texts around the list of all fields; what each field means is in field-meanings.ts. */
import type { Expected } from '#model/record/record.ts';

const expected: Readonly<Record<Expected, string>> = {
  text: 'text',
  number: 'a number',
  trueOrFalse: 'true or false',
  list: 'a list',
  object: 'an object',
  time: 'an ISO 8601 time',
  addresses: 'an address',
};

export const fields = {
  all: 'All fields',
  title: 'Fields of the flow',
  message: (part: string, path: string) => `Part ${part} · ${path}`,
  emptyText: 'empty text',
  emptyList: 'empty list',
  emptyObject: 'empty object',
  nothing: 'null',
  setAside: (wanted: Expected) => `should be ${expected[wanted]}; set aside`,
  withUnit: (value: string, unit: string) => `${value} ${unit}`,
  readAs: (value: string, reading: string) => `${value} · ${reading}`,
  more: (characters: string) => `… (${characters} characters)`,
  showMore: (left: string) => `Show more (${left} left)`,
  none: 'The record holds no fields here.',
};
