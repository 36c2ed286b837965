/** Masking of recipients and texts: what may be shown, logged or handed on while personal data is covered. */
import { isMasked } from './masked-forms.ts';
import { dot, isPhone, maskDigitRuns, maskMailbox, maskPhone, scrub } from './scrub.ts';

/** A sender's name: letters, at most three digits in all, no address signs. Senders may be called so; people are not. */
const senderName = /^(?!(?:\P{Nd}*\p{Nd}){4})(?=.*\p{L})[\p{L}\p{M}\p{N} .&'!_-]{1,30}$/u;

/** An id, a Viber user or anything else that names a person: the last three characters of a long one. */
function maskOpaque(text: string): string {
  const shown = text.length >= 10 ? maskDigitRuns([...text.slice(-6)].slice(-3).join(''), 4) : '';
  return `${dot.repeat(5)}${shown}`;
}

/** An address that is somebody's, even when it looks like a name. Empty text stays empty. */
export function maskRecipient(address: string): string {
  const text = address.trim();
  if (text === '' || isMasked(text)) return address;
  if (isPhone(text)) return maskPhone(text);
  return text.includes('@') ? maskMailbox(text) : maskOpaque(text);
}

/**
 * An address with only so much left as tells addresses apart: "+306912345678" → "+30 69•••••678". Names of senders
 * ("Routee") are nobody's number and stay; users of e-mail and SIP addresses go, their hosts stay.
 */
export function maskAddress(address: string): string {
  return senderName.test(address.trim()) ? address : maskRecipient(address);
}

/** What an SMS can carry as a sender's name (3GPP TS 23.040, 9.1.2.5). */
const longestSmsSender = 11;

/** A sender in a record: the name of a business stays where it is as short as an SMS allows; anything longer may be a text. */
export function maskSender(address: string): string {
  return address.trim().length <= longestSmsSender ? maskAddress(address) : maskRecipient(address);
}

/** How many characters a text has; without a copy of it, for a text may have millions. */
function charactersOf(text: string): number {
  let pairs = 0;
  for (let at = 1; at < text.length; at++) {
    const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (isLow && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) pairs++;
  }
  return text.length - pairs;
}

/** Stands for a text: nothing of it is kept but its length in characters. "Hello" → "•••••• (5)". Empty stays empty. */
export function maskText(text: string): string {
  return text === '' || isMasked(text) ? text : `${dot.repeat(6)} (${charactersOf(text)})`;
}

/** RFC 1035, 2.3.4, and a port. */
const longestHost = 259;

/** The scheme and host of a web address; path, query and user go. Anything else is masked as a text. */
export function maskUrl(address: string): string {
  const parts = /^(https?:\/\/)(?:[^/?#\\@]*@)?([^/?#\\@\s]+)(.*)$/is.exec(address.trim());
  const [, scheme = '', host = '', rest = ''] = parts ?? [];
  if (parts === null || host.length > longestHost) return maskText(address);
  return `${scheme}${maskDigitRuns(host, 6)}${rest === '' || rest === '/' ? rest : `/${dot.repeat(3)}`}`;
}

/** A label with every number or mail address in it covered; words stay. */
export function maskLabel(label: string): string {
  return maskDigitRuns(scrub(label), 6);
}
