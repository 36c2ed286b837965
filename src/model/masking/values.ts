/**
 * How one text or number of a record is masked. Only what a known field holds in a form known to be harmless stays: words of
 * Routee's vocabulary, times, bounded numbers, IDs without a number in them. The same rules for records that are taken
 * apart (record.ts) and for JSON that is masked as it stands (json-bytes.ts).
 */

import type { Kind } from './keys.ts';
import { isMasked } from './masked-forms.ts';
import { maskRecipient, maskSender, maskText, maskUrl } from './masking.ts';
import { dot } from './scrub.ts';
import { isHarmlessWord, isOperatorWord } from './vocabulary.ts';

const longestSentence = 2000;
const wordSeparators = /[^\s.,;:'"!?()/_-]+/gu;

function maskWordsBy(text: string, isShown: (word: string) => boolean): string {
  if (text.length > longestSentence) return maskText(text);
  // Three digits are an error's number or a status; more could be somebody's.
  const showDigits = (text.match(/\p{Nd}/gu) ?? []).length <= 3;
  return text.replace(wordSeparators, (word) =>
    isShown(word) || (showDigits && /^\d+$/.test(word)) ? word : dot.repeat(3),
  );
}

/** A sentence of Routee's with every word masked that is not of its vocabulary. "Invalid number +3069…" → "Invalid number •••". */
export function maskWords(text: string): string {
  return maskWordsBy(text, isHarmlessWord);
}

const fileExtension = /\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|rtf|zip|png|jpe?g|gif|bmp|webp|svg|mp[34]|avi|mov|heic)$/i;

function maskFileName(name: string): string {
  return `${dot.repeat(3)}${fileExtension.exec(name)?.[0] ?? ''}`;
}

const clock = '(?:[ T]+[0-2]\\d:[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?)';
const offset = '(?: ?(?:Z|UTC|GMT|[+-][01]\\d(?::?[0-5]\\d)?))?(?:\\[[A-Za-z]{2,12}(?:/[A-Za-z_]{2,20})?\\])?';
const isoTime = new RegExp(`^[0-2]\\d{3}-[01]\\d-[0-3]\\d(?:${clock}${offset})?$`, 'i');
const slashTime = new RegExp(`^[0-3]?\\d[/.][0-3]?\\d[/.](?:19|20)\\d\\d${clock}?$`, 'i');

/** Seconds or milliseconds since 1970, from 2001 on. Seconds beyond 2036 could be a telephone number. */
function isEpoch(digits: string): boolean {
  if (!/^\d{10}(?:\d{3})?$/.test(digits)) return false;
  const seconds = Number(digits.slice(0, 10));
  return seconds >= 1_000_000_000 && seconds <= 2_100_000_000;
}

function isTimeText(text: string): boolean {
  return isoTime.test(text) || slashTime.test(text) || isEpoch(text);
}

const boundedNumber = /^-?\d{1,6}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?$/;
const longBoundedNumber = /^-?\d{1,9}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?$/;
const errorCode = /^[45]\d\d0\d{5}$|^\d{0,3}$/;
const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const objectId = /^[0-9a-f]{24}$/i;
const numberInId = /\d{10}/;
const zeroPadded = /^0{4,}|0{6,}/g;

/** Routee's code of an error stays: nine digits, of which the first three are an HTTP status and the next a module. */
export function maskErrorCode(code: string): string {
  return errorCode.test(code) ? code : maskText(code);
}

/** Ids as machines make them. One that a person looks up (`flowId`) may hold digits by chance; they have it already. */
function isHarmlessId(text: string, kind: 'flowId' | 'id'): boolean {
  if (kind === 'flowId' && uuid.test(text) && /[a-f-]/i.test(text)) return true;
  if (!uuid.test(text) && !objectId.test(text)) return false;
  return /[a-f-]/i.test(text) && !numberInId.test(text.replace(zeroPadded, '-'));
}

const mostIds = 10_000;
/** Records say the same words again and again; so many of each kind are remembered, each up to a length. */
const [mostRemembered, longestRemembered] = [2000, 100];

/** Masks the values of one answer. Ids that are masked are numbered in it, so that two remain two. */
export class ValueMask {
  readonly #ids = new Map<string, number>();
  readonly #remembered = new Map<Kind, Map<string, string>>();

  /** A text under a key of this kind. Empty texts and what is masked already stay. */
  text(text: string, kind: Kind): string {
    if (text.length > longestRemembered) return this.#masked(text, kind);
    const known = this.#remembered.get(kind) ?? new Map<string, string>();
    const masked = known.get(text) ?? this.#masked(text, kind);
    if (known.size === 0) this.#remembered.set(kind, known);
    if (known.size < mostRemembered) known.set(text, masked);
    return masked;
  }

  #masked(text: string, kind: Kind): string {
    if (text === '' || isMasked(text)) return text;
    switch (kind) {
      case 'recipient':
        return maskRecipient(text);
      case 'sender':
        return maskSender(text);
      case 'url':
        return maskUrl(text);
      case 'fileName':
        return maskFileName(text);
      case 'label':
      case 'word':
      case 'status':
        return maskWords(text);
      case 'operator':
        return maskWordsBy(text, (word) => isOperatorWord(word) || isHarmlessWord(word));
      case 'flowId':
      case 'id':
        return isHarmlessId(text, kind) || /^\d{1,6}$/.test(text) ? text : this.#numbered(text);
      default:
        return hasHarmlessForm(text, kind) ? text : maskText(text);
    }
  }

  /** A number as written; null where nothing of it may be shown and 0 would say something of a price or a time. */
  number(digits: string, kind: Kind): string | null {
    switch (kind) {
      case 'measure':
        return boundedNumber.test(digits) ? digits : null;
      case 'longMeasure':
        return longBoundedNumber.test(digits) ? digits : null;
      case 'time':
        return isEpoch(digits) ? digits : null;
      case 'errorCode':
        return errorCode.test(digits) ? digits : '0';
      case 'flowId':
      case 'id':
        return /^\d{1,6}$/.test(digits) ? digits : String(this.#place(digits));
      case 'word':
      case 'status':
        return /^\d{1,3}$/.test(digits) ? digits : '0';
      case 'recipient':
      case 'sender':
        return /^\d{9,20}$/.test(digits)
          ? `${digits.slice(0, 2)}${'0'.repeat(digits.length - 5)}${digits.slice(-3)}`
          : '0';
      default:
        return '0';
    }
  }

  #numbered(id: string): string {
    const place = this.#place(id);
    return place === 0 ? dot.repeat(5) : `${dot.repeat(5)}#${place}`;
  }

  /** From 1; 0 beyond the ten thousand that are told apart. */
  #place(id: string): number {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    if (this.#ids.size >= mostIds) return 0;
    this.#ids.set(id, this.#ids.size + 1);
    return this.#ids.size;
  }
}

function hasHarmlessForm(text: string, kind: Kind): boolean {
  switch (kind) {
    case 'time':
      return isTimeText(text);
    case 'measure':
      return boundedNumber.test(text);
    case 'longMeasure':
      return longBoundedNumber.test(text);
    case 'country':
      return /^[A-Za-z]{2}$/.test(text);
    case 'language':
      return /^[A-Za-z]{2}(?:[-_][A-Za-z]{2})?$/.test(text);
    case 'errorCode':
      return errorCode.test(text);
    default:
      return false;
  }
}
