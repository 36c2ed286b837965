/** UUIDs made from a text, so that built records are the same on every run. */

/** 32 bits of a text (FNV-1a, then murmur's final mix); `seed` gives independent values of the same text. */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const hex = (value: number) => value.toString(16).padStart(8, '0');

/** A UUID of version 4's shape; the same text always gives the same one. */
export function uuidFrom(text: string): string {
  const [a, b, c, d] = [hash32(text, 1), hash32(text, 2), hash32(text, 3), hash32(text, 4)];
  const digits = hex(a) + hex(((b & 0xffff0fff) | 0x4000) >>> 0) + hex(((c & 0x3fffffff) | 0x80000000) >>> 0) + hex(d);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
