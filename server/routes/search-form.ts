/** `POST /search`: the search box of a page whose script has not come. Posted, so that nothing personal enters an address. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SearchedText } from '#contract/drawing.ts';
import { readSearchText } from '#model/record/search-text.ts';
import { refuseCrossSite } from '../access/cross-site.ts';

interface Options {
  readonly publicUrl: string | null;
  readonly basePath: string;
  /** Sends the start with what is said of the text; null where no app is built. */
  readonly sendPage: ((request: FastifyRequest, reply: FastifyReply, searched: SearchedText) => FastifyReply) | null;
}

const searchPath = '/search';

/** Of a record the flow that it is of: what is pasted is read in the browser alone. */
function idInRecord(text: string): string | null {
  try {
    const record: unknown = JSON.parse(text);
    if (typeof record !== 'object' || record === null || !('trackingId' in record)) return null;
    return typeof record.trackingId === 'string' ? record.trackingId : null;
  } catch {
    return null;
  }
}

function searched(text: string): SearchedText | { readonly kind: 'one'; readonly trackingId: string } {
  const found = readSearchText(text);
  if (found.kind === 'one' || found.kind === 'many' || found.kind === 'empty') return found;
  const trackingId = found.kind === 'record' ? idInRecord(found.text) : null;
  return trackingId === null ? { kind: 'none' } : { kind: 'one', trackingId };
}

export async function addSearchForm(app: FastifyInstance, { publicUrl, basePath, sendPage }: Options): Promise<void> {
  // Apart from the other routes, which take JSON alone.
  await app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body: string, done) => done(null, new URLSearchParams(body)),
    );
    forms.post(searchPath, async (request, reply) => {
      refuseCrossSite(request, publicUrl);
      const text = request.body instanceof URLSearchParams ? (request.body.get('text') ?? '') : '';
      const found = searched(text);
      if (found.kind === 'one') return reply.redirect(`${basePath}/flows/${encodeURIComponent(found.trackingId)}`, 303);
      return sendPage === null ? reply.redirect(`${basePath}/`, 303) : sendPage(request, reply, found);
    });
  });
}
