/** What masking hides and keeps in JSON as it stands, whoever made it. Cases of leaks are in emulator/records/cases/masked-values.json. */
import fc from 'fast-check';
import { stringify } from 'lossless-json';
import { describe, expect, test } from 'vitest';
import cases from '#emulator/records/cases/masked-values.json';
import { descriptionOf } from '#emulator/records/reasons.ts';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { detailedStatusNames } from '../record/detailed-status.ts';
import { statusVocabulary } from '../record/status.ts';
import { type Json, parseJson } from '../values/json.ts';
import { maskJsonBytes } from './json-bytes.ts';
import { maskJson } from './record.ts';
import { maskWords } from './values.ts';

const encoder = new TextEncoder();

function masked(text: string): string {
  const result = maskJsonBytes(encoder.encode(text));
  if (!result.ok) throw new Error(result.why);
  return new TextDecoder().decode(result.bytes);
}

function viaTree(text: string): string {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return stringify(maskJson(parsed.value)) ?? 'null';
}

describe.each([
  ['as it stands', masked],
  ['taken apart', viaTree],
])('%s', (_, mask) => {
  test.each(cases)('$name', ({ json, hidden, shown }) => {
    const text = mask(JSON.stringify(json));
    for (const personal of hidden) expect(text).not.toContain(personal);
    for (const harmless of shown ?? []) expect(text).toContain(harmless);
  });

  test.each(cases)('once more: $name', ({ json }) => {
    const once = mask(JSON.stringify(json));
    expect(mask(once)).toBe(once);
  });
});

test('every scenario of the emulator, masked as it stands and taken apart, is the same', () => {
  let records = 0;
  for (const scenario of scenarios) {
    // Equal keys of one object stay two where nothing is taken apart.
    if (scenario.kind !== 'record' || scenario.slug === 'hostile-keys') continue;
    const parsed = parseJson(masked(scenario.text()));
    const tree = parseJson(viaTree(scenario.text()));
    expect(parsed, scenario.slug).toEqual(tree);
    records++;
  }
  expect(records).toBeGreaterThan(50);
});

test.each(['0.0360', '1e2', '1E+2', '-0', '0.0360000000000000001', '12.50', '100.0', '1.0e-3'])(
  'the price %s stays as it is written',
  (price) => {
    const text = `{"totalPrice": ${price}, "messages":[{"price":${price}}]}`;
    expect(masked(text)).toBe(text);
    expect(viaTree(text)).toBe(`{"totalPrice":${price},"messages":[{"price":${price}}]}`);
  },
);

test('equal keys stay two, and both are masked', () => {
  expect(masked('{"to":"+306912345678","to":"maria@example.com"}')).toBe(
    '{"to":"+30 69•••••678","to":"••••@example.com"}',
  );
});

test('messages that had two IDs still have two, and parts of one still have one', () => {
  const text = masked('[{"messageId":"maria-1"},{"messageId":"maria-2"},{"messageId":"maria-1"}]');
  expect(text).toBe('[{"messageId":"•••••#1"},{"messageId":"•••••#2"},{"messageId":"•••••#1"}]');
});

test('a byte order mark goes', () => {
  expect(masked('\ufeff{"status":"Failed"}')).toBe('{"status":"Failed"}');
});

const fieldNames = [
  ...['to', 'from', 'body', 'message', 'label', 'status', 'name', 'reason', 'detailedStatus', 'description', 'price'],
  ...['messages', 'content', 'templateParams', 'pin', 'messageId', 'trackingId', 'operator', 'country', 'createdAt'],
  ...['type', 'failoverOnStatuses', 'ttl', 'imageUrl', 'inboundUrl', 'developerMessage', 'code', 'applicationName'],
  ...['viberFile', 'fileName', 'action', 'caption', '$date', 'latency', 'statusCode', 'templateLang', 'x', 'Maria'],
];

const separated = fc
  .tuple(
    fc.stringMatching(/^[2-9][1-9]{9,12}$/),
    fc.constantFrom('', ' ', '-', '_', ',', '*', '#', '.', ' / ', '\u00a0'),
  )
  .map(([digits, separator]) => digits.replace(/(\d{3})(?=\d)/g, `$1${separator}`));
const mailbox = fc
  .tuple(
    fc.stringMatching(/^[kq][a-z]{4,8}$/),
    fc.constantFrom('@', '＠', '%40'),
    fc.constantFrom('q.example', 'qqhost'),
  )
  .map(([user, at, host]) => ({ text: `${user}zq${at}${host}`, parts: [`${user}zq`] }));
const sentence = fc
  .array(fc.stringMatching(/^[qxz][a-zα-ω]{5,9}$/), { minLength: 2, maxLength: 4 })
  .map((words) => ({ text: words.join(' '), parts: words }));
const personal = fc.oneof(
  separated.map((text) => ({ text, parts: [text, text.replace(/\D/g, '')] })),
  mailbox,
  sentence,
);
type Planted = { text: string; parts: string[] };

/** The text as a value, within others, as a number, as a key, or as JSON in a text. */
function placed({ text }: Planted): fc.Arbitrary<Json> {
  const digits = text.replace(/\D/g, '');
  return fc.oneof(
    fc.constant<Json>(text),
    fc.constant<Json>(`for ${text}, `),
    fc.constant<Json>(`https://${digits}.example.com/${text}`),
    fc.constant<Json>({ [text]: 1 }),
    fc.constant<Json>(JSON.stringify({ to: text })),
    fc.constant<Json>(digits.length >= 10 && digits.length <= 15 ? Number(digits) : text),
  );
}

function holding(leaf: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.dictionary(fc.constantFrom(...fieldNames), tie('value'), { minKeys: 1, maxKeys: 4 }),
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    ),
  }));
  return fc
    .tuple(fc.constantFrom(...fieldNames), value)
    .map(([key, inside]) => ({ [key]: inside, messages: [inside] }));
}

const planted = personal.chain((secret) => fc.tuple(fc.constant(secret), holding(placed(secret))));

/** A form in which it would still be read. */
function forms(part: string): string[] {
  return [part, encodeURIComponent(part), JSON.stringify(part).slice(1, -1), part.toUpperCase()];
}

test('nothing personal is found in what was masked, wherever it stood', () => {
  fc.assert(
    fc.property(planted, ([secret, json]) => {
      const text = masked(JSON.stringify(json));
      for (const form of secret.parts.flatMap(forms)) expect(text).not.toContain(form);
      expect(viaTree(JSON.stringify(json))).toBe(text);
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});

test('what is masked stays as it is when it is masked again', () => {
  const any = fc.oneof(
    planted.map(([, json]) => json),
    fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>, // values are JSON
  );
  fc.assert(
    fc.property(any, (json) => {
      const once = masked(JSON.stringify(json));
      expect(masked(once)).toBe(once);
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});

test('what is JSON is masked, and nothing else is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.json().map((text) => text.slice(0, -1)),
      ),
      (text) => {
        expect(maskJsonBytes(encoder.encode(text)).ok).toBe(parseJson(text).ok);
      },
    ),
  );
});

const megabyte = 1024 * 1024;
test.each([
  ['10,000 keys', () => `{${Array.from({ length: 10_000 }, (_, n) => `"+3069${10_000_000 + n}":1`).join()}}`],
  ['one text of 15 MB', () => `{"body":"${'1-'.repeat(7.5 * megabyte)}"}`],
  ['a description of 15 MB', () => `{"description":"${'a@'.repeat(7.5 * megabyte)}"}`],
  ['a recipient of 15 MB', () => `{"to":"${'1 '.repeat(7.5 * megabyte)}"}`],
  ['an address of 15 MB', () => `{"imageUrl":"http://${'a@'.repeat(7.5 * megabyte)}"}`],
  ['a sender of 15 MB', () => `{"from":"${'a1'.repeat(7.5 * megabyte)}"}`],
  ['an ID of 15 MB', () => `{"smsId":"${'0'.repeat(15 * megabyte)}"}`],
  ['a price of 15 MB', () => `{"price":${'1'.repeat(15 * megabyte)}}`],
  ['many lists', () => `[${'[],'.repeat(5 * megabyte)}[]]`],
  ['many short texts', () => `{"type":[${'"Sms",'.repeat(2.5 * megabyte)}"Sms"]}`],
  ['many IDs', () => `[${Array.from({ length: 500_000 }, (_, n) => `{"smsId":"m-${n}"}`).join()}]`],
])('%s: a time in proportion to the size', (_, make) => {
  const time = (bytes: Uint8Array) => {
    const started = performance.now();
    expect(maskJsonBytes(bytes).ok).toBe(true);
    return performance.now() - started;
  };
  const ordinary = encoder.encode(
    `[${JSON.stringify(record({ steps: [viber(), sms()] }))
      .concat(',')
      .repeat(500)}0]`,
  );
  const bytes = encoder.encode(make());
  time(ordinary);
  const millisecondsPerMegabyte = (time(ordinary) / ordinary.length) * megabyte;
  expect(time(bytes)).toBeLessThan(200 + 20 * millisecondsPerMegabyte * (bytes.length / megabyte));
});

test('Routee’s own words stay', () => {
  const words = [
    ...Object.values(statusVocabulary).flatMap((byClass) => Object.values(byClass).flat()),
    ...Object.values(detailedStatusNames),
    ...Object.values(detailedStatusNames).map(descriptionOf),
    ...['Queued', 'InProgress', 'Succeeded', 'Failed', 'Sms', 'Viber', 'Voice', 'transactional', 'human', 'machine'],
    ...[
      'machine_end_beep',
      'PRIMARY_DEVICE',
      'ALL_DEVICES',
      'DND Error Code',
      'Tracking id not found',
      'Too many requests',
    ],
    ...['Access token is missing, invalid or has expired', 'Validation Error. Invalid value for trackingId'],
  ];
  for (const word of words) expect(maskWords(word)).toBe(word);
});

test.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
])('%s nested too deep are refused as that', (_, open, close) => {
  const nested = (depth: number) => encoder.encode(`${open.repeat(depth)}1${close.repeat(depth)}`);
  expect(maskJsonBytes(nested(10_000)).ok).toBe(true);
  expect(maskJsonBytes(nested(10_001))).toEqual({ ok: false, why: 'tooDeep' });
});

test('what would grow without measure is refused as that', () => {
  const bytes = encoder.encode(`[${'"a",'.repeat(megabyte)}"a"]`);
  expect(maskJsonBytes(bytes)).toEqual({ ok: false, why: 'tooLarge' });
});
