/**
 * Strikes out of Routee's answers what is ours: the application's secret, tokens, the hosts that are called. An error or a
 * record that repeats a request would hand them on. Found in any case, cut off, and in the encodings of JSON, URLs, HTML and
 * base64; what cannot be anything of ours is passed over by looking at every few bytes alone.
 */
import { isIP } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { RouteeAccount } from '../config.ts';
import { decodedOnce, mayBeEncoded } from './encodings.ts';

/** Tokens that may still be repeated by an answer to a call that began before the last one came. */
const tokensKept = 8;
const shortest = 4;
/** The beginning of a secret is struck from here on, and any other part of it from `leastPart` on. */
const [leastBeginning, leastPart] = [8, 12];
const sample = 4;
const blockBytes = 256 * 1024;
/** So much of a block is looked at again with the next. */
const overlapBytes = 4096;
/** What is encoded more often than this is nothing that a browser or a person decodes. */
const mostLayers = 4;
const stand = Buffer.from('•••');

/** One spelling of something of ours, in small letters. */
interface Form {
  readonly bytes: Buffer;
  readonly leastBeginning: number;
  readonly leastPart: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function form(text: string, beginning: number, part: number): Form[] {
  const bytes = Buffer.from(text.toLowerCase(), 'latin1');
  if (bytes.length < shortest) return [];
  return [{ bytes, leastBeginning: Math.min(beginning, bytes.length), leastPart: Math.min(part, bytes.length) }];
}

/** What base64 makes of a text wherever it stands in a longer one: without the characters that its neighbours change. */
function base64Forms(text: string): string[] {
  const forms = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const encoded = bytes.toString('base64').replace(/=+$/, '');
    const from = Math.ceil((before * 4) / 3);
    return encoded.slice(from, bytes.length % 3 === 0 ? undefined : -1);
  });
  return [...new Set([...forms, ...forms.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'))])];
}

function encodedForms(text: string): Form[] {
  return base64Forms(text).flatMap((each) => form(each, leastBeginning, leastPart));
}

function credentialForms(secret: string): Form[] {
  return [...form(secret, leastBeginning, leastPart), ...encodedForms(secret)];
}

/** A part of a host's name may be another host's; an address of this machine says something only with its port. */
function hostForms(address: string): Form[] {
  const { host, hostname } = new URL(address);
  const isPlain = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || hostname === 'localhost';
  const name = isPlain ? host : hostname;
  const least = isPlain ? name.length : Math.max(leastBeginning, Math.ceil(name.length * 0.7));
  const encoded = base64Forms(name).flatMap((text) => form(text, Math.ceil(text.length * 0.9), text.length));
  return [...form(name, least, name.length), ...encoded];
}

const lower = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

function sampleAt(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0];
  return (lower[a] ?? 0) | ((lower[b] ?? 0) << 8) | ((lower[c] ?? 0) << 16) | ((lower[d] ?? 0) << 24);
}

/** Finds forms in bytes: every run of a form that is long enough holds a sample taken at every `#step` bytes. */
class Finder {
  readonly #places = new Map<number, { form: Form; at: number }[]>();
  /** Whether any form has a sample of this hash; most samples of an answer are sorted out by it. */
  readonly #some = new Uint8Array(65_536);
  readonly #step: number;

  constructor(forms: readonly Form[]) {
    const least = Math.min(leastBeginning, ...forms.map((each) => each.leastBeginning));
    this.#step = Math.max(1, least - sample + 1);
    for (const each of forms) this.#add(each);
  }

  #add(form: Form): void {
    for (let at = 0; at + sample <= form.bytes.length; at++) {
      const key = sampleAt(form.bytes, at);
      const places = this.#places.get(key) ?? [];
      places.push({ form, at });
      this.#places.set(key, places);
      this.#some[hash(key)] = 1;
    }
  }

  /** In the order of their beginnings; they may overlap. */
  spansIn(bytes: Uint8Array): Span[] {
    const spans: Span[] = [];
    for (let at = 0; at + sample <= bytes.length; at += this.#step) {
      const key = sampleAt(bytes, at);
      if (this.#some[hash(key)] === 0) continue;
      for (const place of this.#places.get(key) ?? []) {
        const span = runAround(bytes, at, place.form, place.at);
        if (span !== null) spans.push(span);
      }
    }
    return spans.sort((a, b) => a.from - b.from);
  }
}

function hash(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 16;
}

/** The longest run of a form that holds both places; null when it is too short to tell anything. */
function runAround(bytes: Uint8Array, at: number, { bytes: wanted, ...least }: Form, place: number): Span | null {
  let before = 0;
  while (before < place && at - before > 0 && same(bytes, at - before - 1, wanted, place - before - 1)) before++;
  let after = 0;
  while (place + after < wanted.length && same(bytes, at + after, wanted, place + after)) after++;
  const needed = before === place ? least.leastBeginning : least.leastPart;
  return before + after >= needed ? { from: at - before, to: at + after } : null;
}

function same(bytes: Uint8Array, at: number, wanted: Uint8Array, place: number): boolean {
  return at < bytes.length && lower[bytes[at] ?? 0] === wanted[place];
}

/** Where forms stand in a block, encoded or not. */
function spansOf(block: Buffer, finder: Finder): Span[] {
  const spans = finder.spansIn(block);
  if (!mayBeEncoded(block)) return spans;
  let layer = decodedOnce({ bytes: block, places: null });
  for (let count = 0; layer !== null && count < mostLayers; count++) {
    const { bytes, places } = layer;
    const placeOf = (at: number) => places?.[at] ?? at;
    for (const { from, to } of finder.spansIn(bytes)) spans.push({ from: placeOf(from), to: placeOf(to) });
    layer = decodedOnce(layer);
  }
  return spans;
}

function without(bytes: Buffer, spans: Span[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    if (from >= at) parts.push(bytes.subarray(at, from), stand);
    at = Math.max(at, to);
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

export class OwnSecrets {
  readonly #fixed: readonly Form[];
  readonly #tokens = new Map<string, readonly Form[]>();
  #finder: Finder;

  constructor({ appId, appSecret, apiUrl, authUrl }: RouteeAccount) {
    // The ID alone is no secret: records hold it.
    const pair = `${appId}:${appSecret}`;
    const basic = Buffer.from(pair).toString('base64');
    const credentials = [...credentialForms(appSecret), ...encodedForms(pair), ...encodedForms(basic)];
    this.#fixed = [...credentials, ...hostForms(apiUrl), ...hostForms(authUrl)];
    this.#finder = new Finder(this.#fixed);
  }

  /** From now on this token is struck out, too; of many the last eight are. */
  addToken(token: string): void {
    if (this.#tokens.has(token)) return;
    this.#tokens.set(token, credentialForms(token));
    for (const [oldest] of this.#tokens) {
      if (this.#tokens.size <= tokensKept) break;
      this.#tokens.delete(oldest);
    }
    this.#finder = new Finder([...this.#fixed, ...[...this.#tokens.values()].flat()]);
  }

  /** The same bytes where nothing of ours is in them, else a copy without it. Lets others have their turn meanwhile. */
  async struck(bytes: Buffer): Promise<Buffer> {
    const finder = this.#finder;
    const spans: Span[] = [];
    for (let from = 0; from < bytes.length; from += blockBytes) {
      if (from > 0) await turn();
      const block = bytes.subarray(Math.max(0, from - overlapBytes), from + blockBytes);
      const start = Math.max(0, from - overlapBytes);
      for (const span of spansOf(block, finder)) spans.push({ from: start + span.from, to: start + span.to });
    }
    return spans.length === 0 ? bytes : without(bytes, spans);
  }
}
