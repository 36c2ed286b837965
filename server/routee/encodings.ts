/** Takes off one layer of what text is encoded with on its way: JSON's and JavaScript's escapes, URLs', HTML's, line breaks. */

/** Bytes, and the place of each in what they were decoded from; one place more, for the end. Null: they are the source. */
export interface Layer {
  readonly bytes: Uint8Array;
  readonly places: Uint32Array | null;
}

const [backslash, percent, ampersand, lineFeed, carriageReturn] = [92, 37, 38, 10, 13];
const encoded =
  /\\(?:u00[2-7]|x[2-7]|[/\\"])|%[2-7][0-9a-f]|&(?:#|[a-z]{2,8};)|\0|[\w+/=-](?:\\r)?(?:\\n|\r?\n)[\w+/=-]/i;

/** Whether anything in it may be an ASCII character that is written otherwise. */
export function mayBeEncoded(block: Buffer): boolean {
  return encoded.test(block.toString('latin1'));
}

/** Names of HTML's for what a token, a secret or a host may hold. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  sol: '/',
  bsol: '\\',
  plus: '+',
  equals: '=',
  colon: ':',
  semi: ';',
  period: '.',
  comma: ',',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  num: '#',
  dollar: '$',
  percnt: '%',
  commat: '@',
  excl: '!',
  ast: '*',
  quest: '?',
  lpar: '(',
  rpar: ')',
  tilde: '~',
  hat: '^',
  grave: '`',
};
const escapes: Readonly<Record<string, number>> = { '/': 47, '\\': backslash, '"': 34, n: lineFeed, r: carriageReturn };

/** What stands at a place: the byte that it means (null: nothing), and how many bytes it takes. Undefined: itself. */
type Unit = { readonly byte: number | null; readonly length: number } | undefined;

function digitOf(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : Number.NaN;
}

/** An ASCII character as hexadecimal digits, so many behind a prefix. */
function hex(bytes: Uint8Array, at: number, prefix: number, digits: number): Unit {
  let byte = 0;
  for (let index = 0; index < digits; index++) byte = byte * 16 + digitOf(bytes[at + prefix + index] ?? 0);
  return byte < 128 ? { byte, length: prefix + digits } : undefined;
}

function backslashed(bytes: Uint8Array, at: number): Unit {
  const letter = String.fromCharCode(bytes[at + 1] ?? 0);
  if (letter === 'u') return hex(bytes, at, 2, 4);
  if (letter === 'x') return hex(bytes, at, 2, 2);
  const byte = escapes[letter];
  return byte === undefined ? undefined : { byte, length: 2 };
}

function entity(text: string): Unit {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/i.exec(text);
  if (match === null) return undefined;
  const [whole, decimal, hexadecimal, name] = match;
  const named = entities[name?.toLowerCase() ?? ''];
  if (named !== undefined) return { byte: named.charCodeAt(0), length: whole.length };
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code < 128 ? { byte: code, length: whole.length } : undefined;
}

const longestUnit = 12;

function unitAt(bytes: Uint8Array, at: number): Unit {
  const byte = bytes[at];
  // UTF-16 read as bytes has one between two letters; a text is folded at line breaks.
  if (byte === 0 || byte === lineFeed || byte === carriageReturn) return { byte: null, length: 1 };
  if (byte !== backslash && byte !== percent && byte !== ampersand) return undefined;
  if (byte === backslash) return backslashed(bytes, at);
  if (byte === percent) return hex(bytes, at, 1, 2);
  return entity(String.fromCharCode(...bytes.subarray(at, at + longestUnit)));
}

/** One layer less; null where there is none to take off. */
export function decodedOnce({ bytes, places }: Layer): Layer | null {
  const decoded = new Uint8Array(bytes.length);
  const from = new Uint32Array(bytes.length + 1);
  let size = 0;
  for (let at = 0; at < bytes.length; ) {
    const unit = unitAt(bytes, at);
    const byte = unit === undefined ? (bytes[at] ?? 0) : unit.byte;
    if (byte !== null) {
      from[size] = places?.[at] ?? at;
      decoded[size++] = byte;
    }
    at += unit?.length ?? 1;
  }
  if (size === bytes.length) return null;
  from[size] = places?.[bytes.length] ?? bytes.length;
  return { bytes: decoded.subarray(0, size), places: from.subarray(0, size + 1) };
}
