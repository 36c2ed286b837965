import { describe, expect, it } from 'vitest';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import type { Json } from '../values/json.ts';
import { timeline } from './timeline.ts';

const start = Date.parse('2026-11-23T12:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

function drawn(messages: Json[], root: { [field: string]: Json }, nowSeconds = 3600) {
  const reading = readRecord({ createdAt: at(0), ...root, messages });
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const found = timeline(toFlow(reading.record), start + nowSeconds * 1000);
  const seconds = (time: number) => (time - start) / 1000;
  return {
    found,
    range: [seconds(found.start), seconds(found.end)],
    lanes: found.rows.map((row) =>
      row.lanes.flatMap((lane) =>
        lane.intervals.map((item) => `${item.kind} ${seconds(item.from)}–${seconds(item.to)}`),
      ),
    ),
    gaps: found.idleGaps.map((gap) => [seconds(gap.from), seconds(gap.to)]),
  };
}

const viber: Json = {
  type: 'Viber',
  order: 1,
  trackingId: 'v',
  ttl: 10,
  createdAt: at(1),
  status: { name: 'EXPIRED', updatedDate: at(601) },
};
const sms: Json = {
  type: 'Sms',
  order: 2,
  messageId: 's',
  ttl: 1200,
  createdAt: at(602),
  status: { name: 'Delivered', updatedDate: at(606) },
};

describe('timeline', () => {
  it('draws one interval per message, from createdAt to its status date', () => {
    const { lanes, range } = drawn([viber, sms], { status: 'Succeeded', updatedAt: at(607) });
    expect(lanes).toEqual([['waiting 1–601'], ['waiting 602–606']]);
    expect(range).toEqual([0, 607]);
  });

  it('cuts a call in ringing and talking by its duration, where that fits', () => {
    const voice = (duration: Json): Json => ({
      type: 'Voice',
      order: 1,
      createdAt: at(0),
      messageId: 'c',
      duration,
      status: { name: 'Completed', updatedDate: at(33) },
    });
    expect(drawn([voice(24)], { status: 'Succeeded' }).lanes).toEqual([['ringing 0–9', 'talking 9–33']]);
    expect(drawn([voice(40)], { status: 'Succeeded' }).lanes).toEqual([['waiting 0–33']]);
    expect(drawn([voice(null)], { status: 'Succeeded' }).lanes).toEqual([['waiting 0–33']]);
  });

  it('lets a running message reach now, and counts its TTL until it is over', () => {
    const queued: Json = {
      type: 'Viber',
      order: 1,
      trackingId: 'v',
      ttl: 10,
      createdAt: at(1),
      status: { name: 'QUEUED', updatedDate: at(1) },
    };
    expect(drawn([queued], { status: 'InProgress' }, 61).lanes).toEqual([['open 1–61']]);
    expect(drawn([queued], { status: 'InProgress' }, 61).found.rows[0]?.ttl?.counting).toBe(true);
    expect(drawn([queued], { status: 'InProgress' }, 700).found.rows[0]?.ttl?.counting).toBe(false);
  });

  it('marks no TTL whose end no calendar holds', () => {
    const queued: Json = {
      type: 'Viber',
      order: 1,
      trackingId: 'v',
      ttl: 5e14,
      createdAt: at(1),
      status: { name: 'QUEUED', updatedDate: at(1) },
    };
    expect(drawn([queued], { status: 'InProgress' }, 61).found.rows[0]?.ttl).toBeNull();
  });

  it('never draws what the record does not hold', () => {
    const noDate: Json = { type: 'Sms', order: 1, messageId: 's', createdAt: at(1), status: { name: 'Delivered' } };
    const noStart: Json = { type: 'Sms', order: 2, messageId: 't', status: { name: 'Failed', updatedDate: at(9) } };
    const { lanes, found } = drawn([noDate, noStart, { type: 'Voice', order: 3 }], { status: 'Succeeded' });
    expect(lanes).toEqual([[], [], []]);
    expect(found.rows.map((row) => row.span?.from ?? null)).toEqual([start + 1000, start + 9000, null]);
  });

  it('finds the stretches in which nothing begins or ends', () => {
    expect(drawn([viber, sms], { status: 'Succeeded' }).gaps).toEqual([[1, 601]]);
    expect(drawn([sms], { status: 'Succeeded', createdAt: at(601) }).gaps).toEqual([]);
  });

  it('gives now for a record without any time', () => {
    const { range, gaps } = drawn([{ type: 'Sms' }], { createdAt: null, status: 'Queued' }, 5);
    expect([range, gaps]).toEqual([[5, 5], []]);
  });
});
