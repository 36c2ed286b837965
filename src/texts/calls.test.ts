/**
 * Every function of both catalogues is called, with samples made from the types of its parameters: each member of a
 * union, each constant, null where it may be. A function that is added is called without being named here.
 */
import { fileURLToPath } from 'node:url';
import Big from 'big.js';
import {
  API,
  type Checker,
  type Signature,
  SignatureKind,
  type Type,
  TypeFlags,
  type Symbol as TypeSymbol,
} from 'typescript/unstable/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { el } from './el.ts';
import { en } from './en.ts';
import { createFormat, type Language } from './format.ts';
import { phraseText } from './phrase.ts';

/** Stands for any text of a record: neither English nor Greek. */
const sampleText = '§';
const mostSamples = 40;
const formats = {
  en: createFormat({ language: 'en', zone: 'UTC' }),
  el: createFormat({ language: 'el', zone: 'UTC' }),
};

const api = new API();
let checker: Checker;
let catalogueType: Type;

beforeAll(() => {
  const file = fileURLToPath(new URL('./en.ts', import.meta.url));
  const config = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  if (project === undefined) throw new Error(`no project at ${config}`);
  checker = project.checker;
  const source = project.program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const symbol = module === undefined ? undefined : checker.getMemberInModuleExports(module, 'en');
  if (symbol === undefined) throw new Error('src/texts/en.ts exports no en');
  catalogueType = typeOf(symbol);
}, 60_000);

afterAll(() => api.close());

function typeOf(symbol: TypeSymbol): Type {
  const type = checker.getTypeOfSymbol(symbol);
  if (type === undefined) throw new Error(`${symbol.name} has no type`);
  return type;
}

const callsOf = (type: Type) => checker.getSignaturesOfType(type, SignatureKind.Call);

/** So many values of a type that each of its members is among them. */
function samples(type: Type, language: Language, depth = 0): unknown[] {
  const name = type.getAliasSymbol()?.name ?? type.getSymbol()?.name;
  if (checker.getPropertyOfType(type, 'channelName') !== undefined) return [formats[language]];
  if (name === 'Big') return [new Big('0.036'), new Big(0)];
  if (type.isStringLiteralType() || type.isNumberLiteralType() || type.isBooleanLiteralType()) return [type.value];
  if (type.flags & TypeFlags.Null) return [null];
  if (type.flags & TypeFlags.Undefined) return [undefined];
  if (type.isUnionType()) return type.getTypes().flatMap((member) => samples(member, language, depth));
  if (type.flags & TypeFlags.String) return [sampleText];
  if (type.flags & TypeFlags.Number) return [1, 3, 90_000];
  if (callsOf(type).length > 0) return [(value: unknown) => String(value)];
  if (checker.isArrayType(type) || checker.isTupleType(type)) return lists(type, language, depth);
  if (type.isObjectType() || type.isIntersectionType()) return objects(type, language, depth);
  throw new Error(`No sample for ${checker.typeToString(type)}`);
}

/** Lists that the model leaves empty; any other has an item. */
const mayBeEmpty = ['after', 'reasons', 'first', 'doubled', 'doubts'];

function lists(type: Type, language: Language, depth: number): unknown[] {
  if (depth > 6) return [[]];
  const item = type.isTypeReference() ? checker.getTypeArguments(type)[0] : undefined;
  const items = item === undefined ? [] : samples(item, language, depth + 1);
  return [items.slice(0, 1), items.slice(0, 4), items.slice(-1)];
}

/** One object for each value of any property, the others held at their first: not every combination. */
function objects(type: Type, language: Language, depth: number): unknown[] {
  if (depth > 6) return [{}];
  const properties = checker.getPropertiesOfType(type).map((property) => {
    const some = samples(typeOf(property), language, depth + 1);
    const values = mayBeEmpty.includes(property.name) ? [[], ...some] : some;
    return { name: property.name, values };
  });
  const most = Math.max(1, ...properties.map(({ values }) => values.length));
  return Array.from({ length: Math.min(most, mostSamples) }, (_, turn) =>
    Object.fromEntries(properties.map(({ name, values }) => [name, values[turn % Math.max(1, values.length)]])),
  );
}

interface Called {
  readonly path: string;
  readonly text: string;
}

/** What is written by a function, whatever it gives: a text, a phrase, null, or an object of them. */
function written(value: unknown): string[] {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return [phraseText(value)];
  if (typeof value === 'object') return Object.values(value).flatMap(written);
  return [`[${typeof value}]`];
}

function argumentsOf(signature: Signature, language: Language): unknown[][] {
  const each = signature.getParameters().map((parameter) => samples(typeOf(parameter), language));
  const most = Math.max(1, ...each.map((values) => values.length));
  const turns = Array.from({ length: most }, (_, turn) =>
    each.map((values) => values[turn % Math.max(1, values.length)]),
  );
  // And every value of the first beside the first of the others, as those are mostly the ones that decide.
  const first = (each[0] ?? []).map((value) => [value, ...each.slice(1).map((values) => values[0])]);
  return [...turns, ...first];
}

/** Everything the functions under a part of a catalogue write. */
function calls(value: unknown, type: Type, language: Language, path: string): Called[] {
  if (typeof value === 'function') {
    const [signature] = callsOf(type);
    if (signature === undefined) throw new Error(`${path} has no signature`);
    return argumentsOf(signature, language).flatMap((given) =>
      written(value(...given)).map((text) => ({ path, text })),
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'function' && typeof inner !== 'object') return [];
    const property = checker.getPropertyOfType(type, key);
    return property === undefined ? [] : calls(inner, typeOf(property), language, `${path}.${key}`);
  });
}

/** Names of fields, statuses, channels and protocols, which both languages write alike, and the sample itself. */
const names =
  /terminationChannel|failoverOnStatuses|expireOnDelivery|[a-z]+(?:[A-Z][A-Za-z]*)+|latency|failover|statusCode|Cascade|Routee|Viber|SMS|Sms|Voice|JSON|NDJSON|CSV|Excel|TTL|UTC|IDs?|EXPIRED|curl|webhook|ms|MB|kB|Enter|Ctrl|Esc|status/g;
/** English words that a Greek sentence has no use for. */
const english =
  /\b(?:on|the|of|and|or|is|are|was|were|at|in|to|by|not|no|more|has|have|after|before|with|without|its|step|steps|part|parts|never|seen|sent)\b/i;

describe.each([
  ['en', en],
  ['el', el],
] as const)('functions of the catalogue %s', (language, catalogue) => {
  let all: Called[] = [];
  beforeAll(() => {
    all = calls(catalogue, catalogueType, language, language);
  }, 60_000);

  test('are called, many times', () => {
    const paths = new Set(all.map(({ path }) => path));
    expect(paths.size).toBeGreaterThan(150);
    expect([...paths]).toContain(`${language}.verdict.heading`);
    expect([...paths]).toContain(`${language}.findings.sentence`);
  });

  test('write no undefined, NaN, object or doubled space or stop', () => {
    // The one text that tells of `NaN` itself.
    const plain = (text: string) => text.replace('NaN and Infinity are', '').replace('Τα NaN και Infinity δεν', '');
    const broken = /undefined|NaN|\[object|\[function|Infinity|∞| {2}|\.\.(?!\.)|: \.|, \.|\(\)/;
    expect(all.filter(({ text }) => broken.test(plain(text)))).toEqual([]);
  });

  test('write their own language', () => {
    const foreign = ({ text }: Called) =>
      language === 'en' ? /\p{Script=Greek}/u.test(text) : english.test(text.replace(names, ''));
    expect(all.filter(foreign)).toEqual([]);
  });
});
