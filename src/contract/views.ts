/** Views of Explore that are shared in the gateway: `/api/views`. */
import * as z from 'zod/mini';

export const longestViewName = 60;
export const longestViewSearch = 8000;

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
