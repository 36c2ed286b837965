/** `/api/views`: views of Explore that the team shares. Only their owner changes them, and none takes another's name. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { api } from '#contract/api.ts';
import { wholeNumberSchema } from '#contract/search-request.ts';
import { changedViewSchema, newViewSchema, type TeamView } from '#contract/views.ts';
import { authorOf } from '../history/author.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { asked } from '../history/kept-answer.ts';
import { addView, changeView, mostViews, removeView, viewsFor } from '../history/views.ts';
import { Problem } from '../problem.ts';
import { kept } from './history.ts';
import { checked } from './tracking.ts';

interface Services {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
}

const refusals = {
  taken: () => new Problem('taken', 'A view of this name is there already.'),
  tooMany: () => new Problem('taken', `There are ${mostViews} views already, and no more are kept.`),
  notOwn: () => new Problem('not-found', 'There is no such view of yours.'),
} as const;

const idOf = (text: string) => Number(checked(wholeNumberSchema('view'), text));

export function addViewRoutes(app: FastifyInstance, { history }: Services): void {
  const all = async (request: FastifyRequest): Promise<{ views: TeamView[] }> => {
    const author = authorOf(request.person);
    return { views: await asked(kept(history).query((database) => viewsFor(database, author))) };
  };

  app.get(api.views.path, (request) => all(request));

  app.post(api.addView.path, async (request, reply) => {
    const view = { ...checked(newViewSchema, request.body), author: authorOf(request.person), at: Date.now() };
    const refused = await asked(kept(history).query((database) => addView(database, view)));
    if (refused !== null) throw refusals[refused]();
    return reply.code(201).send(await all(request));
  });

  // Names stand in no address: addresses are logged.
  app.put<{ Params: { view: string } }>(api.changeView.path, async (request) => {
    const { name: to = null, search: query = null } = checked(changedViewSchema, request.body);
    const change = { id: idOf(request.params.view), name: to, search: query, author: authorOf(request.person) };
    const refused = await asked(kept(history).query((database) => changeView(database, { ...change, at: Date.now() })));
    if (refused !== null) throw refusals[refused]();
    return all(request);
  });

  app.delete<{ Params: { view: string } }>(api.removeView.path, async (request) => {
    const id = idOf(request.params.view);
    const author = authorOf(request.person);
    const removed = await asked(kept(history).query((database) => removeView(database, id, author)));
    if (!removed) throw refusals.notOwn();
    return all(request);
  });
}
