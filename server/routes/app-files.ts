/** The built app: its files, and its page for every address of the app. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { appPage, type PageOptions } from './app-page.ts';
import { addEarlierFiles, type EarlierFolder } from './earlier-files.ts';
import { linkHeaders } from './preload.ts';
import { addSearchForm } from './search-form.ts';

const forever = 'public, max-age=31536000, immutable';

/** Files below `assets/`, and those of earlier versions, have a hash of their content in their name. */
function cacheControl(path: string, earlier: readonly EarlierFolder[]): string {
  return /[\\/]assets[\\/]/.test(path) || earlier.some((folder) => path.startsWith(folder.path)) ? forever : 'no-cache';
}

/** "icon.svg", but not the two IDs of a comparison: "a...b". */
const fileName = /(?<!\.)\.[a-z0-9]{1,11}$/i;

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}

/** A person's browser that opens a page, as against a script that asks for data or a file. */
export function isNavigation(request: FastifyRequest): boolean {
  const { method, headers } = request;
  const path = pathOf(request);
  // What stands below a page's address is no file, dots or not: a number with dots must reach the app to be taken out.
  const below = /^\/(?:flows|explore|open|lookup|compare)\//.test(path);
  const isPage = !/^\/api(\/|$)/.test(path) && (below || path === '/index.html' || !fileName.test(basename(path)));
  const wantsPage = headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
  return (method === 'GET' || method === 'HEAD') && isPage && wantsPage;
}

interface AppFiles extends PageOptions {
  /** Where files of other versions lie. */
  readonly earlier: readonly EarlierFolder[];
}

export async function addAppFiles(app: FastifyInstance, page: AppFiles): Promise<void> {
  const { root, earlier } = page;
  const sendPage = appPage(page);
  // What is drawn lies in the page already.
  const link = linkHeaders(root, { data: page.drawer === null, basePath: page.basePath });
  if (existsSync(root)) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['**/*.br', '**/*.gz', 'index.html'],
      setHeaders: (response, path) => {
        response.setHeader('cache-control', cacheControl(path, earlier));
        response.setHeader('vary', 'accept-encoding');
      },
    });
    addEarlierFiles(app, earlier);
  }
  await addSearchForm(app, { publicUrl: page.publicUrl, basePath: page.basePath, sendPage });
  app.setNotFoundHandler(async (request, reply) => {
    if (sendPage !== null && isNavigation(request)) {
      const links = link(pathOf(request));
      if (links !== null) reply.header('link', links);
      return sendPage(request, reply);
    }
    throw new Problem('not-found', 'Nothing is here.');
  });
}
