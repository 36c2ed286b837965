import { describe, expect, it } from 'vitest';
import { findings } from '../findings/findings.ts';
import { toFlow } from '../flow/to-flow.ts';
import { verdict } from '../readings/verdict.ts';
import type { Json } from '../values/json.ts';
import { pathText, valueAt } from '../values/json.ts';
import { spellingCases } from './cases/spellings.ts';
import { type FlowReading, readFlow } from './read-flow.ts';
import { readRecord } from './record.ts';

const now = Date.parse('2026-11-20T13:00:00Z');
const sms = {
  type: 'Sms',
  order: 1,
  messageId: 'm1',
  price: 0.036,
  createdAt: '2026-11-20T12:00:00.200Z',
  status: { name: 'Delivered', updatedDate: '2026-11-20T12:00:04.000Z' },
};
const root = {
  trackingId: '00000000-0000-4000-8000-00000000f001',
  status: 'Succeeded',
  terminationChannel: 'Sms',
  totalPrice: 0.036,
  createdAt: '2026-11-20T12:00:00Z',
  updatedAt: '2026-11-20T12:00:06Z',
};
const whole = { ...root, messages: [sms] };

function record(json: Json) {
  const reading = readRecord(json);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.record;
}

const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, item) => (item?.isLosslessNumber ? Number(item.value) : item)));

describe('a record in another spelling', () => {
  it.each(spellingCases)('$name', ({ message = {}, root: over = {}, reads, notes, aside = [] }) => {
    const { fields, notes: made, problems } = record({ ...root, messages: [{ ...sms, ...message }], ...over });
    expect(plain(fields.messages[0])).toMatchObject(reads);
    expect(made.map(({ kind }) => kind).sort()).toEqual([...notes].sort());
    expect(problems.map(({ path, why }) => `${pathText(path)} ${why}`)).toEqual(aside);
    for (const { paths } of made) expect(paths.length).toBeGreaterThan(0);
  });

  it('has one note for a kind, however many fields it touches', () => {
    const many = record({
      ...root,
      messages: Array.from({ length: 500 }, () => ({ ...sms, price: '0.036', order: '1' })),
    });
    expect(many.notes.map(({ kind, count, paths }) => [kind, count, paths.length])).toEqual([['quoted', 1000, 60]]);
  });
});

describe('what is said of such values', () => {
  const codes = (json: Json) => findings(toFlow(record(json)), now).map(({ code, severity }) => `${severity} ${code}`);

  it('an SMS created in the year 1 was not sent, and Viber waits since it was', () => {
    const flow = toFlow(
      record({
        ...root,
        status: 'InProgress',
        terminationChannel: null,
        messages: [
          {
            type: 'Viber',
            order: 1,
            trackingId: 'v',
            createdAt: '2026-11-20T11:58:00Z',
            status: { name: 'QUEUED', updatedDate: '0001-01-01T00:00:00Z' },
          },
          { type: 'Sms', order: 2, createdAt: '0001-01-01T00:00:00Z', status: null },
        ],
      }),
    );
    expect(flow.steps.map(({ outcome, sentAt }) => [outcome.kind, sentAt])).toEqual([
      ['waiting', Date.parse('2026-11-20T11:58:00Z')],
      ['notSent', null],
    ]);
  });

  const viber = (failoverOnStatuses: Json) => ({
    ...root,
    totalPrice: null,
    messages: [
      {
        type: 'Viber',
        order: 1,
        trackingId: 'v',
        createdAt: '2026-11-20T11:50:00Z',
        failoverOnStatuses,
        status: { name: 'EXPIRED', updatedDate: '2026-11-20T12:00:00Z' },
      },
      { ...sms, order: 2, price: null },
    ],
    createdAt: '2026-11-20T11:50:00Z',
  });

  it('EXPIRED was no trigger where a text lists others, and nothing is judged where the list is unreadable', () => {
    expect(codes(viber('Failed,Undelivered'))).toContain('problem failover-not-listed');
    expect(codes(viber(7)).filter((code) => code.includes('failover'))).toEqual([]);
    expect(codes(viber(['Failed', 7])).filter((code) => code.includes('failover'))).toEqual([]);
    expect(codes(viber('Failed,EXPIRED')).filter((code) => code.includes('failover'))).toEqual([]);
  });

  it.each(['DELIVRD', 'UNDELIV', 'ACCEPTD', 'REJECTD', 'ENROUTE', 'DELETED', 'UNKNOWN'])(
    '%s: unknown, explained, no accusation',
    (name) => {
      const json = { ...whole, messages: [{ ...sms, status: { ...sms.status, name } }] };
      expect(codes(json)).toEqual(['info unknown-status']);
      expect(toFlow(record(json)).steps[0]?.outcome.kind).toBe('unknown');
      expect(verdict(toFlow(record(json)), now).tone).not.toBe('good');
    },
  );

  it.each([
    ['+3069xxxxxx01', '+30690*****01'],
    ['306900000001', '+306900000001'],
    ['+30 69… 01', '+306900000001'],
  ])('recipients %s and %s are one', (a, b) => {
    const failed = { ...sms, messageId: 'm0', to: a, status: { ...sms.status, name: 'Failed' } };
    const found = codes({
      ...whole,
      totalPrice: 0.072,
      messages: [
        failed,
        {
          ...sms,
          order: 2,
          createdAt: '2026-11-20T12:00:05Z',
          status: { name: 'Delivered', updatedDate: '2026-11-20T12:00:06Z' },
          to: b,
        },
      ],
    });
    expect(found).toEqual([]);
  });

  it('a flow that was not asked for is a problem', () => {
    const flow = toFlow(record(whole));
    expect(findings(flow, now, 'another')[0]).toMatchObject({ code: 'tracking-id-differs', severity: 'problem' });
    expect(findings(flow, now, root.trackingId.toUpperCase())).toEqual([]);
  });
});

const text = JSON.stringify(whole);
const two = [whole, { ...whole, trackingId: '00000000-0000-4000-8000-00000000f002' }];

function said(reading: FlowReading): string {
  if (!reading.ok)
    return reading.refusal.kind === 'several' ? `several ${reading.records.length}` : reading.refusal.kind;
  const { place } = reading;
  const where =
    place === null
      ? 'whole'
      : `${pathText(place.path)}${place.inText ? ' text' : ''}${place.amongText ? ` line ${place.line}` : ''}`;
  return `${reading.flow.trackingId?.slice(-4)} ${where} ${reading.record.notes.map(({ kind }) => kind).join()}`.trim();
}

describe('a value that is set aside', () => {
  it.each<[string, Json]>([
    ['price', { $numberDecimal: ['0.036', '0.036'] }],
    ['price', { amount: { $numberDecimal: 'x' }, currency: 'EUR' }],
    ['price', ['N//A']],
    ['ttl', { N: 'soon' }],
    ['createdAt', { $date: { $numberLong: 'soon' } }],
    ['expireOnDelivery', { BOOL: 'maybe' }],
    ['operator', { S: { S: 7 } }],
    ['failoverOnStatuses', { L: { S: 7 } }],
  ])('stands where the problem says, in its wrapper: %s %j', (field, value) => {
    const json = { ...whole, messages: [{ ...sms, [field]: value }] };
    const { problems } = record(json);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(valueAt(json, problem.path)).toEqual(problem.value);
  });
});

describe('where a record lies', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['alone', text, 'f001 whole'],
    ['with a byte order mark', `\ufeff${text}`, 'f001 whole oddSpace'],
    ['indented with U+00A0', JSON.stringify(whole, null, 2).replaceAll('  ', '\u00a0\u2003'), 'f001 whole oddSpace'],
    ['in an envelope', JSON.stringify({ success: true, data: [whole], meta: {} }), 'f001 data[0]'],
    ['in a result', JSON.stringify({ result: whole }), 'f001 result'],
    ['in a page', JSON.stringify({ content: [whole], totalElements: 1 }), 'f001 content[0]'],
    ['in DynamoDB items', JSON.stringify({ Items: [whole], Count: 1 }), 'f001 Items[0]'],
    [
      'in a search engine’s hits',
      JSON.stringify({ hits: { hits: [{ _id: 'x', _source: whole }] } }),
      'f001 hits.hits[0]._source',
    ],
    ['as a body in a text', JSON.stringify({ statusCode: 200, body: text }), 'f001 body text'],
    ['encoded twice', JSON.stringify(text), 'f001 $ text'],
    ['as a list of one', `[${text}]`, 'f001 [0]'],
    ['as a line', `${text}\n`, 'f001 whole'],
    ['as three lines', `${text}\n${text}\n${text}\n`, 'several 3'],
    ['as a list of two', JSON.stringify(two), 'several 2'],
    ['in a log line', `2026-11-20 12:00:07 INFO [main] callback received: ${text}`, 'f001 $ line 1'],
    ['behind headers', `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${text}`, 'f001 $ line 4'],
    ['assigned', `var x = ${JSON.stringify(whole, null, 2)};`, 'f001 $ line 1'],
    ['with a trailing comma', text.replace(/\}$/, ',}'), 'f001 whole trailingComma'],
    ['with comments', `// from the log\n${text}`, 'f001 whole comment'],
    [
      'in a HAR',
      JSON.stringify({ log: { entries: [{ response: { content: { text } } }] } }),
      'f001 log.entries[0].response.content.text text',
    ],
    ['messages by place', JSON.stringify({ ...root, messages: { 0: sms } }), 'f001 whole messagesShape'],
    [
      'messages by id',
      JSON.stringify({ ...root, messages: { m1: sms, m2: { ...sms, order: 2 } } }),
      'f001 whole messagesShape',
    ],
    [
      'messages in an element',
      JSON.stringify({ ...root, messages: { item: [sms, { ...sms, order: 2 }] } }),
      'f001 whole messagesShape',
    ],
    ['one message alone', JSON.stringify({ ...root, messages: sms }), 'f001 whole messagesShape'],
    ['messages as a text', JSON.stringify({ ...root, messages: JSON.stringify([sms]) }), 'f001 whole jsonInText'],
    [
      'messages in Pascal case',
      JSON.stringify({ TrackingId: root.trackingId, Messages: [sms] }),
      'f001 whole fieldNames',
    ],
    ['with curly quotes', text.replaceAll('"', '”'), 'notJson'],
    ['as a Python dict', text.replaceAll('"', "'"), 'notJson'],
    ['broken off', text.slice(0, -20), 'notJson'],
  ];
  it.each(cases)('%s', (_, input, expected) => {
    expect(said(readFlow(input))).toBe(expected);
  });

  it('what is written anew is opened as the same record', () => {
    for (const [, input] of cases) {
      const reading = readFlow(input);
      for (const own of reading.ok ? [reading.text] : reading.records.map((one) => one.text))
        expect(said(readFlow(own))).toMatch(/^f00\d whole/);
    }
  });

  it('an OTP record is read as what it is', () => {
    const otp = {
      flowId: '00000000-0000-4000-8000-00000000f00a', status: 'Succeeded', statusCode: 0, total_cost: 0.071,
      steps: [
        { trackingId: 'v', role: 'primary', status: 'EXPIRED', channel: 'viber', phone_number: '306900000001', price: 0.035, created_at: '2026-11-20T12:00:00Z' },
        { trackingId: 's', role: 'failover', status: 'delivered', channel: 'sms', phone_number: '306900000001', price: 0.036, latency_ms: 3000, created_at: '2026-11-20T12:02:00Z', delivered_at: '2026-11-20T12:02:03Z', failover_from_message_token: 'v' },
      ],
    }; // biome-ignore format: a table
    const reading = readFlow(JSON.stringify(otp));
    if (!reading.ok) throw new Error(reading.refusal.kind);
    const { flow, record: read } = reading;
    expect([read.service, flow.trackingId, flow.recipient, flow.totalPrice?.toFixed()]).toEqual([
      'otp',
      otp.flowId,
      '+306900000001',
      '0.071',
    ]);
    expect(flow.steps.map(({ channel, outcome }) => [channel.kind === 'known' && channel.name, outcome.kind])).toEqual([
      ['Viber', 'notDelivered'],
      ['Sms', 'delivered'],
    ]);
    expect(flow.reach?.at).toBe(Date.parse('2026-11-20T12:02:03Z'));
    expect(flow.steps[1]?.messages[0].path).toEqual(['steps', 1]);
  });
});

describe('reading is linear and total', () => {
  it('20,000 messages with one wrong field each', () => {
    const messages = Array.from({ length: 20_000 }, (_, index) => ({ ...sms, order: index, price: { wrong: index } }));
    const started = performance.now();
    const reading = readFlow(JSON.stringify({ ...root, messages }));
    expect(reading.ok && reading.record.problems).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('templateParams nested 20,000 deep, and long numbers in it', () => {
    const deep = `${'{"a":'.repeat(20_000)}${'9'.repeat(1000)}${'}'.repeat(20_000)}`;
    const reading = readFlow(
      text.replace('"order":1', `"order":1,"templateParams":{"pin":${deep},"n":${'9'.repeat(1000)}}`),
    );
    expect(said(reading)).toBe('f001 whole tooDeep');
    const json = `${'['.repeat(100_000)}`;
    expect(said(readFlow(json))).toBe('notJson');
  });
});
