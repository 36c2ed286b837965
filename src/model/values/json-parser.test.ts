import fc from 'fast-check';
import { isLosslessNumber, stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { brokenJson, lenientJson, oddButJson } from './cases/odd-json.ts';
import { type Json, parseJson, parseJsonFully, pathText } from './json.ts';
import { deepest } from './json-parser.ts';

function full(text: string, lenient = false) {
  const parsed = parseJsonFully(text, { lenient });
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed;
}

/** As a double holds it. */
function doubles(value: Json): unknown {
  if (isLosslessNumber(value)) return Number(value.value);
  if (Array.isArray(value)) return value.map(doubles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, doubles(item)]));
}

describe('broken JSON', () => {
  it.each(brokenJson)('$text: $cause at $at', ({ text, cause, at }) => {
    expect(() => JSON.parse(text)).toThrow();
    const parsed = parseJson(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect([parsed.fault.cause, `${parsed.fault.line}:${parsed.fault.column}`]).toEqual([cause, at]);
  });

  it('is told from JSON just as JSON.parse does, for any cut, doubled or changed text', () => {
    const record = '{"a":[1,2.50,-3e2,{"b":"x\\n\\u0041"}],"c":null,"d":true,"e":""}';
    const characters = [...'{}[]",:0123456789.eE+-\\ntrue \u00a0“\'', ''];
    const changed = fc
      .array(fc.tuple(fc.nat(record.length), fc.nat(2), fc.constantFrom(...characters)), { maxLength: 3 })
      .map((edits) => edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), record));
    fc.assert(
      fc.property(changed, (text) => {
        let expected: unknown;
        try {
          expected = { value: JSON.parse(text) };
        } catch {
          expected = null;
        }
        const parsed = parseJsonFully(text);
        expect(parsed.ok ? { value: doubles(parsed.value) } : null).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('odd JSON', () => {
  it.each(oddButJson)('%s is read as JSON.parse reads it', (text) => {
    expect(doubles(full(text).value)).toEqual(JSON.parse(text));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is read as JSON.parse reads it, whatever it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(doubles(full(text).value)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(lenientJson)('%j is read where it may be (%s)', (text, leniency) => {
    expect(parseJsonFully(text).ok).toBe(false);
    expect(full(text, true)).toMatchObject({ value: { a: [1, 2] }, leniencies: [leniency] });
  });
});

describe('what is noticed', () => {
  it('names every key that stands twice, and whether that matters', () => {
    const { duplicates, value } = full('{"a":1,"b":[{"c":1,"c":2}],"a":1}');
    expect(duplicates.map(({ path, same }) => [pathText(path), same])).toEqual([
      ['b[0].c', false],
      ['a', true],
    ]);
    expect(value).toEqual({ a: 1, b: [{ c: 2 }] });
  });

  it.each([1, 2, 199, 200, 201, 20_000, 300_000])('reads %i levels, and keeps as text what lies too deep', (levels) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const text = `{"x":${open.repeat(levels)}1${close.repeat(levels)},"y":2}`;
      const { value, tooDeep } = full(text);
      expect(tooDeep).toHaveLength(levels > deepest ? 1 : 0);
      expect(value).toMatchObject({ y: 2 });
      expect(parseJson(text)).toEqual({ ok: true, value });
      if (levels > deepest) expect(JSON.stringify(value)).toContain('1');
    }
  });

  it('takes numbers of any size in linear time', () => {
    const text = `[${'9'.repeat(100_000)},1e5000000,1e999999999,-0.${'1'.repeat(100_000)}]`;
    const started = performance.now();
    expect(stringify(full(text).value)).toBe(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
