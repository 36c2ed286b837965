import { stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { parseJson, pathText, valueAt } from './json.ts';

function parsed(text: string) {
  const result = parseJson(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe('parseJson', () => {
  it.each(['{"price":0.1}', '[1,2.5,-3]', '"text"', 'null', '{"a":{"b":[true,false]}}'])('reads %s', (text) => {
    expect(parsed(text)).toEqual(JSON.parse(text));
  });

  it.each(['{"id":12345678901234567890}', '{"price":0.12345678901234567890}', '{"n":1e400}', '[12345678901234567]'])(
    'keeps every digit of %s',
    (text) => {
      expect(stringify(parsed(text))).toBe(text);
    },
  );

  it.each(['', '{', '{"messages":[', '<html>', '{"a":1}}', 'undefined'])('says why %j is not JSON', (text) => {
    const result = parseJson(text);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.message).not.toBe('');
  });

  it('keeps a key named __proto__ as a plain value, in both parsers', () => {
    for (const text of ['{"__proto__":{"a":1}}', '{"__proto__":{"a":12345678901234567890}}']) {
      const value = parsed(text);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(valueAt(value, ['__proto__', 'a'])).toBeDefined();
    }
  });

  it('takes the last of two equal keys, like JSON.parse', () => {
    expect(String(valueAt(parsed('{"a":1,"a":12345678901234567890}'), ['a']))).toBe('12345678901234567890');
  });
});

describe('pathText', () => {
  it.each([
    [[], '$'],
    [['messages', 0, 'status', 'name'], 'messages[0].status.name'],
    [['a b', 'c'], '["a b"].c'],
    [['x', 'a.b'], 'x["a.b"]'],
  ])('writes %j as %s', (path, text) => {
    expect(pathText(path)).toBe(text);
  });
});
