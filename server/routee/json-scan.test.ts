/** The scan of JSON in chunks says what `JSON.parse` says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepestNesting, type JsonFacts, JsonScan } from './json-scan.ts';

function scanned(text: string | Uint8Array, chunk: number): JsonFacts | null {
  const bytes = Buffer.from(text);
  const scan = new JsonScan();
  for (let at = 0; at < bytes.length; at += chunk) scan.push(bytes.subarray(at, at + chunk));
  return scan.end();
}

/** The same by `JSON.parse`, of the text as it is decoded: without a byte order mark. */
function parsed(text: string): JsonFacts | null {
  try {
    const json = JSON.parse(new TextDecoder().decode(Buffer.from(text)));
    const textAt = (key: string) => {
      const isObject = typeof json === 'object' && json !== null && !Array.isArray(json) && Object.hasOwn(json, key);
      return isObject && typeof json[key] === 'string' ? json[key] : null;
    };
    return { status: textAt('status'), trackingId: textAt('trackingId') };
  } catch {
    return null;
  }
}

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  'u00',
  '4a',
  '-',
  '0',
  '1',
  '.',
  'e',
  'E',
  '+',
  'true',
  'null',
];
const more = [
  '"a"',
  '"status"',
  '"trackingId"',
  '"stat\\u0075s"',
  ' ',
  '\n',
  '\t',
  '\u0000',
  '\u00a0',
  '\ufeff',
  'α',
  '😀',
];
const garbage = fc
  .array(fc.constantFrom(...pieces, ...more, 'nul', '\\"'), { maxLength: 12 })
  .map((all) => all.join(''));
/** JSON with one character taken out or put in. */
const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...pieces, '')).map(([text, place, piece]) => {
  const at = place % (text.length + 1);
  return text.slice(0, at) + piece + text.slice(at + 1);
});
const records = fc
  .array(fc.tuple(fc.constantFrom('status', 'trackingId', 'x'), fc.jsonValue({ maxDepth: 1 })), { maxLength: 5 })
  .map((fields) => `{${fields.map(([key, value]) => `"${key}":${JSON.stringify(value)}`).join(' , ')}}`);

test.each([
  ['pieces of JSON', garbage],
  ['JSON', fc.json({ noUnicodeString: false })],
  ['JSON that is damaged', damaged],
  ['records with equal keys', records],
])('%s, in chunks of any size', (_, texts) => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 9 }), (text, chunk) => {
      expect(scanned(text, chunk)).toEqual(parsed(text));
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});

test('a byte order mark at the beginning is left out, one elsewhere is no JSON', () => {
  expect(scanned('\ufeff{"status":"Failed"}', 1)).toEqual({ status: 'Failed', trackingId: null });
  expect(scanned('{"status":\ufeff"Failed"}', 1)).toBeNull();
  expect(scanned(Uint8Array.of(0xef, 0xbb, 123, 125), 1)).toBeNull();
});

test('nothing, and bytes that are no UTF-8 within a text', () => {
  expect(scanned('', 1)).toBeNull();
  expect(scanned(Buffer.concat([Buffer.from('["'), Buffer.of(0xff, 0xc3), Buffer.from('"]')]), 1)).not.toBeNull();
});

test('nesting has an end', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(scanned(nested(deepestNesting), 1000)).not.toBeNull();
  expect(scanned(nested(deepestNesting + 1), 1000)).toBeNull();
});

test('a text of megabytes under a key that is looked for is none', () => {
  expect(scanned(`{"status":"${'x'.repeat(1_000_000)}"}`, 65_536)).toEqual({ status: null, trackingId: null });
});
