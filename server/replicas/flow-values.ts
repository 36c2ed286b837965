/** A flow's answer, and the problem that Routee reported, as bytes that another replica reads back. */
import * as z from 'zod/mini';
import { problemCodes } from '#contract/problem-codes.ts';
import { Problem } from '../problem.ts';
import type { Fetched } from '../routee/read-answer.ts';

const headSchema = z.object({
  finished: z.boolean(),
  ownId: z.nullable(z.string()),
  asOf: z.number(),
});

const problemSchema = z.object({
  code: z.enum(problemCodes),
  detail: z.string(),
  status: z.number(),
  retryAfter: z.optional(z.number()),
  received: z.optional(z.string()),
  routee: z.object({
    status: z.number(),
    code: z.nullable(z.string()),
    developerMessage: z.nullable(z.string()),
  }),
});

const lengthBytes = 4;

/** The answer without its memory. */
export type FlowAnswer = Omit<Fetched, 'lease' | 'shared'>;

/** The length of its head, the head as JSON, the bytes as they came. */
export function flowBytes({ finished, ownId, asOf, bytes }: FlowAnswer): Buffer {
  const head = Buffer.from(JSON.stringify({ finished, ownId, asOf }));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, bytes]);
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** Null for bytes that are no answer. */
export function flowIn(plain: Buffer): FlowAnswer | null {
  if (plain.length < lengthBytes) return null;
  const from = lengthBytes + plain.readUInt32BE(0);
  const head = headSchema.safeParse(json(plain.subarray(lengthBytes, from)));
  // A copy of its own: a view would hold the head, too.
  return head.success ? { ...head.data, bytes: Buffer.from(plain.subarray(from)) } : null;
}

/** What Routee itself said is the same for all; null for what went wrong on the way to it, which is each replica's own. */
export function problemBytes(error: unknown): Buffer | null {
  if (!(error instanceof Problem) || error.extra.routee === undefined) return null;
  const { code, message: detail, status, extra } = error;
  const { retryAfter, received, routee } = extra;
  return Buffer.from(JSON.stringify({ code, detail, status, retryAfter, received, routee }));
}

/** Null for bytes that are no problem. */
export function problemIn(plain: Buffer): Problem | null {
  const parsed = problemSchema.safeParse(json(plain));
  if (!parsed.success) return null;
  const { code, detail, status, routee, retryAfter, received } = parsed.data;
  return new Problem(code, detail, {
    status,
    routee,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(received === undefined ? {} : { received }),
  });
}
