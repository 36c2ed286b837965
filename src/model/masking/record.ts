/** Masking of whole records, and of text that may hold one. */
import { LosslessNumber } from 'lossless-json';
import { isJsonNumber, isJsonObject, type Json } from '../values/json.ts';
import { isPlainKey, type Kind, kindUnder, maskedKey, maskedKeyForm } from './keys.ts';
import { maskRecipient, maskText } from './masking.ts';
import { maskDigitRuns, scrub } from './scrub.ts';
import { ValueMask } from './values.ts';

type Container = Json[] | { [key: string]: Json };

function maskNumber(value: number | LosslessNumber, kind: Kind, mask: ValueMask): Json {
  const written = typeof value === 'number' ? String(value) : value.value;
  const masked = mask.number(written, kind);
  if (masked === written) return value;
  if (masked === null) return null;
  return typeof value === 'number' ? Number(masked) : new LosslessNumber(masked);
}

function maskLeaf(value: Json, kind: Kind, mask: ValueMask): Json {
  if (typeof value === 'string') return mask.text(value, kind);
  return isJsonNumber(value) ? maskNumber(value, kind, mask) : value;
}

/** Names the keys of one object: those that may be shown as they are, the others by their number. */
function keyMask(source: { readonly [key: string]: Json }): (key: string) => string {
  let hidden = 0;
  return (key) => {
    if (isPlainKey(key) || maskedKeyForm.test(key)) return key;
    do hidden++;
    while (Object.hasOwn(source, maskedKey(hidden)));
    return maskedKey(hidden);
  };
}

/** A list or object that is being masked: what is still to come of it, and where the masked go. */
interface Open {
  readonly kind: Kind;
  readonly rest: Iterator<readonly [key: string | null, value: Json]>;
  readonly put: (key: string | null, masked: Json) => void;
}

function* itemsOf(list: readonly Json[]): Generator<readonly [null, Json]> {
  for (const item of list) yield [null, item];
}

function opened(source: Container, kind: Kind): { open: Open; target: Container } {
  if (Array.isArray(source)) {
    const target: Json[] = [];
    return { open: { kind, rest: itemsOf(source), put: (_, masked) => target.push(masked) }, target };
  }
  const target: { [key: string]: Json } = {};
  const nameOf = keyMask(source);
  const put = (key: string | null, value: Json) => {
    // Defined, not assigned: a record may hold a key "__proto__".
    Object.defineProperty(target, nameOf(key ?? ''), { value, enumerable: true, writable: true, configurable: true });
  };
  return { open: { kind, rest: Object.entries(source).values(), put }, target };
}

/**
 * A record, or a page of them, with everything masked that is not known to be harmless: docs/security.md says what stays.
 * Shape and the order of keys stay, and what is masked stays as it is when it is masked again. A number becomes 0, or null
 * where 0 would say something. Not recursive, so depth cannot break it; linear in the size.
 */
export function maskJson(json: Json): Json {
  const mask = new ValueMask();
  if (!Array.isArray(json) && !isJsonObject(json)) return maskLeaf(json, 'hidden', mask);
  const root = opened(json, 'record');
  const stack = [root.open];
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    const next = open.rest.next();
    if (next.done === true) {
      stack.pop();
      continue;
    }
    const [key, value] = next.value;
    const kind = key === null ? open.kind : kindUnder(key, open.kind);
    if (Array.isArray(value) || isJsonObject(value)) {
      const inner = opened(value, kind);
      open.put(key, inner.target);
      stack.push(inner.open);
    } else open.put(key, maskLeaf(value, kind, mask));
  }
  return root.target;
}

/** The text values of such keys, in JSON and in JSON inside a JSON text, where every quote has its backslash. */
function quoted(keys: string): RegExp {
  const plain = `("(?:${keys})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`;
  const escaped = `(\\\\"(?:${keys})\\\\"\\s*:\\s*\\\\")((?:[^"\\\\]|\\\\(?!"))*)`;
  return new RegExp(`${plain}|${escaped}`, 'gis');
}

const textKeys = quoted('body|message|text|caption|title|say|fileName');
const recipientKeys = quoted('to|phone|sip|viber|recipient|msisdn|mobile|destination');
const urls = /(https?:\/\/)(?:[^\s"'<>\\/?#@]*@)?([^\s"'<>\\/?#]+)[^\s"'<>\\]*/gi;
const templateParams = /(\\?"templateParams\\?"\s*:\s*\{)([^}]*)/gi;

function byValue(mask: (value: string) => string) {
  return (_match: string, start?: string, value?: string, innerStart?: string, innerValue?: string) =>
    `${start ?? innerStart ?? ''}${mask(value ?? innerValue ?? '')}`;
}

/**
 * Text that could not be read as JSON (a proxy's page, a record that was cut off): the values of known text keys,
 * web addresses beyond their host, e-mail addresses and every run of 7 digits or more are masked.
 */
export function maskLooseText(text: string): string {
  const covered = text
    .replace(templateParams, byValue(maskText))
    .replace(textKeys, byValue(maskText))
    .replace(recipientKeys, byValue(maskRecipient))
    .replace(urls, (_match, scheme: string, host: string) => `${scheme}${maskDigitRuns(host, 6)}`);
  return maskDigitRuns(scrub(covered), 7);
}
