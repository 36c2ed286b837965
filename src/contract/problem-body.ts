/** A problem as it leaves the gateway: RFC 9457, with members of our own. */
import * as z from 'zod/mini';
import { problemCodes } from './problem-codes.ts';

export const problemMediaType = 'application/problem+json';

export const problemSchema = z.strictObject({
  type: z.string().check(z.regex(/^urn:cascade:problem:[a-z-]+$/)),
  title: z.string(),
  status: z.int().check(z.minimum(400), z.maximum(599)),
  detail: z.string().check(z.describe('A sentence for people. It never repeats what was sent.')),
  code: z.enum(problemCodes).check(z.describe('Stable: decide by it.')),
  requestId: z.string().check(z.describe('The same as `X-Request-Id`, and as `reqId` in the gateway’s log.')),
  traceId: z
    .string()
    .check(
      z.regex(/^[0-9a-f]{32}$/),
      z.describe('The trace that the request belongs to: the caller’s (`traceparent`), or one of its own.'),
    ),
  retryAfter: z.optional(z.number().check(z.minimum(0), z.describe('Seconds to wait before asking again.'))),
  routee: z.optional(
    z
      .strictObject({
        status: z.int(),
        code: z.nullable(z.string()),
        developerMessage: z.nullable(z.string()),
      })
      .check(z.describe('What Routee itself said; masked for whom answers are masked.')),
  ),
  received: z.optional(
    z.string().check(z.describe('The beginning of a body that could not be read; never for whom answers are masked.')),
  ),
  cause: z.optional(z.string().check(z.describe('Why Routee could not be reached, in a word that names no host.'))),
  keptUntil: z.optional(
    z.iso.datetime().check(z.describe('When Routee last gave what it no longer has and the history keeps.')),
  ),
  signIn: z.optional(z.string().check(z.describe('The path at which a person signs in.'))),
});
export type ProblemBody = Readonly<z.infer<typeof problemSchema>>;
