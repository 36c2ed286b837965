import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/record.ts';
import type { Json } from '../values/json.ts';
import { toFlow } from './to-flow.ts';

const at = (seconds: number) => new Date(Date.parse('2026-11-23T12:00:00Z') + seconds * 1000).toISOString();

interface Draft {
  type: string;
  order?: number;
  id?: string;
  part?: [number, number];
  sent?: number;
  status?: string;
}

/** One message; `part: [2, 3]` is the second of three. */
function message({ type, order = 1, id, part, sent = 0, status = 'Delivered' }: Draft): Json {
  return {
    type,
    order,
    ...(id === undefined ? {} : { messageId: id }),
    ...(part === undefined ? {} : { part: part[0], parts: part[1] }),
    createdAt: at(sent),
    status: { name: status, updatedDate: at(sent + 3) },
  };
}

const declared = (type: string, order: number): Json => ({ type, order, failoverOnStatuses: [] });

function flowOf(messages: Json[], root: { [field: string]: Json } = { status: 'Succeeded' }) {
  const reading = readRecord({ ...root, messages });
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return toFlow(reading.record);
}

/** Steps as text: channel, the places of its messages in the record, and the outcome. */
function chain(messages: Json[], root?: { [field: string]: Json }): string[] {
  return flowOf(messages, root).steps.map(
    (step) =>
      `${step.channel.kind === 'missing' ? '–' : step.channel.name} ${step.messages.map((item) => item.index).join(',')} ${step.outcome.kind}`,
  );
}

describe('grouping messages into steps', () => {
  it('puts the parts of one SMS into one step, by part number', () => {
    const parts = [
      message({ type: 'Sms', id: 's', part: [3, 3] }),
      message({ type: 'Sms', id: 's', part: [1, 3] }),
      message({ type: 'Sms', id: 's', part: [2, 3] }),
    ];
    expect(chain(parts)).toEqual(['Sms 1,2,0 delivered']);
  });

  it('keeps two SMS of equal order apart by their messageId, the earlier first', () => {
    const two = [message({ type: 'Sms', id: 'b', sent: 9 }), message({ type: 'Sms', id: 'a', sent: 1 })];
    expect(chain(two)).toEqual(['Sms 1 delivered', 'Sms 0 delivered']);
  });

  it('keeps an equal messageId of another order apart', () => {
    const same = [message({ type: 'Sms', id: 's', order: 2, sent: 5 }), message({ type: 'Sms', id: 's', order: 1 })];
    expect(chain(same)).toEqual(['Sms 1 delivered', 'Sms 0 delivered']);
  });

  it('keeps channels of equal order apart', () => {
    const both = [message({ type: 'Sms', id: 'x', sent: 4 }), message({ type: 'Viber', id: 'x' })];
    expect(chain(both)).toEqual(['Viber 1 delivered', 'Sms 0 delivered']);
  });

  it('groups parts that lack a messageId, and nothing else that lacks one', () => {
    const parts = [message({ type: 'Sms', part: [1, 2] }), message({ type: 'Sms', part: [2, 2] })];
    expect(chain(parts)).toEqual(['Sms 0,1 delivered']);
    expect(chain([message({ type: 'Voice' }), message({ type: 'Voice', sent: 60 })])).toHaveLength(2);
  });

  it('puts messages without an order last', () => {
    const rest = { ...(message({ type: 'Sms', id: 's' }) as object), order: null } as Json; // an object with one field changed
    expect(chain([rest, message({ type: 'Voice', order: 3, sent: 99, status: 'Completed' })])).toEqual([
      'Voice 1 delivered',
      'Sms 0 delivered',
    ]);
  });
});

describe('outcomes', () => {
  const part = (number: number, status: string) => message({ type: 'Sms', id: 's', part: [number, 2], status });
  it.each([
    ['Delivered', 'Delivered', 'delivered'],
    ['Delivered', 'Undelivered', 'partlyDelivered'],
    ['Failed', 'Undelivered', 'notDelivered'],
    ['Undelivered', 'Queued', 'waiting'],
    // The flow has ended: what arrived is told, the part without a receipt waits no longer.
    ['Delivered', 'Sent', 'partlyDelivered'],
    ['Delivered', 'Parked', 'partlyDelivered'],
    ['Undelivered', 'Parked', 'unknown'],
  ])('of parts %s and %s is %s', (first, second, outcome) => {
    expect(chain([part(1, first), part(2, second)])).toEqual([`Sms 0,1 ${outcome}`]);
  });

  it.each([
    ['Delivered', 'Sent', 'waiting'],
    ['Delivered', 'Parked', 'unknown'],
    ['Delivered', 'Undelivered', 'partlyDelivered'],
  ])('of parts %s and %s is %s while the flow runs', (first, second, outcome) => {
    const flow = flowOf([part(1, first), part(2, second)], { status: 'InProgress' });
    expect(flow.steps.map((step) => step.outcome.kind)).toEqual([outcome]);
  });

  it('tells a Viber message that expired after its delivery', () => {
    const viber: Json = {
      type: 'Viber',
      trackingId: 'v',
      createdAt: at(0),
      expireOnDelivery: true,
      expiredOnDeliveryAt: at(600),
      status: { name: 'EXPIRED', updatedDate: at(600) },
    };
    const flow = flowOf([viber]);
    expect(flow.steps[0]?.outcome).toEqual({ kind: 'expiredAfterDelivery', expiredAt: Date.parse(at(600)) });
    expect(flow.reachedBy).toBe(0);
    expect(flow.reach).toEqual({ kind: 'delivered', at: Date.parse(at(600)), atMost: true });
  });

  it.each([
    ['Succeeded', [message({ type: 'Viber', id: 'v' }), declared('Sms', 2)], { kind: 'notNeeded', stepIndex: 0 }],
    ['Failed', [message({ type: 'Viber', id: 'v', status: 'FAILED' }), declared('Sms', 2)], { kind: 'flowEnded' }],
    ['InProgress', [message({ type: 'Viber', id: 'v', status: 'QUEUED' }), declared('Sms', 2)], { kind: 'notYet' }],
    ['Lost', [message({ type: 'Viber', id: 'v', status: 'FAILED' }), declared('Sms', 2)], { kind: 'unexplained' }],
  ])('of a declared step in a flow that is %s', (status, messages, reason) => {
    expect(flowOf(messages, { status }).steps[1]?.outcome).toEqual({ kind: 'notSent', reason });
  });
});

describe('hand-overs', () => {
  const viber = (status: string, list: Json) => ({
    ...(message({ type: 'Viber', id: 'v', status }) as object), // an object with one field more
    failoverOnStatuses: list,
  });
  it.each([
    ['EXPIRED', ['Expired'], 'listed'],
    ['undelivered', ['UN_DELIVERED'], 'listed'],
    ['DELIVERED', ['EXPIRED'], 'notListed'],
    ['EXPIRED', [], 'notListed'],
    ['EXPIRED', null, 'listedByDefault'],
    ['DELIVERED', null, 'notListedByDefault'],
  ])('%s among %j is %s', (status, list, listing) => {
    const flow = flowOf([viber(status, list) as Json, message({ type: 'Sms', id: 's', order: 2, sent: 4 })]);
    expect(flow.handovers).toMatchObject([{ fromStep: 0, toStep: 1, listing, gapMs: 1000 }]);
  });

  it('pass over steps that were never sent', () => {
    const flow = flowOf([
      message({ type: 'Viber', id: 'v', status: 'FAILED' }),
      declared('Voice', 2),
      message({ type: 'Sms', id: 's', order: 3, sent: 5 }),
    ]);
    expect(flow.handovers).toMatchObject([{ fromStep: 0, toStep: 2 }]);
  });
});

describe('older payloads', () => {
  it('are read like new ones', () => {
    const flow = flowOf([
      {
        type: 'Sms',
        message: 'Hello',
        from: '',
        status: { status: 'Delivered', date: at(3) },
        createdAt: at(0),
        messageId: 's',
      },
      {
        type: 'Viber',
        trackingId: 'v',
        order: 1,
        createdAt: at(0),
        body: {
          imageURL: 'https://example.com/a.png',
          viberAction: { caption: 'Go', targetUrl: 'https://example.com' },
        },
        status: { name: 'EXPIRED', updatedDate: at(9), expireOnDelivery: true, expiredOnDeliveryAt: at(9) },
      },
      { type: 'Voice', order: 4, to: { phone: '+302101234567' } },
    ]);
    const [viber, voice, sms] = flow.steps.map((step) => step.messages[0]);
    expect(sms).toMatchObject({
      content: { text: 'Hello' },
      from: null,
      updatedAt: Date.parse(at(3)),
      status: { name: 'Delivered' },
    });
    expect(viber).toMatchObject({
      content: { imageUrl: 'https://example.com/a.png', action: { caption: 'Go' }, expireOnDelivery: true },
    });
    expect(voice).toMatchObject({ to: '+302101234567' });
  });
});
