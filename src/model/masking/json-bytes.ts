/**
 * Masks JSON as it stands, in one pass over its bytes: no tree is built, so time and memory are linear in the size whatever
 * its shape, numbers that stay keep their digits as written, and equal keys stay two. Says the same as `maskJson`.
 */
import { isPlainKey, type Kind, kindUnder, maskedKey, maskedKeyForm } from './keys.ts';
import { ValueMask } from './values.ts';

/** What nests deeper is not masked. Records nest six levels deep, and nobody can read ten thousand. */
export const deepestNesting = 10_000;

/** Why JSON was not masked. `tooLarge`: masked, it would be longer than it may be. */
export type NotMasked = 'notJson' | 'tooDeep' | 'tooLarge';
export type MaskedBytes =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: NotMasked };

class Refused extends Error {
  readonly why: NotMasked;
  constructor(why: NotMasked) {
    super(why);
    this.why = why;
  }
}

const [quote, backslash, brace, braceEnd, bracket, bracketEnd] = [34, 92, 123, 125, 91, 93];
const [comma, colon] = [44, 58];
const chunkBytes = 256 * 1024;
/** Masked JSON may be so much longer than what it was made from; beyond it somebody makes it grow. */
const allowance = 1024 * 1024;
/** Up to here a text is put together faster than it is decoded. */
const shortText = 32;
/** Records have some dozens of keys, each many times. */
const mostKeys = 1000;
const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What is written, in chunks, up to a limit. */
class Output {
  readonly #most: number;
  readonly #full: Uint8Array[] = [];
  #chunk = new Uint8Array(chunkBytes);
  #used = 0;
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Writes the bytes from one place to another. */
  write(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.#size += to - from;
    if (this.#size > this.#most) throw new Refused('tooLarge');
    for (let at = from; at < to; ) {
      if (this.#used === chunkBytes) this.#next();
      const end = Math.min(to, at + chunkBytes - this.#used);
      // A loop is faster than a call for the few bytes between two values.
      if (end - at > shortText) this.#chunk.set(bytes.subarray(at, end), this.#used);
      else for (let index = at; index < end; index++) this.#chunk[this.#used + index - at] = bytes[index] ?? 0;
      this.#used += end - at;
      at = end;
    }
  }

  #next(): void {
    this.#full.push(this.#chunk);
    this.#chunk = new Uint8Array(chunkBytes);
    this.#used = 0;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of [...this.#full, this.#chunk.subarray(0, this.#used)]) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'commaOrEnd' | 'end';

/** An object or list that is open, with the kind of what it holds. */
interface Open {
  readonly isObject: boolean;
  readonly kind: Kind;
  /** Keys hidden so far. */
  hidden: number;
}

class JsonMask {
  readonly #source: Uint8Array;
  readonly #out: Output;
  readonly #values = new ValueMask();
  readonly #open: Open[] = [];
  readonly #keys = new Map<string, boolean>();
  readonly #written = new Map<string, Uint8Array>();
  #at = 0;
  /** From here on the source is handed on as it is. */
  #kept = 0;
  /** Of the value that comes next. */
  #kind: Kind = 'hidden';

  constructor(source: Uint8Array) {
    this.#source = source;
    this.#out = new Output(2 * source.length + allowance);
  }

  run(): Uint8Array<ArrayBuffer> {
    if (this.#source[0] === 0xef && this.#source[1] === 0xbb && this.#source[2] === 0xbf) this.#at = this.#kept = 3;
    let expected: Expected = 'value';
    for (let byte = this.#token(); byte !== -1; byte = this.#token()) expected = this.#take(byte, expected);
    if (expected !== 'end') throw new Refused('notJson');
    this.#keep(this.#at);
    return this.#out.bytes();
  }

  /** The byte that the next token begins with, or -1 at the end. */
  #token(): number {
    for (; this.#at < this.#source.length; this.#at++) {
      const byte = this.#source[this.#at] ?? 0;
      if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return byte;
    }
    return -1;
  }

  #take(byte: number, expected: Expected): Expected {
    switch (expected) {
      case 'value':
      case 'valueOrEnd':
        if (byte === bracketEnd && expected === 'valueOrEnd') return this.#close();
        return this.#value(byte);
      case 'key':
      case 'keyOrEnd':
        if (byte === braceEnd && expected === 'keyOrEnd') return this.#close();
        if (byte === quote) return this.#key();
        throw new Refused('notJson');
      case 'commaOrEnd':
        return this.#afterValue(byte);
      case 'end':
        throw new Refused('notJson');
    }
  }

  #value(byte: number): Expected {
    if (byte === brace) return this.#nest(true);
    if (byte === bracket) return this.#nest(false);
    if (byte === quote) this.#text();
    else if (byte === 45 || (byte >= 48 && byte <= 57)) this.#number();
    else this.#literal(byte === 116 ? 'true' : byte === 102 ? 'false' : 'null');
    return this.#open.length === 0 ? 'end' : 'commaOrEnd';
  }

  #nest(isObject: boolean): Expected {
    if (this.#open.length >= deepestNesting) throw new Refused('tooDeep');
    const kind = this.#open.length === 0 ? 'record' : this.#kind;
    this.#open.push({ isObject, kind, hidden: 0 });
    this.#kind = kind;
    this.#at++;
    return isObject ? 'keyOrEnd' : 'valueOrEnd';
  }

  #close(): Expected {
    this.#at++;
    this.#open.pop();
    return this.#open.length === 0 ? 'end' : 'commaOrEnd';
  }

  #afterValue(byte: number): Expected {
    const open = this.#open.at(-1);
    if (open === undefined) throw new Refused('notJson');
    if (byte === (open.isObject ? braceEnd : bracketEnd)) return this.#close();
    if (byte !== comma) throw new Refused('notJson');
    this.#at++;
    this.#kind = open.kind;
    return open.isObject ? 'key' : 'value';
  }

  #key(): Expected {
    const open = this.#open.at(-1);
    const from = this.#at;
    const key = this.#string();
    if (open === undefined) throw new Refused('notJson');
    if (!this.#isShown(key)) {
      open.hidden++;
      this.#replace(from, JSON.stringify(maskedKey(open.hidden)));
    }
    if (this.#token() !== colon) throw new Refused('notJson');
    this.#at++;
    this.#kind = kindUnder(key, open.kind);
    return 'value';
  }

  #isShown(key: string): boolean {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const isShown = isPlainKey(key) || maskedKeyForm.test(key);
    if (this.#keys.size < mostKeys) this.#keys.set(key, isShown);
    return isShown;
  }

  #text(): void {
    const from = this.#at;
    const text = this.#string();
    const masked = this.#values.text(text, this.#kind);
    if (masked !== text) this.#replace(from, JSON.stringify(masked));
  }

  /** The text that begins here; ends up behind it. */
  #string(): string {
    const from = this.#at;
    let isPlain = true;
    for (let at = from + 1; at < this.#source.length; at++) {
      const byte = this.#source[at] ?? 0;
      if (byte === quote) {
        this.#at = at + 1;
        return isPlain ? this.#plain(from + 1, at) : this.#escaped(from, at + 1);
      }
      if (byte < 32) break;
      if (byte === backslash) {
        isPlain = false;
        at++;
      }
    }
    throw new Refused('notJson');
  }

  #plain(from: number, to: number): string {
    if (to - from > shortText) return decoder.decode(this.#source.subarray(from, to));
    let text = '';
    for (let at = from; at < to; at++) {
      const byte = this.#source[at] ?? 0;
      if (byte > 126) return decoder.decode(this.#source.subarray(from, to));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #escaped(from: number, to: number): string {
    try {
      return String(JSON.parse(decoder.decode(this.#source.subarray(from, to))));
    } catch {
      throw new Refused('notJson');
    }
  }

  #number(): void {
    const from = this.#at;
    while (isOfNumber(this.#source[this.#at] ?? 0)) this.#at++;
    const written = this.#plain(from, this.#at);
    if (!numberForm.test(written)) throw new Refused('notJson');
    const masked = this.#values.number(written, this.#kind);
    if (masked !== written) this.#replace(from, masked ?? 'null');
  }

  #literal(word: string): void {
    for (let index = 0; index < word.length; index++) {
      if (this.#source[this.#at + index] !== word.charCodeAt(index)) throw new Refused('notJson');
    }
    this.#at += word.length;
  }

  #encoded(json: string): Uint8Array {
    const known = this.#written.get(json);
    if (known !== undefined) return known;
    const bytes = encoder.encode(json);
    if (this.#written.size < mostKeys && json.length <= shortText) this.#written.set(json, bytes);
    return bytes;
  }

  /** Writes something else for what lies between `from` and here. */
  #replace(from: number, json: string): void {
    this.#keep(from);
    this.#out.write(this.#encoded(json));
    this.#kept = this.#at;
  }

  #keep(to: number): void {
    this.#out.write(this.#source, this.#kept, to);
    this.#kept = to;
  }
}

/** Digits, signs, point and exponent. */
function isOfNumber(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 46 || byte === 45 || byte === 43 || byte === 101 || byte === 69;
}

/** JSON in UTF-8, masked; a byte order mark goes. Never throws on any bytes, and hands on nothing of what it refuses. */
export function maskJsonBytes(source: Uint8Array): MaskedBytes {
  try {
    return { ok: true, bytes: new JsonMask(source).run() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.why };
    throw error;
  }
}
