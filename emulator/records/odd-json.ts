/** JSON as the field should not send it, and does: the cases of cases/odd-json.json as bytes. */
import cases from './cases/odd-json.json';

export interface OddJson {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By RFC 8259, with a byte order mark allowed before it, and bytes that are not UTF-8 inside its texts. */
  readonly isJson: boolean;
  /** False: it is JSON, and nests too deep to be masked. */
  readonly isMasked: boolean;
}

/** `before`, a unit so many times, `behind`; with a middle, and a second unit as often behind it. */
function repeated([before, unit, count, behind, middle = '', closing = '']: readonly (string | number)[]): string {
  const times = Number(count);
  return `${before}${String(unit).repeat(times)}${middle}${String(closing).repeat(times)}${behind}`;
}

function bytesOf(entry: { text?: string; base64?: string; repeat?: (string | number)[] }): Uint8Array<ArrayBuffer> {
  if (entry.base64 !== undefined) return Uint8Array.from(atob(entry.base64), (character) => character.charCodeAt(0));
  return new TextEncoder().encode(entry.repeat === undefined ? (entry.text ?? '') : repeated(entry.repeat));
}

export const oddJson: readonly OddJson[] = cases.map((entry) => ({
  name: entry.name,
  bytes: bytesOf(entry),
  isJson: entry.isJson,
  isMasked: entry.isJson && entry.isMasked !== false,
}));
