/** IP addresses: loopback, and lists of addresses and ranges. */
import { BlockList, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function family(address: string): Family | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6';
}

/** The IPv4 address that an IPv6 address of `::ffff:0:0/96` stands for, in whatever spelling; null for others. */
function mapped(address: string): string | null {
  // The URL parser writes every spelling of an IPv6 address in one.
  const [, high, low] = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(new URL(`http://[${address}]`).hostname) ?? [];
  if (high === undefined || low === undefined) return null;
  const bytes = [Number.parseInt(high, 16), Number.parseInt(low, 16)].flatMap((word) => [word >> 8, word & 255]);
  return bytes.join('.');
}

/** Without brackets, zone, and the IPv6 clothes of an IPv4 address. */
function bare(address: string): string {
  const plain = address.replace(/^\[(.*)\]$/, '$1').replace(/(?<=:[^%]*)%.*$/, '');
  return family(plain) === 'ipv6' ? (mapped(plain) ?? plain) : plain;
}

/** True for a host name or an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  const address = bare(host);
  const kind = family(address);
  return kind === null ? address.toLowerCase() === 'localhost' : loopback.check(address, kind);
}

interface Range {
  readonly address: string;
  readonly kind: Family;
  readonly bits: number;
}

/** A range of mapped addresses means the IPv4 addresses that they stand for. */
function split(range: string): Range | null {
  const [written = '', bits, ...rest] = range.split('/');
  const writtenKind = family(written);
  if (writtenKind === null || rest.length > 0 || written.includes('%')) return null;
  const most = writtenKind === 'ipv4' ? 32 : 128;
  if (bits !== undefined && !(/^(0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= most)) return null;
  const length = bits === undefined ? most : Number(bits);
  const inner = writtenKind === 'ipv6' && length >= 96 ? mapped(written) : null;
  return inner === null
    ? { address: written, kind: writtenKind, bits: length }
    : { address: inner, kind: 'ipv4', bits: length - 96 };
}

/** True for "10.1.2.3", "10.0.0.0/8", "fd00::/8". */
export function isRange(text: string): boolean {
  return split(text) !== null;
}

/** The widest ranges that are somebody's own: 10.0.0.0/8 and fc00::/7. */
const widest = { ipv4: 8, ipv6: 7 } as const;
/** Addresses that stand for all of IPv4: mapped, NAT64 and 6to4. */
const allOfIpv4 = ['::ffff:1.2.3.4', '64:ff9b::1.2.3.4', '2002:102:304::1'];

/** True for a range so wide that it is no network of anybody's: `0.0.0.0/0`, `::/0`, `2000::/3`, `::ffff:0:0/96`. */
export function isWholeInternet(text: string): boolean {
  const range = split(text);
  if (range === null) return false;
  if (range.bits < widest[range.kind]) return true;
  if (range.kind === 'ipv4' || range.bits > 96) return false;
  const list = new BlockList();
  list.addSubnet(range.address, range.bits, 'ipv6');
  return allOfIpv4.some((address) => list.check(address, 'ipv6'));
}

/** A test whether an address is in one of the ranges; of no ranges, none is. IPv6 ranges hold no IPv4 address. */
export function addressTest(ranges: readonly string[]): (address: string | undefined) => boolean {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const range of ranges) {
    const parts = split(range);
    if (parts !== null) lists[parts.kind].addSubnet(parts.address, parts.bits, parts.kind);
  }
  return (address) => {
    const plain = bare(address ?? '');
    const kind = family(plain);
    return kind !== null && lists[kind].check(plain, kind);
  };
}
