/**
 * The page of the app, as the gateway sends it: its head at once, what is drawn of it when its record has come or had
 * its time, and what it was drawn from as JSON, so that nothing is asked for twice.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, type Transform } from 'node:stream';
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { factsBlockId, inScript, type PageState, type SearchedText, stateBlockId } from '#contract/drawing.ts';
import { type Language, readSettings, type Settings, settingsOfCookies } from '#contract/settings.ts';
import { acceptedEncoding } from '../compressed.ts';
import type { Drawer } from '../drawing.ts';
import { drawnPagePolicy } from '../headers.ts';
import type { AnswersFor } from './page-answers.ts';

const emptyRoot = '<div id="root"></div>';
const quality = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 };

export interface PageOptions {
  /** The folder of the built app. */
  readonly root: string;
  /** Null where pages come undrawn. */
  readonly drawer: Drawer | null;
  readonly answersFor: AnswersFor;
  /** What the app must know of the gateway, for the one who asks. */
  readonly facts: (request: FastifyRequest) => object;
  readonly publicUrl: string | null;
  /** '' or as `/cascade`: stands before every address in the page. */
  readonly basePath: string;
}

export type SendAppPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  /** What a posted search box is answered. */
  searched?: SearchedText,
) => FastifyReply;

function block(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${inScript(value)}</script>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The first language of a browser's list that the app speaks; English else. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
    const q = /q=([\d.]+)/.exec(parameters.join(';'))?.[1];
    return { language: tag.split('-', 1)[0], weight: q === undefined ? 1 : Number(q) };
  });
  const known = wanted.filter(({ language, weight }) => weight > 0 && (language === 'el' || language === 'en'));
  const best = known.reduce(
    (first, next) => (next.weight > first.weight ? next : first),
    known[0] ?? { language: 'en', weight: 1 },
  );
  return best.language === 'el' ? 'el' : 'en';
}

function settingsOf({ headers }: FastifyRequest): Settings {
  const usual = acceptedLanguage(headers['accept-language']);
  return settingsOfCookies(headers.cookie ?? '', usual) ?? readSettings({}, usual);
}

/** The beginning of the page, up to where the drawing goes, and the rest. */
interface Template {
  readonly start: string;
  readonly end: string;
}

function templateIn(root: string, basePath: string): Template | null {
  try {
    const built = readFileSync(join(root, 'index.html'), 'utf8');
    const html = built.replace(/ (href|src)="\/(?!\/)/g, ` $1="${basePath}/`);
    const place = html.indexOf(emptyRoot);
    return place === -1
      ? { start: html, end: '' }
      : { start: html.slice(0, place), end: html.slice(place + emptyRoot.length) };
  } catch {
    return null;
  }
}

function startOf(
  { start }: Template,
  facts: object,
  head: { language: string; title: string },
  theme: Settings['theme'],
): string {
  const chosen = theme === 'system' ? '' : ` class="${theme}"`;
  return start
    .replace('<html lang="en"', () => `<html lang="${head.language}"${chosen}`)
    .replace('<title>Cascade</title>', () => `<title>${escaped(head.title)}</title>`)
    .replace('</head>', () => `${block(factsBlockId, facts)}</head>`);
}

/** In the smallest form the browser takes; a page so small takes a fraction of a millisecond. */
function sendText(text: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const encoding = acceptedEncoding(request);
  if (encoding === null) return reply.send(text);
  return reply
    .header('content-encoding', encoding)
    .send(encoding === 'br' ? brotliCompressSync(text, { params: quality }) : gzipSync(text));
}

function openStream(
  request: FastifyRequest,
  reply: FastifyReply,
): { write: (text: string) => void; end: (text: string) => void } {
  const encoding = acceptedEncoding(request);
  const stream: Transform =
    encoding === 'br'
      ? createBrotliCompress({ params: quality })
      : encoding === 'gzip'
        ? createGzip()
        : new PassThrough();
  if (encoding !== null) reply.header('content-encoding', encoding);
  // Whoever has gone hears nothing of it.
  stream.on('error', () => {});
  reply.send(stream);
  const write = (text: string) => {
    stream.write(text);
    if ('flush' in stream && typeof stream.flush === 'function') stream.flush();
  };
  return { write, end: (text) => void stream.end(text) };
}

/** For the app built in a folder; null where there is none. */
export function appPage({ root, drawer, answersFor, facts, publicUrl, basePath }: PageOptions): SendAppPage | null {
  const template = templateIn(root, basePath);
  if (template === null) return null;
  const undrawn = `${template.end === '' ? '' : emptyRoot}${template.end}`;

  const drawnEnd = async (url: string, factsText: string, state: PageState) => {
    const drawn = await drawer?.draw({ url, facts: factsText, state });
    if (drawn === null || drawn === undefined) return undrawn;
    return `<div id="root">${drawn.html}</div>${block(stateBlockId, drawn.state)}${template.end}`;
  };

  return (request, reply, searched) => {
    const now = Date.now();
    const settings = settingsOf(request);
    const known = facts(request);
    const { url } = request;
    const head = drawer?.headOf(url, settings) ?? { language: settings.language, title: 'Cascade' };
    const start = startOf(template, known, head, settings.theme);
    reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding, accept-language, cookie');
    reply.header('cache-control', 'private, no-cache');
    if (drawer === null || template.end === '' || request.method === 'HEAD')
      return sendText(start + undrawn, request, reply);
    const factsText = JSON.stringify(known);
    const questions = drawer.questionsOf({ url, facts: factsText, settings, now });
    if (questions.some(({ kind }) => kind !== 'demoFlows')) reply.header('cache-control', 'private, no-store');
    const answers = answersFor(questions, request, reply);
    const origin = publicUrl === null ? `${request.protocol}://${request.host}` : new URL(publicUrl).origin;
    reply.header('content-security-policy', drawnPagePolicy);
    const stream = openStream(request, reply);
    stream.write(start);
    answers()
      .then((all) => drawnEnd(url, factsText, { now, origin, settings, answers: all, searched: searched ?? null }))
      .then(
        (end) => stream.end(end),
        (error: unknown) => {
          request.log.error({ err: error }, 'page failed');
          stream.end(undrawn);
        },
      );
    return reply;
  };
}
