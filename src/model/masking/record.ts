/** Masking of whole records, and of text that may hold one. */
import { isLosslessNumber, LosslessNumber } from 'lossless-json';
import { isJsonObject, type Json } from '../values/json.ts';
import { maskAddress, maskLabel, maskRecipient, maskText, maskUrl } from './masking.ts';
import { dot, maskDigitRuns, scrub } from './scrub.ts';

function maskFileName(name: string): string {
  return `${dot.repeat(3)}${/\.[a-z]{1,5}\d?$/i.exec(name)?.[0] ?? ''}`;
}

/** How the texts and numbers under a key are masked; containers hand their kind down to what they hold. */
type Kind =
  | 'recipient'
  | 'sender'
  | 'text'
  | 'params'
  | 'url'
  | 'fileName'
  | 'label'
  | 'id'
  | 'measure'
  | 'word'
  | 'unknown';

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...each('recipient', 'to', 'phone', 'sip', 'viber', 'recipient', 'recipients', 'msisdn', 'mobile', 'destination'),
  ...each('sender', 'from'),
  ...each('text', 'body', 'message', 'text', 'caption', 'title', 'say', 'content'),
  ...each('params', 'templateparams', 'dialplan'),
  ...each('url', 'imageurl', 'targeturl', 'fileurl', 'videourl', 'videothumbnail', 'inboundurl', 'url'),
  ...each('fileName', 'filename'),
  ...each('label', 'label'),
  ...each('id', 'trackingid', 'messageid', 'smsid', 'applicationid', 'templateid'),
  ...each('measure', 'order', 'price', 'totalprice', 'ttl', 'latency', 'part', 'parts', 'duration', 'filesize'),
  ...each('word', 'type', 'filetype', 'templatelang', 'country', 'status', 'name'),
]);

function each(kind: Kind, ...keys: readonly string[]): [string, Kind][] {
  return keys.map((key) => [key, kind]);
}

/** `content` is a text inside a message and the list of flows on a page of search results. */
function kindOf(key: string, value: Json, inherited: Kind): Kind {
  if (inherited === 'params' || inherited === 'recipient') return inherited;
  if (key === 'content' && Array.isArray(value) && inherited === 'unknown') return 'unknown';
  const known = kinds.get(key.toLowerCase());
  if (inherited === 'text') return known === undefined || known === 'label' || known === 'id' ? 'text' : known;
  return known ?? 'unknown';
}

function maskString(text: string, kind: Kind): string {
  switch (kind) {
    case 'recipient':
      return maskRecipient(text);
    case 'sender':
      return maskAddress(text);
    case 'text':
    case 'params':
      return /^https?:\/\/\S+$/i.test(text) ? maskUrl(text) : maskText(text);
    case 'url':
      return maskUrl(text);
    case 'fileName':
      return text === '' ? '' : maskFileName(text);
    case 'label':
      return maskLabel(text);
    case 'id':
      return /^[\w-]+$/.test(text) && !/^\d{7,15}$/.test(text) ? text : scrub(text);
    case 'measure':
    case 'word':
      return scrub(text);
    case 'unknown':
      return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? maskUrl(text) : scrub(text);
  }
}

/** A number stays a number: its digits after the second and before the last three become zeros. */
function maskNumber(digits: string, kind: Kind): string {
  if (kind === 'text' || kind === 'params') return '0';
  const whole = /^-?\d+$/.test(digits);
  if (kind === 'measure' || kind === 'id' || !whole || digits.length < (kind === 'unknown' ? 10 : 7)) {
    return kind === 'recipient' || kind === 'sender' ? '0' : digits;
  }
  return digits.length < 9 ? '0' : `${digits.slice(0, 2)}${'0'.repeat(digits.length - 5)}${digits.slice(-3)}`;
}

function maskLeaf(value: Json, kind: Kind): Json {
  if (typeof value === 'string') return maskString(value, kind);
  if (isLosslessNumber(value)) return new LosslessNumber(maskNumber(value.value, kind));
  if (typeof value !== 'number') return value;
  const digits = String(value);
  const masked = maskNumber(digits, kind);
  return masked === digits ? value : Number(masked);
}

type Container = Json[] | { [key: string]: Json };
interface Work {
  readonly source: Container;
  readonly target: Container;
  readonly kind: Kind;
}

/** A key that is itself a number or an e-mail address, made unique where masking makes two of them the same. */
function maskKey(key: string, taken: { [key: string]: Json }): string {
  const masked = scrub(key);
  if (masked === key) return key;
  let name = masked;
  for (let count = 2; Object.hasOwn(taken, name); count++) name = `${masked} ${count}`;
  return name;
}

function fill({ source, target, kind }: Work, waiting: Work[]): void {
  const put = (value: Json, childKind: Kind, place: (made: Json) => void) => {
    if (!Array.isArray(value) && !isJsonObject(value)) return place(maskLeaf(value, childKind));
    const made: Container = Array.isArray(value) ? [] : {};
    place(made);
    waiting.push({ source: value, target: made, kind: childKind });
  };
  if (Array.isArray(source) && Array.isArray(target)) {
    for (const item of source) put(item, kind, (made) => target.push(made));
  } else if (isJsonObject(source) && isJsonObject(target)) {
    for (const [key, value] of Object.entries(source)) {
      // Defined, not assigned: a record may hold a key "__proto__".
      const place = (made: Json) =>
        Object.defineProperty(target, maskKey(key, target), {
          value: made,
          enumerable: true,
          writable: true,
          configurable: true,
        });
      put(value, kindOf(key, value, kind), place);
    }
  }
}

/**
 * A record, or a page of them, with recipients, texts, web addresses and file names masked, and telephone numbers and
 * e-mail addresses wherever they stand. Shape, types and the order of keys stay. Not recursive, so depth cannot break it.
 */
export function maskJson(json: Json): Json {
  if (!Array.isArray(json) && !isJsonObject(json)) return maskLeaf(json, 'unknown');
  const root: Container = Array.isArray(json) ? [] : {};
  const waiting: Work[] = [{ source: json, target: root, kind: 'unknown' }];
  for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) fill(work, waiting);
  return root;
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
