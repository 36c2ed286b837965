/** Hashed files of other versions, for pages that were loaded before an update: served for a day where they are at hand. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';

const servedMs = 24 * 3600_000;
/** As a build names them; nothing that leads to another folder. */
const builtName = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}\.(?:js|css|woff2?|svg|png|json|wasm)$/;

export interface EarlierFolder {
  readonly path: string;
  /** Files count from their time of change or from here, whichever is later; epoch milliseconds. */
  readonly since: number;
}

async function isServed({ path, since }: EarlierFolder, name: string, now: number): Promise<boolean> {
  const found = await stat(join(path, name)).catch(() => null);
  return found?.isFile() === true && now < Math.max(found.mtimeMs, since) + servedMs;
}

/** Answers what `/assets` of this version does not have. Needs `reply.sendFile`, of the app's own files. */
export function addEarlierFiles(
  app: FastifyInstance,
  folders: readonly EarlierFolder[],
  now: () => number = Date.now,
): void {
  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'HEAD'],
    url: '/assets/*',
    handler: async (request, reply) => {
      const name = request.params['*'];
      if (builtName.test(name)) {
        for (const folder of folders) if (await isServed(folder, name, now())) return reply.sendFile(name, folder.path);
      }
      throw new Problem('not-found', 'Nothing is here.');
    },
  });
}
