import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type RecordOptions,
  record,
  type StepDraft,
  sms,
  smsParts,
  viber,
  voice,
} from '#emulator/records/record-builder.ts';
import type { Flow } from '../flow/flow.ts';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import type { Json } from '../values/json.ts';
import { differences } from './differences.ts';
import { historyFindings } from './history-findings.ts';
import { transitions } from './transitions.ts';
import { type Seen, seenAt } from './version.ts';

const start = Date.parse('2026-11-23T12:00:00Z');

function flowOf(json: Json): Flow {
  const reading = readRecord(json);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return toFlow(reading.record);
}

const at = (options: RecordOptions, seconds: number) => flowOf(record({ ...options, start, asOf: seconds }));
const seen = (flow: Flow, from: number, to: number, source: Seen['source'] = 'page'): Seen => ({
  flow,
  source,
  claim: source === 'callback' || source === 'upload',
  firstSeen: start + from * 1000,
  lastSeen: start + to * 1000,
});

const twoSteps: RecordOptions = {
  steps: [viber({ at: 1, until: 60, status: 'EXPIRED', ttl: 1 }), sms({ at: 61, until: 66 })],
};

describe('differences', () => {
  it('tells a status, a new step’s sending and the end of the flow', () => {
    const found = differences(at(twoSteps, 30), at(twoSteps, 62));
    expect(found.filter(({ kind }) => kind === 'status')).toMatchObject([
      { stepIndex: 0, part: null, from: 'QUEUED', to: 'EXPIRED', at: start + 60_000 },
      { stepIndex: 1, from: null, to: 'Sent' },
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['totalPrice', 'reason', 'price']));
    expect(differences(at(twoSteps, 62), at(twoSteps, 70)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['flowStatus', 'endedBy', 'status']),
    );
  });

  it('tells parts by their number, whatever their order', () => {
    const parts = smsParts({ at: 1, parts: [{ until: 5 }, { until: 20 }] });
    const before = record({ steps: [parts], start, asOf: 10 });
    const after = record({ steps: [parts], start, asOf: 30 });
    const turned = flowOf({ ...after, messages: after.messages.toReversed() });
    const changed = differences(flowOf(before), turned).filter(({ kind }) => kind === 'status');
    expect(changed).toMatchObject([{ part: 2, to: 'Delivered' }]);
  });

  it('tells prices, reasons, times and steps that come and go', () => {
    const one = { type: 'Sms', order: 1, price: 0.1, status: { name: 'Failed', updatedDate: '2026-11-23T12:00:03Z' } };
    const reason = { detailedStatus: 'Roaming' };
    const two = { ...one, price: 0.2, status: { name: 'FAILED', updatedDate: '2026-11-23T12:00:04Z', reason } };
    const other = { ...one, type: 'Voice', order: 2 };
    const [before, after] = [
      flowOf({ messages: [one, other], totalPrice: 0.2 }),
      flowOf({ messages: [two, { ...other, order: 3 }], totalPrice: '0.20', statusCode: '2' }),
    ];
    expect(differences(before, after).map(({ kind }) => kind)).toEqual([
      'statusCode',
      'statusTime',
      'reason',
      'price',
      'newStep',
      'stepGone',
    ]);
  });

  it('of a post that leaves steps out says nothing of those', () => {
    const whole = at(twoSteps, 62);
    const post = flowOf({ messages: [{ type: 'Sms', order: 2, status: { name: 'Delivered' } }] });
    expect(differences(whole, post, true).map(({ kind }) => kind)).not.toContain('stepGone');
    expect(differences(whole, post, true)).toContainEqual(
      expect.objectContaining({ kind: 'status', to: 'Delivered', channel: { kind: 'known', name: 'Sms' } }),
    );
    expect(differences(whole, post).map(({ kind }) => kind)).toContain('stepGone');
  });
});

describe('transitions', () => {
  it('lie between the last look and the first other one, with the status’s own date', () => {
    const looks = [seen(at(twoSteps, 10), 10, 30), seen(at(twoSteps, 62), 62, 62), seen(at(twoSteps, 90), 90, 500)];
    expect(transitions(looks, at(twoSteps, 90))).toMatchObject([
      {
        stepIndex: 0,
        from: 'QUEUED',
        to: 'EXPIRED',
        after: start + 30_000,
        before: start + 62_000,
        at: start + 60_000,
      },
      { stepIndex: 1, from: null, before: start + 62_000 },
      { stepIndex: null, from: 'InProgress', to: 'Succeeded', after: start + 62_000, before: start + 90_000, at: null },
      { stepIndex: 1, to: 'Delivered', at: start + 66_000 },
    ]);
  });

  it('are never made of claims', () => {
    const looks = [seen(at(twoSteps, 10), 10, 30), seen(at(twoSteps, 90), 62, 62, 'callback')];
    expect(transitions(looks, at(twoSteps, 10))).toEqual([]);
    expect(historyFindings(looks, at(twoSteps, 10))).toEqual([]);
  });
});

describe('what held at a moment', () => {
  const first = seen(at(twoSteps, 10), 10, 30);
  const second = seen(at(twoSteps, 90), 90, 95);
  const claim = seen(at(twoSteps, 62), 62, 62, 'upload');
  it.each([
    [5, null],
    [10, first],
    [62, first],
    [90, second],
    [1e6, second],
  ])('%i s', (seconds, held) => {
    expect(seenAt([second, claim, first], start + seconds * 1000)).toBe(held);
  });
});

describe('findings', () => {
  it('a price that is made up while its step is under way is none', () => {
    const looks = [10, 62, 90].map((second) => seen(at(twoSteps, second), second, second));
    expect(historyFindings(looks, at(twoSteps, 90))).toEqual([]);
  });

  it('a Viber message that expires because nobody saw it is none', () => {
    const options: RecordOptions = {
      steps: [
        viber({
          at: 1,
          until: 61,
          ttl: 1,
          expireOnDelivery: true,
          status: 'EXPIRED',
          via: [{ status: 'DELIVERED', at: 5 }],
          raw: { expiredOnDeliveryAt: '2026-11-23T12:01:01Z' },
        }),
      ],
    };
    const looks = [seen(at(options, 10), 10, 20), seen(at(options, 90), 90, 90)];
    expect(historyFindings(looks, at(options, 90)).map(({ code }) => code)).toEqual([]);
    expect(transitions(looks, at(options, 90))).toMatchObject([{}, { from: 'DELIVERED', to: 'EXPIRED' }]);
  });
});

const second = fc.double({ min: 0.5, max: 90, noNaN: true });
const stepOf = (begins: number): fc.Arbitrary<StepDraft> =>
  fc.tuple(fc.constantFrom('Sms', 'Viber', 'Voice', 'parts'), second).map(([kind, lasts]) => {
    const [at, until] = [begins, begins + lasts];
    if (kind === 'Viber') return viber({ at, until, status: 'UNDELIVERED' });
    if (kind === 'Voice') return voice({ at, until, status: 'NoAnswer' });
    if (kind === 'parts') return smsParts({ at, status: 'Undelivered', parts: [{ until }, { until: until + 3 }] });
    return sms({ at, until, status: 'Undelivered' });
  });
const options: fc.Arbitrary<RecordOptions> = fc
  .tuple(stepOf(1), stepOf(100), stepOf(200))
  .map((steps) => ({ steps, status: 'Failed', statusCode: '2', endedBy: null }));
const looksAt = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });

describe('of any flow that only goes on', () => {
  it('nothing is found, and every change of status is seen once, in a span that holds its date', () => {
    fc.assert(
      fc.property(options, looksAt, (flow, seconds) => {
        const looks = seconds.toSorted((a, b) => a - b).map((when) => seen(at(flow, when), when, when));
        const last = looks.at(-1)?.flow ?? at(flow, 0);
        expect(historyFindings(looks, last)).toEqual([]);
        const found = transitions(looks, last);
        for (const one of found) {
          expect(one.after).toBeLessThanOrEqual(one.before);
          if (one.at === null) continue;
          expect(one.at).toBeGreaterThan(one.after - 1);
          expect(one.at).toBeLessThanOrEqual(one.before);
        }
        const ends = found.filter(({ stepIndex, to }) => stepIndex === null && to === 'Failed');
        const [first] = looks;
        expect(ends).toHaveLength(first?.flow.ended === false && last.ended ? 1 : 0);
      }),
    );
  });

  it('a version differs from itself in nothing, and one turned back is told the other way round', () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (flow, a, b) => {
        const [one, other] = [at(flow, a), at(flow, b)];
        expect(differences(one, one)).toEqual([]);
        const names = (found: ReturnType<typeof differences>) => found.map(({ kind }) => kind).sort();
        expect(names(differences(one, other))).toEqual(names(differences(other, one)));
      }),
    );
  });
});
