/** Views of Explore that are shared in the gateway: `/api/views`. */
import * as z from 'zod/mini';
import { isPersonalSearch } from '#model/explore/listed-values.ts';
import { scrub } from '#model/masking/scrub.ts';

export const longestViewName = 60;
const longestViewSearch = 8000;

const viewSchema = z.object({
  id: z.number(),
  name: z.string(),
  /** The query of the address; it holds nothing personal. */
  search: z.string(),
  /** Null: on the gateway's own machine, where nobody signs in. */
  owner: z.nullable(z.string()),
  /** Of the one who asks, who may rename, change and delete it. */
  own: z.boolean(),
});
export type TeamView = Readonly<z.infer<typeof viewSchema>>;

/** By name. */
export const viewsSchema = z.object({ views: z.readonly(z.array(viewSchema)) });

const saysName = `name: 1 to ${longestViewName} characters, without telephone numbers and mail addresses`;
const name = z.pipe(
  z.string(saysName).check(z.maxLength(longestViewName, saysName)),
  z.pipe(
    z.transform((text: string) =>
      text
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\p{Cs}/gu, '\ufffd')
        .trim(),
    ),
    z.string().check(
      z.minLength(1, saysName),
      z.refine((text) => scrub(text) === text, saysName),
    ),
  ),
);
const saysSearch = 'search: the query of a view of Explore, without what is personal';
const search = z.string(saysSearch).check(
  z.maxLength(longestViewSearch, saysSearch),
  z.regex(/^\?[\x21-\x7e]*$/, saysSearch),
  z.refine((text) => !isPersonalSearch(text), saysSearch),
);
const saysBody = 'The body must be a JSON object with name and search';
export const newViewSchema = z.strictObject({ name, search }, saysBody);
export const changedViewSchema = z.strictObject({ name: z.optional(name), search: z.optional(search) }, saysBody);
