/** Why a text is no JSON and where: what a person needs to find the place and mend it. */

/** `found` is the character or word at the place; empty at the end of the text. */
export interface JsonFault {
  readonly cause: JsonFaultCause;
  /** Both from 1; columns count UTF-16 units, as editors do. */
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

export type JsonFaultCause =
  | 'curlyQuote'
  | 'singleQuote'
  | 'backtick'
  | 'trailingComma'
  | 'missingComma'
  | 'missingColon'
  | 'missingValue'
  | 'unquotedKey'
  | 'pythonWord'
  | 'notANumber'
  | 'unknownWord'
  | 'badNumber'
  | 'badEscape'
  | 'lineEndInText'
  | 'unterminatedText'
  | 'unterminated'
  | 'ellipsis'
  | 'html'
  | 'moreBehind'
  | 'unexpected';

/** Thrown inside the parser only; `parseJson` turns it into a fault. */
export class JsonSyntaxError extends Error {
  readonly kind: JsonFaultCause;
  readonly at: number;
  readonly found: string;
  constructor(cause: JsonFaultCause, at: number, found: string) {
    super(cause);
    this.kind = cause;
    this.at = at;
    this.found = found;
  }
}

/** Line and column of a place in a text; CRLF is one line end. */
export function faultAt(text: string, { kind: cause, at, found }: JsonSyntaxError): JsonFault {
  const before = text.slice(0, at);
  const lines = before.split(/\r\n|[\n\r\u2028\u2029]/);
  return { cause, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, found };
}

const curly = /[\u2018-\u201f\u00ab\u00bb\u2032-\u2037\u300c-\u300f\u301d-\u301f\uff02\uff07]/;
const wordPattern = /[\p{L}_$][\p{L}\p{N}_$]*/uy;

/** The word that begins at a place; '' where none does. */
function wordAt(text: string, at: number): string {
  wordPattern.lastIndex = at;
  return wordPattern.exec(text)?.[0].slice(0, 40) ?? '';
}

/** What stands where a value should, told by how it begins. */
export function wrongValue(text: string, at: number): JsonSyntaxError {
  const character = text.charAt(at);
  const word = wordAt(text, at);
  const fault = (cause: JsonFaultCause, found = word || character) => new JsonSyntaxError(cause, at, found);
  if (at >= text.length) return fault('unterminated', '');
  if (curly.test(character)) return fault('curlyQuote');
  if (character === "'") return fault('singleQuote');
  if (character === '`') return fault('backtick');
  if (character === '<') return fault('html');
  if (text.startsWith('...', at) || character === '…') return fault('ellipsis', character === '…' ? '…' : '...');
  if (/^(?:True|False|None)$/.test(word)) return fault('pythonWord');
  const signed = /^[+-]?(?:NaN|Infinity)/.exec(text.slice(at, at + 12))?.[0];
  if (signed !== undefined) return fault('notANumber', signed);
  if (/[\d+.-]/.test(character)) return fault('badNumber', text.slice(at, at + 12).split(/[\s,\]}]/)[0] ?? character);
  if (character === ',' || character === '}' || character === ']') return fault('missingValue', character);
  return fault(word === '' ? 'unexpected' : 'unknownWord');
}

/** What stands where a key should. */
export function wrongKey(text: string, at: number): JsonSyntaxError {
  const character = text.charAt(at);
  const word = wordAt(text, at);
  if (at >= text.length) return new JsonSyntaxError('unterminated', at, '');
  if (curly.test(character)) return new JsonSyntaxError('curlyQuote', at, character);
  if (character === "'") return new JsonSyntaxError('singleQuote', at, character);
  if (character === '`') return new JsonSyntaxError('backtick', at, character);
  if (character === '…' || text.startsWith('...', at)) return new JsonSyntaxError('ellipsis', at, character);
  return new JsonSyntaxError(word === '' ? 'unexpected' : 'unquotedKey', at, word || character);
}

/** What stands where a comma or the end of an object or list should. */
export function wrongSeparator(text: string, at: number): JsonSyntaxError {
  const character = text.charAt(at);
  if (at >= text.length) return new JsonSyntaxError('unterminated', at, '');
  if (curly.test(character)) return new JsonSyntaxError('curlyQuote', at, character);
  if (character === '…' || text.startsWith('...', at)) return new JsonSyntaxError('ellipsis', at, character);
  if (/["{[\d-]/.test(character) || wordAt(text, at) !== '') {
    return new JsonSyntaxError('missingComma', at, wordAt(text, at) || character);
  }
  return new JsonSyntaxError('unexpected', at, character);
}
