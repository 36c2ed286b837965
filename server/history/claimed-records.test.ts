import { expect, test } from 'vitest';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { claimedRecords } from './claimed-records.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const other = '5da956dd-d49d-4172-b1f3-6ce5424cac35';
const whole = (trackingId: string) => ({ ...record({ steps: [sms({ at: 1, until: 5 })] }), trackingId });
const post = { type: 'Sms', order: 2, messageId: 's1', status: { name: 'Delivered' } };
const viberPost = { type: 'Viber', order: 1, status: { name: 'EXPIRED' }, trackingId: other, campaignTrackingId: id };

function read(body: unknown) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return claimedRecords(bytes).map((one) => ({ ids: one.trackingIds, json: JSON.parse(one.bytes.toString()) }));
}

test('a whole record is kept byte for byte', () => {
  const text = JSON.stringify(whole(id), null, 1);
  expect(claimedRecords(Buffer.from(text))).toEqual([{ trackingIds: [id], bytes: Buffer.from(text) }]);
  expect(read(whole(id.toUpperCase()))[0]?.ids).toEqual([id]);
});

test('lists and envelopes give each of their records', () => {
  expect(read([whole(id), whole(other)]).map(({ ids }) => ids)).toEqual([[id], [other]]);
  expect(read({ event: 'OnCompletion', data: whole(id) })).toEqual([{ ids: [id], json: whole(id) }]);
});

test('posts of steps become records of those steps, one for each flow', () => {
  expect(read({ ...post, trackingId: id })).toEqual([
    { ids: [id], json: { trackingId: id, messages: [{ ...post, trackingId: id }] } },
  ]);
  const second = { ...post, order: 3 };
  const list = [
    { ...post, trackingId: id },
    { ...second, trackingId: id },
    { ...post, trackingId: other },
  ];
  expect(read(list).map(({ ids, json }) => [ids, json.messages.length])).toEqual([
    [[id], 2],
    [[other], 1],
  ]);
  expect(read(viberPost)[0]?.ids).toEqual([other, id]);
});

test.each([
  '',
  'hello',
  'null',
  '7',
  '[]',
  '{}',
  { ...post },
  { ...post, trackingId: '' },
  { ...post, trackingId: '../../etc' },
  { ...post, trackingId: 'x'.repeat(129) },
  { ...whole(id), trackingId: 7 },
  { code: '404005000', developerMessage: 'Not found' },
  '['.repeat(20_000),
])('nothing is made of %o', (body) => {
  expect(read(body)).toEqual([]);
});

test('one body gives so many records at most', () => {
  const posts = Array.from({ length: 700 }, (_, at) => ({ ...post, trackingId: `flow-${at}` }));
  expect(read(posts)).toHaveLength(500);
});

test('a Viber step in a record keeps both IDs apart', () => {
  const flow = { ...record({ steps: [viber({ at: 1, until: 5 })] }), trackingId: id };
  expect(read(flow)[0]?.ids).toEqual([id]);
});
