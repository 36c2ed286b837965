import { expect, test } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { onceDelivered } from './once-delivered.ts';
import type { Seen } from './version.ts';

function flowOf(status: string) {
  const reading = readRecord(record({ steps: [sms({ at: 1, until: 5, status })] }));
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return toFlow(reading.record);
}

const seen = (status: string, at: number, claim = false): Seen => ({
  flow: flowOf(status),
  source: claim ? 'callback' : 'page',
  claim,
  firstSeen: at,
  lastSeen: at + 5,
});

test('a delivery that an earlier answer told and this one does not', () => {
  const looks = [seen('Delivered', 10), seen('Delivered', 20), seen('Undelivered', 30)];
  expect(onceDelivered(looks, flowOf('Undelivered'))).toMatchObject([
    { stepIndex: 0, status: 'Delivered', lastSeen: 25, now: 'Undelivered' },
  ]);
});

test('nothing where the record tells it itself, where nobody told it, or where only a claim did', () => {
  expect(onceDelivered([seen('Undelivered', 10), seen('Delivered', 20)], flowOf('Delivered'))).toEqual([]);
  expect(onceDelivered([seen('Sent', 10)], flowOf('Undelivered'))).toEqual([]);
  expect(onceDelivered([seen('Delivered', 10, true)], flowOf('Undelivered'))).toEqual([]);
});
