/** What colleagues add to a flow that the gateway keeps: `/api/history/:trackingId/notes`, `/pin`, and `/api/history/marks`. */
import * as z from 'zod/mini';

/** Characters, as JavaScript counts them. */
export const longestNote = 2000;
export const longestReason = 500;
export const longestTicket = 100;

const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'a time in ISO 8601'));
/** Null: on the gateway's own machine, where nobody signs in. */
const author = z.nullable(z.string());

const noteSchema = z.object({
  id: z.number(),
  author,
  /** Written by the one who asks, who may delete it. */
  own: z.boolean(),
  at: time,
  text: z.string(),
});

const pinSchema = z.object({
  author,
  own: z.boolean(),
  at: time,
  reason: z.string(),
  ticket: z.nullable(z.string()),
});

const openingSchema = z.object({ person: author, firstAt: time, lastAt: time, times: z.number() });

export const notesSchema = z.object({
  /** False: the history does not have the flow, so that nothing can be added to it. */
  kept: z.boolean(),
  pin: z.nullable(pinSchema),
  /** Oldest first. */
  notes: z.readonly(z.array(noteSchema)),
  /** The latest first; null for those who may not see it. */
  openings: z.nullable(z.readonly(z.array(openingSchema))),
});
export type FlowNotes = Readonly<z.infer<typeof notesSchema>>;

/** Tracking IDs of flows that are pinned, and of those that have notes. */
export const marksSchema = z.object({
  pinned: z.readonly(z.array(z.string())),
  noted: z.readonly(z.array(z.string())),
});
export type FlowMarks = Readonly<z.infer<typeof marksSchema>>;

/** As a database can hold it and a page can show it: no control characters but ends of lines, nothing before or after. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

function words(name: string, longest: number) {
  const said = `${name}: a text of 1 to ${longest} characters`;
  return z.pipe(
    z.string(said).check(z.maxLength(longest, said)),
    z.pipe(z.transform(plain), z.string().check(z.minLength(1, said))),
  );
}

export const newNoteSchema = z.strictObject(
  { text: words('text', longestNote) },
  'The body must be a JSON object with a text',
);
export const newPinSchema = z.strictObject(
  { reason: words('reason', longestReason), ticket: z.optional(z.nullable(words('ticket', longestTicket))) },
  'The body must be a JSON object with a reason',
);
