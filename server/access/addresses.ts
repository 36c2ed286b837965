/** IP addresses: loopback, and lists of addresses and ranges. */
import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function family(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6';
}

/** Without brackets, zone, and the IPv6 clothes of an IPv4 address. */
function bare(address: string): string {
  return address.replace(/^\[|\]$/g, '').replace(/^::ffff:(?=\d+\.)/i, '');
}

/** True for a host name or an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  const address = bare(host);
  const kind = family(address);
  return kind === null ? address.toLowerCase() === 'localhost' : loopback.check(address, kind);
}

function split(range: string): { address: string; kind: 'ipv4' | 'ipv6'; bits: number } | null {
  const [address = '', bits, ...rest] = range.split('/');
  const kind = family(address);
  if (kind === null || rest.length > 0) return null;
  const most = kind === 'ipv4' ? 32 : 128;
  if (bits === undefined) return { address, kind, bits: most };
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? { address, kind, bits: Number(bits) } : null;
}

/** True for "10.1.2.3", "10.0.0.0/8", "fd00::/8". */
export function isRange(text: string): boolean {
  return split(text) !== null;
}

/** A test whether an address is in one of the ranges; of no ranges, none is. */
export function addressTest(ranges: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const parts = split(range);
    if (parts !== null) list.addSubnet(parts.address, parts.bits, parts.kind);
  }
  return (address) => {
    const plain = bare(address ?? '');
    const kind = family(plain);
    return kind !== null && list.check(plain, kind);
  };
}
