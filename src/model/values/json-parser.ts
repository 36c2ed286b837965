/**
 * A JSON parser without recursion, so that no depth breaks it, which also tells what `JSON.parse` cannot: keys that stand
 * twice, where and why a text is no JSON, and where a value ends. Numbers a double would change are kept as written.
 */
import { LosslessNumber, stringify } from 'lossless-json';
import type { Json, JsonPath } from './json.ts';
import { JsonSyntaxError, wrongKey, wrongSeparator, wrongValue } from './json-fault.ts';

/** A key that stood twice in one object. The last value counts, as everywhere. */
export interface DuplicateKey {
  readonly path: JsonPath;
  /** True where both values are written alike, so that nothing is lost. */
  readonly same: boolean;
}

/** A way of writing that is no JSON and can mean only one thing. */
export type Leniency = 'trailingComma' | 'comment' | 'oddSpace';

export interface ParsedValue {
  readonly value: Json;
  /** Where the text behind the value begins. */
  readonly end: number;
  readonly duplicates: readonly DuplicateKey[];
  /** Where something lay deeper than `deepest`: it was kept as the text it was written in. */
  readonly tooDeep: readonly JsonPath[];
  readonly leniencies: readonly Leniency[];
}

export interface ParseOptions {
  /** Passes over trailing commas, comments and spaces that JSON does not know. Default: JSON alone. */
  readonly lenient?: boolean;
  /** Keeps every number as written: `0.0360` stays `0.0360`. */
  readonly asWritten?: boolean;
}

/** Records nest a handful of levels. What lies deeper is kept as text, for a page and a walk through it need an end. */
export const deepest = 200;

/** More keys that stand twice than this prove nothing new. */
const mostDuplicates = 200;

/** A number of a JSON text: as a double where JavaScript writes the same digits (`0.036`), else as written (`0.0360`). */
export function numberOfText(text: string): number | LosslessNumber {
  const value = Number(text);
  return String(value) === text ? value : new LosslessNumber(text);
}

interface Frame {
  readonly start: number;
  readonly list: Json[] | null;
  readonly object: { [key: string]: Json } | null;
  key: string;
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in texts
const plainText = /[^"\\\u0000-\u001f]*/y;
const oddSpaces = /[\u0085\u00a0\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]|\p{Cc}/u;

class Parser {
  readonly #text: string;
  readonly #lenient: boolean;
  readonly #asWritten: boolean;
  #at: number;
  readonly duplicates: DuplicateKey[] = [];
  readonly tooDeep: JsonPath[] = [];
  readonly leniencies = new Set<Leniency>();
  readonly #frames: Frame[] = [];

  constructor(text: string, at: number, { lenient = false, asWritten = false }: ParseOptions) {
    this.#text = text;
    this.#at = at;
    this.#lenient = lenient;
    this.#asWritten = asWritten;
  }

  get end(): number {
    return this.#at;
  }

  /** Passes over spaces; with leave, over comments and spaces of other kinds too. */
  space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 32 || code === 10 || code === 13 || code === 9) this.#at++;
      else if (!this.#lenient || !this.#oddSpace()) return;
    }
  }

  #oddSpace(): boolean {
    const character = this.#text.charAt(this.#at);
    if (character !== '' && oddSpaces.test(character)) {
      this.leniencies.add('oddSpace');
      this.#at++;
      return true;
    }
    if (character !== '/') return false;
    const next = this.#text.charAt(this.#at + 1);
    if (next !== '/' && next !== '*') return false;
    const end = next === '/' ? this.#lineEnd() : this.#text.indexOf('*/', this.#at + 2) + 2;
    if (end < this.#at + 2) return false;
    this.leniencies.add('comment');
    this.#at = end;
    return true;
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }

  /** One value, whatever its depth. */
  value(): Json {
    for (;;) {
      this.space();
      const opened = this.#open();
      if (opened) continue;
      let made: Json = this.#scalar();
      // A value is done: it closes as many objects and lists as end behind it.
      for (;;) {
        const frame = this.#frames.at(-1);
        if (frame === undefined) return made;
        this.#put(frame, made);
        if (this.#goesOn(frame)) break;
        this.#frames.pop();
        made = this.#closed(frame);
      }
    }
  }

  /** Opens an object or a list that holds something; leaves anything else to `#scalar`. */
  #open(): boolean {
    const character = this.#text.charAt(this.#at);
    if (character !== '{' && character !== '[') return false;
    const start = this.#at;
    const list = character === '[';
    this.#at++;
    this.space();
    if (this.#text.charAt(this.#at) === (list ? ']' : '}')) {
      this.#at = start;
      return false;
    }
    const frame: Frame = {
      start,
      list: list ? [] : null,
      object: list ? null : {},
      key: '',
    };
    this.#frames.push(frame);
    if (!list) this.#key(frame);
    return true;
  }

  #scalar(): Json {
    const text = this.#text;
    const start = this.#at;
    switch (text.charCodeAt(start)) {
      case 0x22:
        return this.#string();
      case 0x7b:
        return this.#empty('}', {});
      case 0x5b:
        return this.#empty(']', []);
      case 0x74:
        return this.#word('true', true);
      case 0x66:
        return this.#word('false', false);
      case 0x6e:
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #empty(end: string, value: Json): Json {
    this.#at = this.#text.indexOf(end, this.#at) + 1;
    return value;
  }

  #word(word: string, value: Json): Json {
    const behind = this.#text.charCodeAt(this.#at + word.length);
    const longer = (behind >= 48 && behind <= 57) || (behind >= 65 && behind <= 90) || (behind >= 97 && behind <= 122);
    if (!this.#text.startsWith(word, this.#at) || longer) throw wrongValue(this.#text, this.#at);
    this.#at += word.length;
    return value;
  }

  #number(): Json {
    numberPattern.lastIndex = this.#at;
    const found = numberPattern.exec(this.#text)?.[0];
    if (found === undefined) throw wrongValue(this.#text, this.#at);
    const behind = this.#text.charAt(this.#at + found.length);
    if (/[\d.eE+]/.test(behind)) throw new JsonSyntaxError('badNumber', this.#at, `${found}${behind}`.slice(0, 40));
    this.#at += found.length;
    return this.#asWritten ? new LosslessNumber(found) : numberOfText(found);
  }

  #string(): string {
    const start = this.#at;
    let at = start + 1;
    let made = '';
    for (;;) {
      plainText.lastIndex = at;
      const piece = plainText.exec(this.#text)?.[0] ?? '';
      at += piece.length;
      made += piece;
      const code = this.#text.charCodeAt(at);
      if (code === 0x22) break;
      if (code !== 0x5c) throw this.#brokenString(start, at);
      const [character, length] = this.#escape(at);
      made += character;
      at += length;
    }
    this.#at = at + 1;
    return made;
  }

  #brokenString(start: number, at: number): JsonSyntaxError {
    if (at >= this.#text.length) return new JsonSyntaxError('unterminatedText', start, '');
    const code = this.#text.charCodeAt(at);
    const lineEnd = code === 10 || code === 13;
    return new JsonSyntaxError(lineEnd ? 'lineEndInText' : 'unexpected', at, lineEnd ? '' : `U+${hex(code)}`);
  }

  #escape(at: number): [string, number] {
    const letter = this.#text.charAt(at + 1);
    const known = escapes[letter];
    if (known !== undefined) return [known, 2];
    const code = /^[0-9a-fA-F]{4}$/.exec(this.#text.slice(at + 2, at + 6))?.[0];
    if (letter !== 'u' || code === undefined) throw new JsonSyntaxError('badEscape', at, `\\${letter}`);
    return [String.fromCharCode(Number.parseInt(code, 16)), 6];
  }

  #key(frame: Frame): void {
    this.space();
    if (this.#text.charCodeAt(this.#at) !== 0x22) throw wrongKey(this.#text, this.#at);
    frame.key = this.#string();
    this.space();
    if (this.#text.charCodeAt(this.#at) !== 0x3a) {
      throw new JsonSyntaxError(
        this.#at >= this.#text.length ? 'unterminated' : 'missingColon',
        this.#at,
        this.#text.charAt(this.#at),
      );
    }
    this.#at++;
  }

  #put(frame: Frame, value: Json): void {
    if (frame.list !== null) {
      frame.list.push(value);
      return;
    }
    const { object, key } = frame;
    if (object === null) return;
    if (Object.hasOwn(object, key) && this.duplicates.length < mostDuplicates) {
      this.duplicates.push({ path: this.#path(), same: stringify(object[key]) === stringify(value) });
    }
    if (key === '__proto__') {
      // Assigned, it would become the object's prototype.
      Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
    } else object[key] = value;
  }

  #path(): JsonPath {
    return this.#frames.map((frame) => (frame.list === null ? frame.key : frame.list.length));
  }

  /** True where another value follows in the same object or list. */
  #goesOn(frame: Frame): boolean {
    const end = frame.list === null ? '}' : ']';
    this.space();
    const character = this.#text.charAt(this.#at);
    if (character === end) {
      this.#at++;
      return false;
    }
    if (character !== ',') throw wrongSeparator(this.#text, this.#at);
    const comma = this.#at;
    this.#at++;
    this.space();
    if (this.#text.charAt(this.#at) === end) {
      if (!this.#lenient) throw new JsonSyntaxError('trailingComma', comma, ',');
      this.leniencies.add('trailingComma');
      this.#at++;
      return false;
    }
    if (frame.list === null) this.#key(frame);
    return true;
  }

  #closed(frame: Frame): Json {
    // Its own frame is gone, so this is its depth.
    if (this.#frames.length <= deepest) return frame.list ?? frame.object;
    if (this.#frames.length > deepest + 1) return null;
    if (this.tooDeep.length < mostDuplicates) this.tooDeep.push(this.#path());
    return this.#text.slice(frame.start, this.#at);
  }
}

const escapes: Readonly<Record<string, string | undefined>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');

function parsedValue(value: Json, { end, duplicates, tooDeep, leniencies }: Parser): ParsedValue {
  return { value, end, duplicates, tooDeep, leniencies: [...leniencies] };
}

/** The JSON value that begins at a place of a text, and what was noticed in it; throws `JsonSyntaxError`. */
export function parseValueAt(text: string, at: number, options: ParseOptions = {}): ParsedValue {
  const parser = new Parser(text, at, options);
  return parsedValue(parser.value(), parser);
}

/** A text that is one JSON value with nothing but spaces around it; throws `JsonSyntaxError`. */
export function parseWhole(text: string, options: ParseOptions = {}): ParsedValue {
  const parser = new Parser(text, 0, options);
  const value = parser.value();
  parser.space();
  if (parser.end < text.length) throw new JsonSyntaxError('moreBehind', parser.end, text.charAt(parser.end));
  return parsedValue(value, parser);
}
