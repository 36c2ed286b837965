/** Answers in the smallest form that the browser takes, each made once however many people get it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import PQueue from 'p-queue';
import type { Lease } from './routee/memory.ts';

export type Encoding = 'br' | 'gzip';

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

/** What those who ask take, the smaller form first; null for neither. By RFC 9110, 12.5.3: `;q=0` is a no. */
export function encodingFor(header: string | undefined): Encoding | null {
  const accepted = header?.toLowerCase() ?? '';
  // The library takes `*` for the first of its list, even where that has been refused by name.
  const isRefused = (name: Encoding) =>
    new RegExp(`(^|[,\\s])${name}\\s*;\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|$)`).test(accepted);
  const offered = (['br', 'gzip'] as const).filter((name) => !isRefused(name));
  return negotiate(accepted, [...offered]) as Encoding | null;
}

export function acceptedEncoding(request: FastifyRequest): Encoding | null {
  return encodingFor(request.headers['accept-encoding']);
}

/** An encoder needs some megabytes beside what goes in. */
const largeBytes = 1024 * 1024;
const largeOnes = new PQueue({ concurrency: 2 });

function compressed(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  const forms = made.get(bytes) ?? new Map<Encoding, Promise<Buffer>>();
  made.set(bytes, forms);
  const make = () => compress[encoding](bytes);
  const form = forms.get(encoding) ?? (bytes.length < largeBytes ? make() : largeOnes.add(make));
  forms.set(encoding, form);
  return form;
}

/**
 * The body to send; names its encoding in the reply's headers. What it takes of memory is taken from the answer's lease; where
 * there is none, the body goes out as it is.
 */
export async function compressedBody(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Buffer,
  lease: Lease,
): Promise<Buffer> {
  reply.header('vary', 'accept-encoding');
  const encoding = bytes.length < smallestBytes ? null : acceptedEncoding(request);
  if (encoding === null) return bytes;
  const isMade = made.get(bytes)?.has(encoding) === true;
  if (!isMade && !lease.tryReserve(bytes.length)) return bytes;
  const body = await compressed(bytes, encoding);
  // Text shrinks to a fraction; what does not shrink was reserved as a whole.
  if (!isMade) lease.giveBack(Math.max(0, bytes.length - body.length));
  reply.header('content-encoding', encoding);
  return body;
}
