/** The gateway as a Fastify app: headers, access, routes, files, errors. Listens nowhere by itself. */

import { randomUUID } from 'node:crypto';
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { buildHeader } from '#contract/app-build.ts';
import { withinBase } from '#contract/base-path.ts';
import type { Drawing } from '#contract/drawing.ts';
import { problemMediaType } from '#contract/problem-body.ts';
import { requestLimits } from '#contract/search-request.ts';
import { version } from '../package.json';
import type { Access } from './access/access.ts';
import { withApiKeys } from './access/api-keys.ts';
import { refuseCrossSite } from './access/cross-site.ts';
import { localAccess } from './access/local.ts';
import { oidcAccess } from './access/oidc.ts';
import { proxyAccess } from './access/proxy.ts';
import type { Config, RouteeAccount } from './config.ts';
import { drainable } from './drain.ts';
import { Drawer } from './drawing.ts';
import { securityHeaders } from './headers.ts';
import { HistoryKeeper } from './history/keeper.ts';
import { Openings } from './history/openings.ts';
import { addAccessLog } from './log.ts';
import { answerMasking } from './masking.ts';
import { MaskingPool } from './masking-pool.ts';
import { createMetrics } from './metrics.ts';
import { asProblem, type Problem, problemBody } from './problem.ts';
import { connectRoutee } from './routee/connect.ts';
import { HandedOver } from './routee/handed-over.ts';
import { appBuild } from './routes/app-build.ts';
import { addAppFiles, isNavigation } from './routes/app-files.ts';
import { addCallbackRoute } from './routes/callbacks.ts';
import { addConfigRoute, type DemoFlow, gatewayFacts } from './routes/config.ts';
import type { EarlierFolder } from './routes/earlier-files.ts';
import { ClientGone } from './routes/gone.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addHistoryRoutes } from './routes/history.ts';
import { addHistorySearch } from './routes/history-search.ts';
import { routeKind } from './routes/kind.ts';
import { addNoteRoutes } from './routes/notes.ts';
import { addOpenApiRoute } from './routes/openapi.ts';
import { pageAnswers } from './routes/page-answers.ts';
import { Readers } from './routes/readers.ts';
import { addTrackingRoutes } from './routes/tracking.ts';
import { addUploadRoute } from './routes/uploads.ts';
import { addViewRoutes } from './routes/views.ts';
import { followTraces, traceOf } from './tracing/trace.ts';

export interface Dependencies {
  /** Whom to call: the account of the configuration, or the emulator's. */
  readonly account: RouteeAccount;
  readonly log: FastifyBaseLogger;
  /** The folder of the built app. */
  readonly appRoot: string;
  /** The folder in which builds leave the hashed files of the builds before. */
  readonly earlierFiles?: string;
  readonly demoFlows: readonly DemoFlow[];
  /** The built masking-job.ts, where it is not beside the built server. */
  readonly maskingJob?: string;
  /** Null where pages come undrawn. */
  readonly drawing: Drawing | null;
}

function accessOf(config: Config): Access {
  switch (config.access.kind) {
    case 'local':
      return localAccess(config);
    case 'proxy':
      return proxyAccess(config.access, config);
    case 'oidc':
      return oidcAccess(config.access, config);
  }
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { retryAfter } = problem.extra;
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  const masked = request.person?.masked ?? true;
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(`${problemMediaType}; charset=utf-8`)
    .send(JSON.stringify(problemBody(problem, request, masked)));
}

function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Nobody hears it; the access log says that they have gone.
  if (error instanceof ClientGone) return reply.code(500).send();
  const problem = asProblem(error);
  if (problem.extra.signIn !== undefined && isNavigation(request)) return reply.redirect(problem.extra.signIn, 302);
  if (problem.code === 'internal') request.log.error({ err: error }, 'failed');
  else
    request.log.debug(
      { problem: problem.code, cause: problem.extra.cause, routee: problem.extra.routee?.status },
      'problem',
    );
  return sendProblem(problem, request, reply);
}

/** Everything that is true of every request: its id, its headers, who asks. */
function guard(app: FastifyInstance, config: Config, access: Access, build: string): void {
  const headers = securityHeaders(config.publicUrl);
  app.decorateRequest('person', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
    const kind = routeKind(request);
    if (kind !== 'file' && kind !== 'page') reply.header('cache-control', 'no-store');
    if (kind === 'health') return;
    if (kind === 'api') reply.header(buildHeader, build);
    if (kind === 'api' || kind === 'callback') refuseCrossSite(request, config.publicUrl);
    // The secret in its address is its own proof: it needs no proxy and no session.
    if (kind === 'callback') return;
    if (!access.isOpen(kind)) request.person = await access.personOf(request, reply);
  });
}

/** Builds date what they replace; a folder of somebody else's counts from this start on. */
function earlierFolders(theirs: string | null, ours: string | undefined): EarlierFolder[] {
  return [
    ...(ours === undefined ? [] : [{ path: ours, since: 0 }]),
    ...(theirs === null ? [] : [{ path: theirs, since: Date.now() }]),
  ];
}

/** The app, ready to listen. Asks Routee for a token in the background from the moment it is ready. */
export async function buildServer(config: Config, dependencies: Dependencies): Promise<FastifyInstance> {
  const { account, log, appRoot, demoFlows, maskingJob, drawing } = dependencies;
  const metrics = createMetrics();
  const people = accessOf(config);
  const access = config.apiKeys === undefined ? people : withApiKeys(people, config.apiKeys, config);
  const { limits, cache } = config;
  const routee = connectRoutee({ account, limits, metrics, log, cache });
  const { calls, flows, memory, replicas, watch } = routee;
  const history =
    config.history === null ? null : new HistoryKeeper({ settings: config.history, memory, metrics, log });
  const openings =
    history === null || config.openingsGroup === null
      ? null
      : new Openings({
          write: (ask) => history.query(ask),
          lost: (count) => metrics.historyLost.inc({ reason: 'database' }, count),
        });
  const searches = new HandedOver(calls);
  const readers = new Readers(memory, metrics);
  const masking = new MaskingPool(maskingJob);
  // Its packages are many, and most gateways do without.
  const spans =
    config.spansTo === undefined
      ? null
      : (await import('./tracing/otlp.ts')).otlpSpans({ endpoint: config.spansTo, version, metrics });
  const closing = new AbortController();
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    childLoggerFactory: (logger, bindings, options, request) =>
      logger.child({ ...bindings, traceId: traceOf(request, spans !== null).traceId }, options),
    requestIdHeader: false,
    bodyLimit: requestLimits.bodyBytes,
    exposeHeadRoutes: false,
    // Behind a proxy that strips the path and one that does not: both are asked for the same.
    rewriteUrl: ({ url = '/' }) => withinBase(url, config.basePath) ?? url,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => {
      reply.headers(securityHeaders(config.publicUrl));
      return onError(error, request, reply);
    },
  });
  app.setErrorHandler((error: FastifyError, request, reply) => onError(error, request, reply));
  addAccessLog(app, metrics);
  const build = appBuild(appRoot, version);
  guard(app, config, access, build);
  followTraces(app, spans);
  addHealthRoutes(app, { calls, metrics, history, replicas, config });
  addConfigRoute(app, { config, calls, version, build, demoFlows });
  const mask = answerMasking(masking, memory);
  addTrackingRoutes(app, { flows, calls, searches, readers, mask, history, openings });
  addHistoryRoutes(app, { history, memory, readers, mask });
  addOpenApiRoute(app, { version, publicUrl: config.publicUrl, basePath: config.basePath });
  if (history !== null) await addUploadRoute(app, history);
  if (history !== null && config.callbackSecret !== undefined) {
    await addCallbackRoute(app, { history, metrics, secret: config.callbackSecret });
  }
  addHistorySearch(app, { history, memory, readers, mask, mostBytes: config.limits.maxBytes });
  addNoteRoutes(app, { history, openings });
  addViewRoutes(app, { history });
  access.addRoutes?.(app);
  const drawer = drawing === null ? null : new Drawer(drawing, log);
  await addAppFiles(app, {
    root: appRoot,
    earlier: earlierFolders(config.assetsBefore, dependencies.earlierFiles),
    drawer,
    answersFor: pageAnswers({ flows, searches, mask, history, openings, memory, demoFlows, waitMs: config.pageWaitMs }),
    facts: (request) => gatewayFacts({ config, calls, version, build }, request),
    publicUrl: config.publicUrl,
    basePath: config.basePath,
  });
  const drain = drainable(app.server);
  app.addHook('preClose', async () => drain());
  app.addHook('onReady', async () => {
    void watch(closing.signal);
  });
  app.addHook('onClose', async () => {
    drawer?.close();
    searches.close();
    closing.abort(new Error('The gateway closes'));
    await routee.close();
    await masking.close();
    await openings?.flush();
    await history?.close();
    await spans?.close();
  });
  return app;
}
