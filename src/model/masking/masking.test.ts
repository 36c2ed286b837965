import fc from 'fast-check';
import { LosslessNumber } from 'lossless-json';
import { describe, expect, test } from 'vitest';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { isJsonObject, type Json } from '../values/json.ts';
import { maskAddress, maskRecipient, maskText, maskUrl } from './masking.ts';
import { maskJson, maskLooseText } from './record.ts';

test.each([
  ['+306912345678', '+30 69•••••678'],
  ['00306912345678', '+30 69•••••678'],
  ['+1 (212) 555-0100', '+1 21•••••100'],
  ['+35799123456', '+357 •••••456'],
  ['306912345678', '30•••••••678'],
  ['tel:+306912345678', '+30 69•••••678'],
  ['54321', '•••21'],
  ['112', '•••'],
  ['sip:maria.k@pbx.example.com', 'sip:••••@pbx.example.com'],
  ['maria@example.com', '••••@example.com'],
  ['01234567890A=', '•••••0A='],
  ['Routee', 'Routee'],
  ['My Brand 24', 'My Brand 24'],
  ['', ''],
])('address "%s" → "%s"', (address, expected) => {
  expect(maskAddress(address)).toBe(expected);
});

test('a recipient that looks like a name is masked all the same', () => {
  expect(maskRecipient('Maria')).toBe('•••••');
});

test.each([
  ['Hello', '•••••• (5)'],
  ['', ''],
  ['👍🏽', '•••••• (2)'],
])('text "%s" → "%s"', (text, expected) => {
  expect(maskText(text)).toBe(expected);
});

test.each([
  ['https://shop.example.com/o/4471?phone=306912345678', 'https://shop.example.com/•••'],
  ['https://maria:secret@example.com:8443/x', 'https://example.com:8443/•••'],
  ['https://example.com/', 'https://example.com/'],
  ['javascript:alert("Maria")', '•••••• (25)'],
])('address of a page "%s" → "%s"', (url, expected) => {
  expect(maskUrl(url)).toBe(expected);
});

describe('maskJson', () => {
  test('covers what is personal and leaves the rest', () => {
    const masked = maskJson({
      trackingId: '30830fad-21ed-49b0-89d0-bbada2fd5640',
      messages: [
        {
          type: 'Viber',
          to: { phone: '+306912345678', sip: null, viber: '01234567890A=' },
          from: 'Routeetest',
          body: {
            text: 'Dear Maria',
            imageUrl: 'https://example.com/maria.png',
            action: { caption: 'Pay', targetUrl: 'https://example.com/pay?u=maria' },
            viberFile: { fileName: 'maria.pdf', fileType: 'pdf', fileUrl: 'https://example.com/f/1' },
            viberVideo: { fileSize: 12, duration: 30 },
          },
          templateParams: { name: 'Maria', pin: 4471 },
          label: 'order 123456 for maria@example.com',
          price: 0.035,
          createdAt: '2019-07-05T10:28:44.566Z',
          note: 'call 6912 345 678',
        },
        { type: 'Sms', to: 306912345678, body: 'Dear Maria', messageId: new LosslessNumber('12345678901234567890') },
      ],
      applicationId: '5b223c27e4b04b9cdaa71234',
    });
    expect(masked).toEqual({
      trackingId: '30830fad-21ed-49b0-89d0-bbada2fd5640',
      messages: [
        {
          type: 'Viber',
          to: { phone: '+30 69•••••678', sip: null, viber: '•••••0A=' },
          from: 'Routeetest',
          body: {
            text: '•••••• (10)',
            imageUrl: 'https://example.com/•••',
            action: { caption: '•••••• (3)', targetUrl: 'https://example.com/•••' },
            viberFile: { fileName: '•••.pdf', fileType: 'pdf', fileUrl: 'https://example.com/•••' },
            viberVideo: { fileSize: 12, duration: 30 },
          },
          templateParams: { name: '•••••• (5)', pin: 0 },
          label: 'order ••• for •••.•••',
          price: 0.035,
          createdAt: '2019-07-05T10:28:44.566Z',
          '••• 1': '•••••• (17)',
        },
        { type: 'Sms', to: 300000000678, body: '•••••• (10)', messageId: new LosslessNumber('1') },
      ],
      applicationId: '5b223c27e4b04b9cdaa71234',
    });
  });

  test('a page of search results keeps its figures', () => {
    const page = { content: [record({ steps: [sms()] })], totalPages: 3, totalElements: 25, number: 0, first: true };
    expect(maskJson(page)).toMatchObject({ totalPages: 3, totalElements: 25, number: 0, first: true });
    expect(JSON.stringify(maskJson(page))).not.toContain('parcel');
  });

  test('depth does not break it', () => {
    let deep: Json = 'maria@example.com';
    for (let level = 0; level < 50_000; level++) deep = [deep];
    let masked = maskJson(deep);
    while (Array.isArray(masked)) masked = masked[0] ?? null;
    expect(masked).toBe('•••••• (17)');
  });

  const phone = fc
    .tuple(fc.constantFrom('+', '00', ''), fc.stringMatching(/^[1-9][0-9]{8,13}$/))
    .map(([prefix, digits]) => ({ text: `${prefix}${digits}`, digits }));
  const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>; // values are JSON

  function leaves(number: string): fc.Arbitrary<Json> {
    return fc.oneof(
      fc.constant(number),
      fc.string().map((text) => `${text} ${number}`),
      fc.constant(`https://example.com/?to=${number}`),
      fc.constant(`viber://${number}`),
      fc.constant({ [`re ${number}`]: 1 }),
      anyJson,
    );
  }

  test('no run of 7 digits of a recipient survives anywhere', () => {
    const keys = fc.constantFrom(
      'to',
      'body',
      'message',
      'label',
      'inboundUrl',
      'templateParams',
      'from',
      'x',
      'name',
      'type',
    );
    const cases = phone.chain(({ text, digits }) =>
      fc.tuple(fc.constant(digits), fc.array(fc.dictionary(keys, leaves(text)), { maxLength: 4 })),
    );
    fc.assert(
      fc.property(cases, ([digits, messages]) => {
        const masked = JSON.stringify(maskJson({ trackingId: 'abc', messages, note: messages }));
        for (let at = 0; at + 7 <= digits.length; at++) expect(masked).not.toContain(digits.slice(at, at + 7));
      }),
    );
  });

  test('shape, types and order of keys stay', () => {
    const shape = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(shape);
      if (isJsonObject(value)) return Object.values(value).map(shape);
      return value === null ? null : typeof value;
    };
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(shape(maskJson(value))).toEqual(shape(value));
      }),
    );
    const { messages } = record({ steps: [viber(), sms()] });
    expect(Object.keys((maskJson(messages[0] ?? null) ?? {}) as object)).toEqual(Object.keys(messages[0] ?? {}));
  });
});

describe('maskLooseText', () => {
  test.each([
    ['{"to":"+306912345678","body":"Dear Ma', '{"to":"+30 69•••••678","body":"•••••• (7)'],
    ['{"message":"a \\"b\\" c","part":1', '{"message":"•••••• (9)","part":1'],
    [
      '"log":"{\\"to\\":\\"112\\",\\"body\\":\\"Dear Maria\\"}"',
      '"log":"{\\"to\\":\\"•••\\",\\"body\\":\\"•••••• (10)\\"}"',
    ],
    ['<p>Ask maria@example.com or 6912345678</p>', '<p>Ask ••••@example.com or 69•••••678</p>'],
    ['GET https://x.example.com/a?b=maria', 'GET https://x.example.com'],
    ['"templateParams": {"name":"Maria"}, "x": 1', '"templateParams": {•••••• (14)}, "x": 1'],
    ['"trackingId":"30830fad-21ed-49b0-89d0-bbada2fd5640"', '"trackingId":"30830fad-21ed-49b0-89d0-bbada2fd5640"'],
    ['at 2019-07-05T10:28:44.566Z', 'at 2019-07-05T10:28:44.566Z'],
  ])('%s', (text, expected) => {
    expect(maskLooseText(text)).toBe(expected);
  });

  test('no run of 7 digits survives outside ids', () => {
    const text = fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{5,16}$/))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (loose) => {
        expect(maskLooseText(loose)).not.toMatch(/\d{7}/);
      }),
    );
  });

  test('a megabyte takes no longer than it must', () => {
    const started = performance.now();
    for (const unit of ['"body":"', '1-', 'a@', '\\', '"to":"1', 'http://'])
      maskLooseText(unit.repeat(1_000_000 / unit.length));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
