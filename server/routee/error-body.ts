/** Routee's own error JSON: `{ "code": "404005000", "developerMessage": "…" }`. */
import * as z from 'zod/mini';
import type { RouteeError } from '../problem.ts';

const schema = z.object({
  code: z.optional(z.union([z.string(), z.number()])),
  developerMessage: z.optional(z.string()),
});

/** The text of a body; a byte order mark goes, bytes that are not UTF-8 are replaced. */
export function bodyText(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

/** The value of JSON bytes, or undefined for anything else. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(bodyText(body));
  } catch {
    return undefined;
  }
}

/** What Routee says in an error's body; nulls where it says nothing that can be read. Long texts are cut. */
export function routeeError(status: number, body: Uint8Array): RouteeError {
  const parsed = schema.safeParse(jsonOf(body));
  const { code, developerMessage } = parsed.success ? parsed.data : {};
  return {
    status,
    code: code === undefined ? null : String(code).slice(0, 40),
    developerMessage: developerMessage?.slice(0, 1000) ?? null,
  };
}
