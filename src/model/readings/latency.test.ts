import { describe, expect, it } from 'vitest';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { latency, latencyUnit } from './latency.ts';

describe('latencyUnit', () => {
  it.each([
    [4, 3773, 'seconds'],
    [3773, 3773, 'milliseconds'],
    [3800, 3773, 'milliseconds'],
    [1, 400, 'either'],
    [90, 30_000, 'neither'],
    [4, null, 'either'],
    [4, -20, 'either'],
    [600, 600_200, 'seconds'],
  ])('of %s against %s ms is %s', (reported, measured, unit) => {
    expect(latencyUnit(reported, measured)).toBe(unit);
  });
});

const at = (seconds: number) => new Date(Date.parse('2026-11-23T12:00:00Z') + seconds * 1000).toISOString();

describe('latency', () => {
  it('splits the time of a finished flow into channel, TTL and hand-over', () => {
    const reading = readRecord({
      status: 'Succeeded',
      createdAt: at(0),
      updatedAt: at(605),
      messages: [
        {
          type: 'Viber',
          order: 1,
          trackingId: 'v',
          ttl: 10,
          createdAt: at(0.5),
          status: { name: 'EXPIRED', updatedDate: at(600.5) },
        },
        {
          type: 'Sms',
          order: 2,
          messageId: 's',
          createdAt: at(601),
          status: { name: 'Delivered', updatedDate: at(604) },
        },
      ],
    });
    if (!reading.ok) throw new Error();
    expect(latency(toFlow(reading.record)).split).toEqual({
      totalMs: 605_000,
      ttlMs: 600_000,
      channelMs: 3000,
      handoverMs: 1000,
      otherMs: 1000,
    });
  });

  it('gives no split for a running flow', () => {
    const reading = readRecord({
      status: 'InProgress',
      createdAt: at(0),
      messages: [{ type: 'Viber', createdAt: at(0), trackingId: 'v', status: { name: 'QUEUED' } }],
    });
    if (!reading.ok) throw new Error();
    expect(latency(toFlow(reading.record)).split).toBeNull();
  });

  it('gives a step whose end lies before its sending no time at all', () => {
    const reading = readRecord({
      status: 'Succeeded',
      createdAt: at(0),
      updatedAt: at(5),
      messages: [
        { type: 'Sms', order: 1, messageId: 's', createdAt: at(2), status: { name: 'Delivered', updatedDate: at(1) } },
      ],
    });
    if (!reading.ok) throw new Error('no record');
    const { split } = latency(toFlow(reading.record));
    expect(split).toMatchObject({ channelMs: 0, ttlMs: 0 });
    for (const part of Object.values(split ?? {})) expect(part).toBeGreaterThanOrEqual(0);
  });
});
