/** Numbers as the record writes them, within bounds that keep arithmetic quick, and numbers and flags in quotes. */
import type { LosslessNumber } from 'lossless-json';
import { isJsonNumber, type Json } from './json.ts';
import { numberOfText } from './json-parser.ts';
import { isEmptyWord } from './time-spellings.ts';

type JsonNumber = number | LosslessNumber;

/** Inclusive bounds of what a field can be; anything beyond is nobody's price, time to live or part. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Digits and decimals beyond these make arithmetic on exact decimals slow, and are nobody's price. */
const mostDigits = 60;
const mostExponent = 60;

const written = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,20}))?$/;

/**
 * True where a number's digits, decimals and size are such as a field can have. Looks at the text before anything
 * computes with it: `1e999999999` would fill the memory.
 */
export function isWithin(value: JsonNumber, { least, most }: Bounds): boolean {
  const text = String(value);
  if (text.length > 3 * mostDigits) return false;
  const match = written.exec(text);
  if (match === null) return false;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  if (whole.length + fraction.length > mostDigits || Math.abs(Number(exponent)) > mostExponent) return false;
  const size = Number(text);
  return size >= least && size <= most;
}

export type NumberReading =
  | { readonly kind: 'number'; readonly value: JsonNumber; readonly spelled: boolean }
  | { readonly kind: 'noValue' }
  | { readonly kind: 'unread'; readonly why: 'ambiguous' | 'outOfRange' | 'type' };

const unread = (why: 'ambiguous' | 'outOfRange' | 'type') => ({ kind: 'unread', why }) as const;

/** What a number in JSON or in quotes says. A comma counts where it can only be one thing: 0,036 but not 1,234. */
export function readNumberSpelling(value: Json, bounds: Bounds): NumberReading {
  if (isJsonNumber(value)) {
    return isWithin(value, bounds) ? { kind: 'number', value, spelled: false } : unread('outOfRange');
  }
  if (typeof value !== 'string') return unread('type');
  const text = value.trim();
  if (isEmptyWord(text)) return { kind: 'noValue' };
  const plain = plainNumber(text.replace(/[\u00a0\u2009\u202f]/g, ' ').replace(/^\u2212/, '-'));
  if (plain === 'ambiguous' || plain === null) return unread(plain ?? 'type');
  // Looked at before it is made a number: a million digits in quotes are read by nobody.
  if (plain.length > 3 * mostDigits) return unread('outOfRange');
  const number = numberOfText(plain);
  return isWithin(number, bounds) ? { kind: 'number', value: number, spelled: true } : unread('outOfRange');
}

const groups = (separator: string) => new RegExp(`^[+-]?\\d{1,3}(?:${separator}\\d{3})+$`);
const commaGroups = groups(',');
const dotGroups = groups('\\.');
const spaceGroups = groups("[ '’]");

/** A number's text in JSON's form; null for none, `ambiguous` where the comma can mean two things. */
function plainNumber(text: string): string | 'ambiguous' | null {
  if (/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return jsonForm(text);
  if (/^[+-]?\.\d+$/.test(text)) return jsonForm(text.replace('.', '0.'));
  if (!/^[+-]?\d[\d., '’]{0,100}$/.test(text)) return null;
  const comma = text.lastIndexOf(',');
  const dot = text.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) return mixed(text, comma > dot);
  if (comma < 0)
    return spaceGroups.test(text.split('.')[0] ?? '') || dotGroups.test(text)
      ? jsonForm(text.replace(/[ '’]/g, ''))
      : null;
  if (text.indexOf(',') !== comma) return commaGroups.test(text) ? jsonForm(text.replaceAll(',', '')) : null;
  const [whole = '', fraction = ''] = text.replace(/[ '’]/g, '').split(',');
  if (!/^\d+$/.test(fraction) || !/^[+-]?\d+$/.test(whole)) return null;
  // Three digits behind up to three may be thousands; nothing writes thousands with a leading zero.
  const thousands = fraction.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(whole);
  return thousands ? 'ambiguous' : jsonForm(`${whole}.${fraction}`);
}

/** With both signs, the last is the decimal one. */
function mixed(text: string, decimalComma: boolean): string | null {
  const [group, decimal] = decimalComma ? ['.', ','] : [',', '.'];
  const [whole = '', fraction = '', more] = text.split(decimal);
  const grouped = decimalComma ? dotGroups : commaGroups;
  if (more !== undefined || !grouped.test(whole) || !/^\d+$/.test(fraction)) return null;
  return jsonForm(`${whole.replaceAll(group, '')}.${fraction}`);
}

/** Without a plus and leading zeros, which JSON does not know. */
function jsonForm(text: string): string | null {
  const plain = text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(plain) ? plain : null;
}

export type FlagReading =
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'noValue' }
  | { readonly kind: 'unread' };

/** True and false as words, letters, 1 and 0. */
export function readFlagSpelling(value: Json): FlagReading {
  const word = typeof value === 'string' || isJsonNumber(value) ? String(value).trim().toLowerCase() : null;
  if (word === null) return { kind: 'unread' };
  if (['true', '1', 'yes', 'y', 't', 'on'].includes(word)) return { kind: 'flag', value: true };
  if (['false', '0', 'no', 'n', 'f', 'off'].includes(word)) return { kind: 'flag', value: false };
  return isEmptyWord(word) ? { kind: 'noValue' } : { kind: 'unread' };
}
