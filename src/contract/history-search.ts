/**
 * Searching the history: `POST /api/history/search` takes what Routee's search takes and a little more, and answers a page of
 * the same shape. Pages follow each other by a key instead of their number.
 */
import * as z from 'zod/mini';
import { closedValues } from '#model/explore/filters.ts';
import { filterSchema, requestLimits, searchQuerySchema } from './search-request.ts';

/** Names the next page of the search: `after=` of the next question. Not there: this is the last page. */
export const nextPageHeader = 'x-next-page';

const says = 'Of the fields beside Routee’s: mark, country, operator, sender, reason or application, with is or is_not';
const isOrNot = z.optional(z.enum(['is', 'is_not'], says));

/** What only the history can be asked for. */
export const historyFilterSchema = z.discriminatedUnion(
  'fieldName',
  [
    z.strictObject({
      fieldName: z.literal('mark'),
      searchOperator: isOrNot,
      searchTerm: z.enum(closedValues.mark, says),
    }),
    z.strictObject({
      fieldName: z.enum(['country', 'operator', 'sender', 'reason', 'application']),
      searchOperator: isOrNot,
      searchTerm: z.string(says).check(z.minLength(1, says), z.maxLength(200, says)),
    }),
  ],
  says,
);
export type HistoryFilter = Readonly<z.infer<typeof historyFilterSchema>>;

export const saysAfter = `after: what ${nextPageHeader} said of the page before`;
export const historyQuerySchema = z.extend(searchQuerySchema, {
  after: z.optional(
    z
      .string()
      .check(
        z.regex(/^\d{1,15}\.\d{1,15}$/, saysAfter),
        z.meta({ description: 'Where the page begins; without it, the first.' }),
      ),
  ),
});

export const historyFiltersSchema = z
  .array(z.union([filterSchema, historyFilterSchema], 'Each filter has a fieldName, a searchOperator and a searchTerm'))
  .check(
    z.maxLength(requestLimits.filters, `The body must be a JSON array of at most ${requestLimits.filters} filters`),
  );
