/** Links into other systems: as `LINKS_FILE` holds them, and as the gateway tells the app. */
import * as z from 'zod/mini';
import { templateFault } from '#model/links/link-template.ts';

const linkSchema = z.object({
  /** What the link is called. */
  name: z.string().check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(60, 'must have at most 60 characters'),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    z.regex(/^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/, 'must not hold control characters'),
  ),
  /** An http or https address with places such as `{trackingId}`. */
  address: z.string().check(
    z.trim(),
    z.maxLength(2000, 'must have at most 2000 characters'),
    z.refine((text) => templateFault(text) === null, 'is no http or https address with known places'),
  ),
});
export type FlowLink = Readonly<z.infer<typeof linkSchema>>;

export const linksSchema = z.readonly(z.array(linkSchema).check(z.maxLength(20, 'must have at most 20 links')));
