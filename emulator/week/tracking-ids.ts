/** Tracking IDs of generated flows: random to look at, yet each tells which flow it is, so that none need be kept. */
import { hash32 } from '../records/uuid.ts';

const rounds = [0x9e37, 0x79b9, 0x7f4a, 0x7c15];

function mix(half: number, key: number): number {
  const mixed = Math.imul(half ^ key, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) & 0xffff;
}

/** A Feistel network: a permutation of the 32-bit numbers, and its inverse. */
function scramble(value: number, seed: number): number {
  let [left, right] = [value >>> 16, value & 0xffff];
  for (const key of rounds) [left, right] = [right, left ^ mix(right, key ^ (seed & 0xffff))];
  return ((left << 16) | right) >>> 0;
}

function unscramble(value: number, seed: number): number {
  let [left, right] = [value >>> 16, value & 0xffff];
  for (const key of rounds.toReversed()) [left, right] = [right ^ mix(left, key ^ (seed & 0xffff)), left];
  return ((left << 16) | right) >>> 0;
}

const hex = (value: number) => value.toString(16).padStart(8, '0');

/** The tracking ID of a flow's number (32 bits) in a set; a UUID of version 4's shape. */
export function trackingIdOf(number: number, seed: number): string {
  const text = `${seed}/${number}`;
  const [b, c, d] = [hash32(text, 1), hash32(text, 2), hash32(text, 3)];
  const second = hex(((b & 0xffff0fff) | 0x4000) >>> 0);
  const third = hex(((c & 0x3fffffff) | 0x80000000) >>> 0);
  const first = hex(scramble(number, seed));
  return `${first}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(d)}`;
}

/** The number of a tracking ID of this set; null for any other text. */
export function numberOf(trackingId: string, seed: number): number | null {
  if (!/^[0-9a-f]{8}-/.test(trackingId)) return null;
  const number = unscramble(Number.parseInt(trackingId.slice(0, 8), 16), seed);
  return trackingIdOf(number, seed) === trackingId ? number : null;
}
