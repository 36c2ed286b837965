/** `/api/views`: views of Explore that the team shares. Only their owner changes them, and none takes another's name. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { longestViewName, longestViewSearch, type TeamView } from '#contract/views.ts';
import { isPersonalSearch } from '#model/explore/listed-values.ts';
import { scrub } from '#model/masking/scrub.ts';
import { authorOf } from '../history/author.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { addView, changeView, mostViews, removeView, viewsFor } from '../history/views.ts';
import { Problem } from '../problem.ts';
import { asked, kept } from './history.ts';
import { checked } from './tracking.ts';

interface Services {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
}

const saysName = `name: 1 to ${longestViewName} characters, without telephone numbers and mail addresses`;
const name = z.pipe(
  z.string(saysName).check(z.maxLength(longestViewName, saysName)),
  z.pipe(
    z.transform((text: string) =>
      Buffer.from(text.replace(/\p{Cc}/gu, ' '))
        .toString()
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
const newSchema = z.strictObject({ name, search }, saysBody);
const changeSchema = z.strictObject({ name: z.optional(name), search: z.optional(search) }, saysBody);

const refusals = {
  taken: () => new Problem('taken', 'A view of this name is there already.'),
  tooMany: () => new Problem('taken', `There are ${mostViews} views already, and no more are kept.`),
  notOwn: () => new Problem('not-found', 'There is no such view of yours.'),
} as const;

function idOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Problem('bad-request', 'view: a whole number.');
  return Number(text);
}

export function addViewRoutes(app: FastifyInstance, { history }: Services): void {
  const all = async (request: FastifyRequest): Promise<{ views: TeamView[] }> => {
    const author = authorOf(request.person);
    return { views: await asked(kept(history).query((database) => viewsFor(database, author))) };
  };

  app.get('/api/views', (request) => all(request));

  app.post('/api/views', async (request, reply) => {
    const view = { ...checked(newSchema, request.body), author: authorOf(request.person), at: Date.now() };
    const refused = await asked(kept(history).query((database) => addView(database, view)));
    if (refused !== null) throw refusals[refused]();
    return reply.code(201).send(await all(request));
  });

  // Names stand in no address: addresses are logged.
  app.put<{ Params: { view: string } }>('/api/views/:view', async (request) => {
    const { name: to = null, search: query = null } = checked(changeSchema, request.body);
    const change = { id: idOf(request.params.view), name: to, search: query, author: authorOf(request.person) };
    const refused = await asked(kept(history).query((database) => changeView(database, { ...change, at: Date.now() })));
    if (refused !== null) throw refusals[refused]();
    return all(request);
  });

  app.delete<{ Params: { view: string } }>('/api/views/:view', async (request) => {
    const id = idOf(request.params.view);
    const author = authorOf(request.person);
    const removed = await asked(kept(history).query((database) => removeView(database, id, author)));
    if (!removed) throw refusals.notOwn();
    return all(request);
  });
}
