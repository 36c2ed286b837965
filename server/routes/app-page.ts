/**
 * The one page of the app, as the gateway sends it: with the script that sets the theme before the first paint and with
 * what the app must know of the gateway written into it, so that neither costs a request.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding } from '../compressed.ts';
import { pagePolicy } from '../headers.ts';

const themeScript = '<script src="/theme.js"></script>';

function fileOf(root: string, name: string): string | null {
  try {
    return readFileSync(join(root, name), 'utf8');
  } catch {
    return null;
  }
}

/** JSON that ends no script element, whatever stands in it. */
function inScript(facts: object): string {
  return JSON.stringify(facts).replaceAll('<', '\\u003c');
}

/** In the smallest form the browser takes; a page so small takes a fraction of a millisecond. */
function sendText(text: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  const encoding = acceptedEncoding(request);
  if (encoding === null) return reply.send(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return reply
    .header('content-encoding', encoding)
    .send(encoding === 'br' ? brotliCompressSync(text, { params }) : gzipSync(text));
}

export type SendAppPage = (request: FastifyRequest, reply: FastifyReply, facts: object) => FastifyReply;

/** For the app built in a folder; null where there is none. */
export function appPage(root: string): SendAppPage | null {
  const html = fileOf(root, 'index.html');
  if (html === null) return null;
  const theme = fileOf(root, 'theme.js');
  const inlined = theme !== null && html.includes(themeScript) && !theme.includes('</script');
  const page = inlined ? html.replace(themeScript, () => `<script>${theme}</script>`) : html;
  const policy = pagePolicy(inlined ? createHash('sha256').update(theme).digest('base64') : null);
  return (request, reply, facts) => {
    const block = `<script type="application/json" id="gateway">${inScript(facts)}</script>`;
    reply.header('cache-control', 'private, no-cache').header('content-security-policy', policy);
    return sendText(
      page.replace('</head>', () => `${block}</head>`),
      request,
      reply,
    );
  };
}
