import { describe, expect, it } from 'vitest';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { type Json, parseJson } from '../values/json.ts';
import { price } from './price.ts';

/** A flow of SMS steps with these prices as written; `F` marks a step that failed. */
function reading(prices: readonly string[], total: string, ended = '"Sms"') {
  const messages = prices.map((item, index) => {
    const failed = item.endsWith('F');
    const amount = item.replace('F', '');
    return `{"type":"Sms","order":${index + 1},"messageId":"s${index}","createdAt":"2026-11-23T12:00:0${index}Z","price":${amount},
      "status":{"name":"${failed ? 'Failed' : 'Delivered'}","updatedDate":"2026-11-23T12:00:0${index}Z"}}`;
  });
  const parsed = parseJson(
    `{"status":"Succeeded","terminationChannel":${ended},"totalPrice":${total},"messages":[${messages}]}`,
  );
  const json: Json = parsed.ok ? parsed.value : null;
  const record = readRecord(json);
  if (!record.ok) throw new Error(record.refusal.kind);
  return price(toFlow(record.record));
}

describe('price', () => {
  it.each([
    [['0.1', '0.2'], '0.3', '0.3'],
    [['0.035', '0.036'], '0.071', '0.071'],
    [['1e-7', '2e-7'], '3e-7', '3e-7'],
    [['0.12345678901234567890', '1'], '1.12345678901234567890', '1.1234567890123456789'],
    [['0', '0'], '0', '0'],
  ])('adds %j up to exactly %s', (prices, total, sum) => {
    const found = reading(prices, total);
    expect(found.sum?.toString()).toBe(sum);
    expect(found.agreement).toEqual({ kind: 'agrees' });
  });

  it.each([
    [['0.035F', '0.036'], '0.036', [1]],
    [['0.035F', '0.036'], '0.035', [0]],
    [['0.035F', '0.036F', '0.05'], '0.086', [1, 2]],
    [['0.036F', '0.036'], '0.036', [1]],
    [['0.035F', '0.036'], '0.09', null],
  ])('of %j explains totalPrice %s by %j', (prices, total, steps) => {
    const explainedBy = steps === null ? null : { steps, oneEach: false };
    expect(reading(prices, total).agreement).toMatchObject({ kind: 'differs', explainedBy });
  });

  it('explains a total that counts one part of an SMS', () => {
    const part = (place: number): Json => ({
      type: 'Sms',
      order: 2,
      messageId: 's',
      part: place,
      parts: 3,
      price: 0.04,
      status: { name: 'Delivered' },
    });
    const viber: Json = { type: 'Viber', order: 1, trackingId: 'v', price: 0.03, status: { name: 'EXPIRED' } };
    const read = readRecord({ status: 'Succeeded', totalPrice: 0.07, messages: [viber, part(1), part(2), part(3)] });
    if (!read.ok) throw new Error('no record');
    expect(price(toFlow(read.record)).agreement).toMatchObject({
      kind: 'differs',
      explainedBy: { steps: [0, 1], oneEach: true },
    });
  });

  it('says what cannot be compared', () => {
    expect(reading(['0.1'], 'null').agreement).toEqual({ kind: 'notComparable', why: 'noTotal' });
    expect(reading(['null'], '1').agreement).toEqual({ kind: 'notComparable', why: 'noPrices' });
  });

  it('counts what failed tries cost, and gives shares', () => {
    const found = reading(['0.03F', '0.01'], '0.04');
    expect(found.spentOnFailed.toString()).toBe('0.03');
    expect(found.failedShare).toBe(0.75);
    expect(found.steps.map((step) => step.share)).toEqual([0.75, 0.25]);
  });

  it('knows how many decimals show every price', () => {
    expect(reading(['0.5'], '0.5').decimals).toBe(2);
    expect(reading(['0.035', '0.0361'], '1').decimals).toBe(4);
  });
});
