/** Whether two addresses can be one: numbers however they are written, and masked ones as far as they show. */

/** Signs that stand for digits nobody may see. */
const maskSign = /[x*•#_?…●∗＊×]/gi;

/** Digits, with `*` for a run of masked ones; null for what is no telephone number. */
function numberPattern(address: string): { readonly pattern: string; readonly international: boolean } | null {
  const text = address.trim().replace(/^tel:/i, '');
  const masked = text.replace(/\.{2,}/g, '…').replace(/[\s\u00a0().\u2010-\u2015/-]/g, '');
  const pattern = masked.replace(maskSign, '*').replace(/\*+/g, '*');
  if (!/^\+?[\d*]+$/.test(pattern)) return null;
  const digits = pattern.replace(/\D/g, '').length;
  if (digits < 2 || (digits < 7 && !pattern.includes('*'))) return null;
  const plain = pattern.replace(/^\+/, '').replace(/^00(?=\d)/, '');
  return { pattern: plain, international: pattern.startsWith('+') || pattern.startsWith('00') };
}

/** True where some text fits both patterns; `*` is any run. Patterns are a few characters, so the table is small. */
function canMeet(a: string, b: string): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, at) => /^\**$/.test(b.slice(0, at)));
  for (let i = 1; i <= a.length; i++) {
    const next: boolean[] = [row[0] === true && a[i - 1] === '*'];
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1], b[j - 1]];
      const either = x === '*' || y === '*';
      next.push(either ? row[j] === true || next[j - 1] === true : x === y && row[j - 1] === true);
    }
    row = next;
  }
  return row[b.length] === true;
}

/** Longer ones are compared as texts. */
const longest = 40;

/** A national number ("6900000001") can be the end of an international one ("+306900000001"). */
function canBeNational(national: string, international: string): boolean {
  const bare = national.replace(/^0/, '');
  const code = international.length - bare.length;
  return bare.length >= 8 && code >= 1 && code <= 4 && international.endsWith(bare);
}

/**
 * True where two addresses can be the same person's: `+306912345678`, `00306912345678`, `306912345678`, `6912345678`
 * and `+3069xxxxxx78` can. Addresses that are no numbers are compared without regard to case.
 */
export function canBeSameAddress(a: string, b: string): boolean {
  const [one, two] = [a.length <= longest ? numberPattern(a) : null, b.length <= longest ? numberPattern(b) : null];
  if (one === null || two === null) return one === two && a.trim().toLowerCase() === b.trim().toLowerCase();
  if (one.pattern === two.pattern) return true;
  if (`${one.pattern}${two.pattern}`.includes('*')) return canMeet(one.pattern, two.pattern);
  if (one.international && two.international) return false;
  return canBeNational(one.pattern, two.pattern) || canBeNational(two.pattern, one.pattern);
}

/** What makes most spellings of one number the same text, so that few are left to compare one by one. */
export function addressKey(address: string): string {
  const number = address.length <= longest ? numberPattern(address) : null;
  return number?.pattern ?? `=${address.trim().toLowerCase()}`;
}

/** Of more than this many different addresses, no pair is compared one by one. */
export const mostCompared = 200;

/**
 * Addresses that cannot be one person's, each by its first spelling, in the order met: one for a flow to one recipient.
 */
export function distinctAddresses(addresses: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const address of addresses) {
    const known = addressKey(address);
    if (!byKey.has(known)) byKey.set(known, address);
  }
  const firsts = [...byKey.values()];
  if (firsts.length > mostCompared) return firsts;
  const groups: string[][] = [];
  for (const address of firsts) {
    const group = groups.find((members) => members.every((member) => canBeSameAddress(member, address)));
    if (group === undefined) groups.push([address]);
    else group.push(address);
  }
  return groups.flatMap(([first]) => first ?? []);
}
