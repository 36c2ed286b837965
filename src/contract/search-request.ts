/** What may be sent to the gateway: everything that a browser or a script says is checked by these, and described by them. */
import * as z from 'zod/mini';
import { readMoment } from './moment.ts';

/** Flows a page; the most filters; characters of what is searched for; bytes of a body. */
export const requestLimits = { pageSize: 500, filters: 20, termLength: 200, bodyBytes: 32 * 1024 } as const;

export const trackingIdSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,128}$/, 'trackingId: 1 to 128 letters, digits, - and _'));

/** A number in a path, by its name there. */
export function wholeNumberSchema(name: string) {
  return z
    .string()
    .check(z.regex(/^[1-9]\d{0,14}$/, `${name}: a whole number`), z.meta({ type: 'integer', minimum: 1 }));
}

export const versionSchema = wholeNumberSchema('version');

function count(name: string, from: number, to: number, description: string) {
  const message = `${name}: a whole number from ${from} to ${to}`;
  const digits = z.string().check(z.regex(/^\d{1,9}$/, message));
  const within = z.refine<string>((text) => Number(text) >= from && Number(text) <= to, message);
  return z.optional(digits.check(within, z.meta({ description, type: 'integer', minimum: from, maximum: to })));
}

function moment(name: string, description: string) {
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;
  const message = `${name}: a time like 2025-05-05T15:00Z`;
  const text = z.string().check(z.regex(form, message));
  const isTime = z.refine<string>((value) => !Number.isNaN(Date.parse(value)), message);
  return z.optional(text.check(isTime, z.meta({ description, examples: ['2025-05-05T15:00Z'] })));
}

/** Of a kept record: the moment it is wanted of; the newest without it. */
export const keptRecordQuerySchema = z.strictObject({
  asof: z.optional(
    z.string().check(
      z.refine((text) => readMoment(text) !== null, 'asof: a time like 2025-05-05T15:00:00Z'),
      z.meta({ description: 'The moment, in UTC.', examples: ['2025-05-05T15:00:00Z'] }),
    ),
  ),
});

export const searchQuerySchema = z.strictObject({
  dateStart: moment('dateStart', 'From when on, inclusive.'),
  dateEnd: moment('dateEnd', 'Until when, exclusive.'),
  page: count('page', 0, 999_999, 'Counted from 0.'),
  size: count('size', 1, requestLimits.pageSize, 'Flows a page.'),
});

const isOrNot = z.optional(z.enum(['is', 'is_not'], 'searchOperator: is or is_not'));
const channel = z.enum(['Sms', 'Viber', 'Voice'], 'searchTerm: Sms, Viber or Voice');
export const filterSchema = z.discriminatedUnion(
  'fieldName',
  [
    z.strictObject({
      fieldName: z.enum(['type', 'terminationChannel']),
      searchOperator: isOrNot,
      searchTerm: channel,
    }),
    z.strictObject({
      fieldName: z.literal('status'),
      searchOperator: isOrNot,
      searchTerm: z.enum(
        ['Queued', 'InProgress', 'Succeeded', 'Failed'],
        'searchTerm: Queued, InProgress, Succeeded or Failed',
      ),
    }),
    z.strictObject({
      fieldName: z.literal('to'),
      searchOperator: z.optional(
        z.enum(
          ['is', 'is_not', 'contains', 'starts_with', 'ends_with'],
          'searchOperator: is, is_not, contains, starts_with or ends_with',
        ),
      ),
      searchTerm: z
        .string('searchTerm: a text')
        .check(
          z.minLength(1, 'searchTerm: not empty'),
          z.maxLength(requestLimits.termLength, `searchTerm: at most ${requestLimits.termLength} characters`),
        ),
    }),
  ],
  'fieldName: type, terminationChannel, status or to',
);

export const searchFiltersSchema = z
  .array(filterSchema, 'The body must be a JSON array of filters')
  .check(z.maxLength(requestLimits.filters, `At most ${requestLimits.filters} filters`));
export type SearchFilter = z.infer<typeof filterSchema>;
