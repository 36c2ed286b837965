/** Answers in the smallest form that the browser takes, each made once however many people get it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip';

/** Smaller ones fit into what a connection sends at once. */
const smallestBytes = 4096;
const made = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
/** Better qualities take many times longer for some per cent. */
const quality = { [constants.BROTLI_PARAM_QUALITY]: 4 };
const compress: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => brotli(bytes, { params: { ...quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => gzipped(bytes, { level: 4 }),
};

/** What the browser takes, the smaller form first; null for neither. `;q=0`, which no browser sends, counts as taken. */
export function acceptedEncoding(request: FastifyRequest): Encoding | null {
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function compressed(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  const forms = made.get(bytes) ?? new Map<Encoding, Promise<Buffer>>();
  made.set(bytes, forms);
  const form = forms.get(encoding) ?? compress[encoding](bytes);
  forms.set(encoding, form);
  return form;
}

/** The body to send; names its encoding in the reply's headers. */
export async function compressedBody(request: FastifyRequest, reply: FastifyReply, bytes: Buffer): Promise<Buffer> {
  reply.header('vary', 'accept-encoding');
  const encoding = bytes.length < smallestBytes ? null : acceptedEncoding(request);
  if (encoding === null) return bytes;
  reply.header('content-encoding', encoding);
  return compressed(bytes, encoding);
}
