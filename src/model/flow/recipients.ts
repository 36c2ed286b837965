/** To whom the messages of a flow went: addresses as texts, compared as what they stand for. */

/** What masks a digit in a number: `+3069xxxxxx01`, `+30690*****01`, `•`. */
const mask = /[*xX•#]/;

/** An address reduced to what tells two apart: a number's digits (a masked one as `?`), any other in lower case. */
export function addressKey(address: string): string {
  const plain = address.trim().replace(/[\s().-]/g, '');
  if (!/^\+?[\d*xX•#]{7,}$/.test(plain) || !/\d/.test(plain)) return address.trim().toLowerCase();
  return [...plain.replace(/^\+/, '').replace(/^0+/, '')].map((sign) => (mask.test(sign) ? '?' : sign)).join('');
}

/** Runs of masked digits may be written shorter or longer than they are, so they stand for any number of them. */
function fits(masked: string, other: string): boolean {
  const [head = '', ...rest] = masked.split(/\?+/);
  const [tail = ''] = rest.slice(-1);
  const [otherHead = '', ...otherRest] = other.split(/\?+/);
  const [otherTail = ''] = otherRest.length === 0 ? [otherHead] : otherRest.slice(-1);
  const shared = Math.min(head.length, otherHead.length);
  const end = Math.min(tail.length, otherTail.length);
  const sameEnd = end === 0 || tail.slice(-end) === otherTail.slice(-end);
  return head.slice(0, shared) === otherHead.slice(0, shared) && sameEnd;
}

/** True when two addresses can be the same one, written or masked in different ways. */
export function sameAddress(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [addressKey(a), addressKey(b)];
  if (left === right) return true;
  if (left.includes('?')) return fits(left, right);
  return right.includes('?') && fits(right, left);
}

/** Masked numbers are compared among so many; a record with more recipients is no flow to one of them. */
export const mostCompared = 100;

/** The addresses that stand for different recipients, each as it was met first. Linear in their number. */
export function distinctAddresses(addresses: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const address of addresses) {
    const key = addressKey(address);
    if (!found.has(key)) found.set(key, address);
  }
  const all = [...found];
  if (!all.some(([key]) => key.includes('?'))) return all.map(([, address]) => address);
  return all.flatMap(([, address], place) => {
    if (place >= mostCompared) return [address];
    return all.slice(0, place).some(([, known]) => sameAddress(known, address)) ? [] : [address];
  });
}
