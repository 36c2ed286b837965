/**
 * Searching the history: `POST /api/history/search` takes what Routee's search takes and a little more, and answers a page of
 * the same shape. Pages follow each other by a key instead of their number.
 */
import * as z from 'zod/mini';
import { closedValues } from '#model/explore/filters.ts';

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
