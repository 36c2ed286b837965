/**
 * Reads JSON as it arrives, without building it: is it JSON at all, and what do `status` and `trackingId` of its outermost
 * object say? A large answer that is parsed whole costs several times its size in memory and holds everybody else up; this
 * costs next to nothing, chunk by chunk. Parsers of npm's that take chunks build every text and number on the way.
 * Agrees with `JSON.parse`, which a test over generated texts holds, but for what is nested beyond `deepestNesting`.
 */
import { mayEnd, type NumberState, numberStart, numberStep } from './json-number.ts';

/** What is nested deeper can be read by nobody. */
export const deepestNesting = 10_000;
/** A longer key or value is none that is looked for. */
const longestNoted = 1024;

/** Of the outermost object. */
export interface JsonFacts {
  /** Null where it is no text. Of equal keys the last counts, as in `JSON.parse`. */
  readonly status: string | null;
  readonly trackingId: string | null;
}

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';
type Within = 'between' | 'string' | 'escape' | 'hex' | 'number' | 'literal' | 'broken';

const [quote, backslash, brace, braceEnd, bracket, bracketEnd] = [34, 92, 123, 125, 91, 93];
const [comma, colon, letterU] = [44, 58, 117];
const escapes = new Set([...'"\\/bfnrt'].map((character) => character.charCodeAt(0)));
const literals = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), word]));
const byteOrderMark = [0xef, 0xbb, 0xbf];

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

function isHex(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102);
}

export class JsonScan {
  #expected: Expected = 'value';
  #within: Within = 'between';
  /** What is open, outermost first. */
  readonly #open: ('object' | 'list')[] = [];
  #number: NumberState = 'zero';
  #literal = '';
  /** Characters of the literal, or hex digits of the escape, that were read. */
  #count = 0;
  #marks = 0;
  #isKey = false;
  /** The bytes of a text that may be looked for; null while none is. */
  #noted: number[] | null = null;
  #key = '';
  readonly #found = new Map<string, string | null>();

  push(bytes: Uint8Array): void {
    let at = this.#afterMark(bytes);
    while (at < bytes.length && this.#within !== 'broken') {
      if (this.#within === 'string') at = this.#inString(bytes, at);
      else at += this.#step(bytes[at] ?? 0) ? 1 : 0;
    }
  }

  /** To be called when all has been pushed. Null: it is no JSON. */
  end(): JsonFacts | null {
    if (this.#within === 'number' && mayEnd(this.#number)) this.#endValue();
    if (this.#within !== 'between' || this.#expected !== 'nothing') return null;
    return { status: this.#found.get('status') ?? null, trackingId: this.#found.get('trackingId') ?? null };
  }

  /** A byte order mark at the very beginning is left out; anywhere else its bytes are no JSON. */
  #afterMark(bytes: Uint8Array): number {
    let at = 0;
    while (this.#marks < 3 && at < bytes.length) {
      if (bytes[at] !== byteOrderMark[this.#marks]) {
        if (this.#marks > 0) this.#within = 'broken';
        this.#marks = 3;
        return at;
      }
      this.#marks++;
      at++;
    }
    return at;
  }

  /** Reads up to the text's end, or the chunk's; gives the place behind. */
  #inString(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      this.#note(byte);
      if (byte === quote) {
        this.#endString();
        return at + 1;
      }
      if (byte === backslash) {
        this.#within = 'escape';
        return at + 1;
      }
      if (byte < 32) {
        this.#within = 'broken';
        return at;
      }
    }
    return bytes.length;
  }

  /** Takes one byte; false when it ended a number and is to be read again. */
  #step(byte: number): boolean {
    switch (this.#within) {
      case 'escape':
        this.#note(byte);
        if (byte === letterU) this.#count = 0;
        this.#within = byte === letterU ? 'hex' : escapes.has(byte) ? 'string' : 'broken';
        return true;
      case 'hex':
        this.#note(byte);
        this.#count++;
        if (!isHex(byte)) this.#within = 'broken';
        else if (this.#count === 4) this.#within = 'string';
        return true;
      case 'literal':
        if (byte !== this.#literal.charCodeAt(this.#count)) this.#within = 'broken';
        else if (++this.#count === this.#literal.length) this.#endValue();
        return true;
      case 'number':
        return this.#inNumber(byte);
      default:
        this.#between(byte);
        return true;
    }
  }

  #inNumber(byte: number): boolean {
    const next = numberStep(this.#number, byte);
    if (next !== null) this.#number = next;
    else if (mayEnd(this.#number)) this.#endValue();
    else this.#within = 'broken';
    return next !== null;
  }

  #between(byte: number): void {
    if (isSpace(byte)) return;
    const expected = this.#expected;
    if (expected === 'valueOrEnd' && byte === bracketEnd) this.#close('list');
    else if (expected === 'keyOrEnd' && byte === braceEnd) this.#close('object');
    else if (expected === 'value' || expected === 'valueOrEnd') this.#begin(byte);
    else if (expected === 'key' || expected === 'keyOrEnd') this.#beginString(byte, true);
    else if (expected === 'commaOrEnd') this.#afterValue(byte);
    else this.#expect(expected === 'colon' && byte === colon ? 'value' : null);
  }

  #expect(next: Expected | null): void {
    if (next === null) this.#within = 'broken';
    else this.#expected = next;
  }

  #afterValue(byte: number): void {
    if (byte === braceEnd) this.#close('object');
    else if (byte === bracketEnd) this.#close('list');
    else if (byte === comma) this.#expect(this.#open.at(-1) === 'object' ? 'key' : 'value');
    else this.#within = 'broken';
  }

  #begin(byte: number): void {
    if (this.#open.length === 1 && this.#key !== '' && byte !== quote) this.#found.set(this.#key, null);
    if (byte === brace) this.#nest('object', 'keyOrEnd');
    else if (byte === bracket) this.#nest('list', 'valueOrEnd');
    else if (byte === quote) this.#beginString(byte, false);
    else this.#beginWord(byte);
  }

  #beginWord(byte: number): void {
    const number = numberStart(byte);
    const literal = literals.get(byte);
    if (number !== null) {
      this.#within = 'number';
      this.#number = number;
    } else if (literal !== undefined) {
      this.#within = 'literal';
      this.#literal = literal;
      this.#count = 1;
    } else this.#within = 'broken';
  }

  #nest(what: 'object' | 'list', next: Expected): void {
    this.#open.push(what);
    this.#expect(this.#open.length > deepestNesting ? null : next);
  }

  #close(what: 'object' | 'list'): void {
    if (this.#open.pop() === what) this.#endValue();
    else this.#within = 'broken';
  }

  #beginString(byte: number, isKey: boolean): void {
    this.#within = byte === quote ? 'string' : 'broken';
    this.#isKey = isKey;
    const isOutermost = this.#open.length === 1 && this.#open[0] === 'object';
    this.#noted = isOutermost && (isKey || this.#key !== '') ? [quote] : null;
  }

  #note(byte: number): void {
    if (this.#noted === null) return;
    this.#noted.push(byte);
    if (this.#noted.length > longestNoted) this.#noted = null;
  }

  #endString(): void {
    const text = this.#noted === null ? null : String(JSON.parse(Buffer.from(this.#noted).toString()));
    const isOutermost = this.#open.length === 1;
    this.#noted = null;
    if (this.#isKey) {
      if (isOutermost) this.#key = text === 'status' || text === 'trackingId' ? text : '';
      this.#within = 'between';
      this.#expected = 'colon';
    } else {
      if (isOutermost && this.#key !== '') this.#found.set(this.#key, text);
      this.#endValue();
    }
  }

  #endValue(): void {
    this.#within = 'between';
    this.#expected = this.#open.length === 0 ? 'nothing' : 'commaOrEnd';
  }
}
