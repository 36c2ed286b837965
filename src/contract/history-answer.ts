/** What the history says of a flow: the versions of its record, with when each was seen. */
import * as z from 'zod/mini';

export const historyAnswerSchema = z.strictObject({
  trackingId: z.string(),
  versions: z
    .array(
      z.strictObject({
        id: z.int().check(z.describe('For asking for its record.')),
        source: z
          .enum(['page', 'search', 'callback', 'upload'])
          .check(z.describe('Where the record was first seen so.')),
        claim: z.boolean().check(z.describe('True for what somebody said who is not Routee’s API.')),
        firstSeen: z.iso.datetime(),
        lastSeen: z.iso.datetime(),
        times: z.int().check(z.minimum(1), z.describe('How often it was seen so.')),
      }),
    )
    .check(z.describe('In the order in which they were seen.')),
});
