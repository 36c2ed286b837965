/** `GET /api/openapi.json`: the API, described for those who write scripts. */
import type { FastifyInstance } from 'fastify';
import { api } from '#contract/api.ts';
import { openApiDocument } from '../openapi.ts';

export function addOpenApiRoute(app: FastifyInstance, place: Parameters<typeof openApiDocument>[0]): void {
  let document: string | null = null;
  app.get(api.openapi.path, async (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(place));
    return reply.type('application/json; charset=utf-8').send(document);
  });
}
