import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSearchText } from './search-text.ts';
import { searchTextCases } from './search-text-cases.ts';

const a = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const b = '0a047b46-a4dd-4ca8-b817-a6a134dd1234';
const c = '82a91dc3-e842-41eb-86e5-07d55eb51234';

describe('one flow', () => {
  test.each([
    ['an id', a],
    ['an id with spaces', `  ${a}\n`],
    ['an id in capitals', a.toUpperCase()],
    ['an id in quotes', `"${a}",`],
    ['an address of this app', `https://cascade.example.com/flows/${a}?step=2&view=raw#x`],
    ['an address of the API', `https://connect.routee.net/failover/tracking/${a}`],
    ['a path', `/flows/${a}`],
    ['a curl line', `curl -H "Authorization: Bearer ${b}" 'https://connect.routee.net/failover/tracking/${a}'`],
    ['a curl line of this gateway', `curl http://127.0.0.1:4173/api/failover/tracking/${a} -H 'x-request-id: ${b}'`],
    ['an access log', `10.0.0.1 - - [05/Jul/2019:10:28:44 +0000] "GET /failover/tracking/${a} HTTP/1.1" 200 ${b}`],
    [
      'a log line of words',
      `2019-07-05 10:28:44.566 INFO [${b}] o.e.Sender - failover sent, trackingId=${a}, to=+306912345678`,
    ],
    ['key=value with a message id first', `level=info messageId=${b} trackingId=${a} smsId=${c}`],
    ['key=value in quotes', `msg="sent" tracking_id="${a}" message_id="${b}"`],
    ['a JSON log line', `{"level":"info","requestId":"${b}","trackingId":"${a}","msg":"sent"}`],
    ['a JSON log line after a time', `2019-07-05T10:28:44Z {"data":{"messageId":"${b}","flowId":"${a}"}}`],
    ['JSON inside JSON', JSON.stringify({ log: JSON.stringify({ trackingId: a, messages: [{ trackingId: b }] }) })],
    ['an answer to sending', `{"trackingId":"${a}","status":"Queued","flow":[{"messageId":"${b}"}]}`],
    [
      'a URL-encoded callback',
      `https://x.example.com/cb?payload=%7B%22trackingId%22%3A%22${a}%22%2C%22smsId%22%3A%22${b}%22%7D`,
    ],
    ['a sentence', `Can you look at ${a}? It never arrived.`],
    ['a UUID that the line calls something else beside one it does not', `requestId=${b} flow ${a} failed`],
    ['the same id twice', `${a} ${a.toUpperCase()}`],
  ])('%s', (_, text) => {
    expect(readSearchText(text)).toEqual({ kind: 'one', trackingId: a });
  });

  test.each([
    ['an id that is no UUID', 'flow_2f8A91bc', 'flow_2f8A91bc'],
    ['in a path', 'https://cascade.example.com/flows/5b223c27e4b04b9cdaa71234', '5b223c27e4b04b9cdaa71234'],
    ['named', 'trackingId: 5b223c27e4b04b9cdaa71234 done', '5b223c27e4b04b9cdaa71234'],
    ['a number', '{"trackingId": 12345678901234567890}', '12345678901234567890'],
  ])('%s', (_, text, trackingId) => {
    expect(readSearchText(text)).toEqual({ kind: 'one', trackingId });
  });
});

describe('many flows', () => {
  test.each([
    ['lines', `${a}\n${b}\r\n${c}\n${a}`],
    ['a list with commas', `${a}, ${b}, ${c}`],
    ['CSV with a header', `tracking_id;to\n${a};+306912345678\n${b};+306912345679\n${c};+306912345670`],
    ['JSON list', JSON.stringify([a, b, c])],
    [
      'a page of results',
      JSON.stringify({ content: [a, b, c].map((trackingId) => ({ trackingId, messages: [{ trackingId: 'x' }] })) }),
    ],
    ['log lines', [a, b, c].map((id) => `INFO messageId=7${id.slice(1)} trackingId=${id}`).join('\n')],
    ['NDJSON', [a, b, c].map((id) => JSON.stringify({ trackingId: id, messages: [{ trackingId: c }] })).join('\n')],
    ['addresses', [a, b, c].map((id) => `https://cascade.example.com/flows/${id}`).join(' ')],
  ])('%s', (_, text) => {
    expect(readSearchText(text)).toEqual({ kind: 'many', trackingIds: [a, b, c] });
  });

  test('a comparison', () => {
    expect(readSearchText(`https://x.example.com/compare/${a}...${b}`)).toEqual({ kind: 'many', trackingIds: [a, b] });
  });

  test('a column of ids that are no UUIDs', () => {
    expect(readSearchText('flow_00012a\nflow_00012b')).toEqual({
      kind: 'many',
      trackingIds: ['flow_00012a', 'flow_00012b'],
    });
  });
});

describe.each(Object.entries(searchTextCases))('%s', (_, rows) => {
  test.each(rows)('%s', (_name, text, found) => {
    expect(readSearchText(text)).toEqual(found);
  });
});

test('a record is taken as it is', () => {
  const text = JSON.stringify({ trackingId: a, messages: [] }, null, 2);
  expect(readSearchText(`\uFEFF${text}\n`)).toEqual({ kind: 'record', text });
});

test('a record of one-time passwords is taken as it is: nothing answers to its ID', () => {
  const text = JSON.stringify({
    flowId: a,
    status: 'Succeeded',
    steps: [{ trackingId: 'v', channel: 'viber', status: 'EXPIRED' }],
  });
  expect(readSearchText(text)).toEqual({ kind: 'record', text });
});

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['hello there', 'none'],
  ['Undelivered', 'none'],
  ['https://example.com/some-long-path-without-ids', 'none'],
  ['{"a":1}', 'none'],
  ['%E0%A4%A', 'none'],
])('"%s" is %s', (text, kind) => {
  expect(readSearchText(text)).toEqual({ kind });
});

test('never throws, and finds a named id in any surroundings', () => {
  const around = fc.string({ maxLength: 60 });
  fc.assert(
    fc.property(fc.string(), (text) => {
      readSearchText(text);
    }),
  );
  fc.assert(
    fc.property(around, fc.uuid(), around, (before, id, after) => {
      const read = readSearchText(`${before.replace(/[\\"'%]/g, '')} trackingId=${id} ${after}`);
      const ids = read.kind === 'one' ? [read.trackingId] : read.kind === 'many' ? read.trackingIds : [];
      expect(ids).toContain(id);
    }),
  );
});

test('a megabyte of anything takes no longer than it must', () => {
  const started = performance.now();
  for (const unit of [
    '"',
    '[',
    'trackingId=',
    'trackingId ',
    '%7B',
    '{"a":',
    'a-',
    '1234567',
    '/flows/',
    '"a":"\\"',
    '{"type":',
    'f ',
    'f-',
    '12 ',
    '+30 ',
    '%25',
  ]) {
    readSearchText(unit.repeat(1_000_000 / unit.length));
  }
  // Were it not linear, it would take hours.
  expect(performance.now() - started).toBeLessThan(60_000);
});
