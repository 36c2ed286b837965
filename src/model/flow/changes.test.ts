import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/record.ts';
import type { Json } from '../values/json.ts';
import { changes } from './changes.ts';
import type { Flow } from './flow.ts';
import { toFlow } from './to-flow.ts';

function flowOf(status: string, ...steps: readonly { [key: string]: Json }[]): Flow {
  const reading = readRecord({ trackingId: 't', status, messages: steps.map((step) => ({ ...step })) });
  if (!reading.ok) throw new Error('no record');
  return toFlow(reading.record);
}

const viber = (name: string): { [key: string]: Json } => ({
  type: 'Viber',
  order: 1,
  trackingId: 'v1',
  createdAt: '2026-11-23T12:00:00Z',
  status: { name, updatedDate: '2026-11-23T12:00:05Z' },
});
const part = (index: number, name: string): { [key: string]: Json } => ({
  type: 'Sms',
  order: 2,
  messageId: 's1',
  smsId: `p${index}`,
  part: index,
  parts: 2,
  createdAt: '2026-11-23T12:01:00Z',
  status: { name, updatedDate: '2026-11-23T12:01:05Z' },
});

describe('changes', () => {
  it('says nothing of two answers that say the same', () => {
    const flow = flowOf('InProgress', viber('QUEUED'));
    expect(changes(flow, flowOf('InProgress', viber('QUEUED')))).toEqual([]);
  });

  it('names a step’s old and new status, then the flow’s', () => {
    const before = flowOf('InProgress', viber('QUEUED'));
    expect(changes(before, flowOf('Succeeded', viber('DELIVERED')))).toEqual([
      { kind: 'step', stepIndex: 0, channel: { kind: 'known', name: 'Viber' }, from: 'QUEUED', to: 'DELIVERED' },
      { kind: 'flow', from: 'InProgress', to: 'Succeeded' },
    ]);
  });

  it('names a step that was not there before', () => {
    const before = flowOf('InProgress', viber('EXPIRED'));
    expect(changes(before, flowOf('InProgress', viber('EXPIRED'), part(1, 'Queued'), part(2, 'Queued')))).toEqual([
      { kind: 'step', stepIndex: 1, channel: { kind: 'known', name: 'Sms' }, from: null, to: 'Queued' },
    ]);
  });

  it('sees a receipt of one part among several', () => {
    const before = flowOf('InProgress', part(1, 'Sent'), part(2, 'Sent'));
    const found = changes(before, flowOf('InProgress', part(1, 'Sent'), part(2, 'Delivered')));
    expect(found).toMatchObject([{ kind: 'step', stepIndex: 0 }]);
  });
});
