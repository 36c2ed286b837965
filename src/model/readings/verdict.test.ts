import { describe, expect, it } from 'vitest';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import type { Json } from '../values/json.ts';
import { verdict } from './verdict.ts';

const start = Date.parse('2026-11-23T12:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const now = start + 3_600_000;

const tries: Readonly<Record<string, { type: string; lasts: number }>> = {
  Voice: { type: 'Voice', lasts: 30 },
  Viber: { type: 'Viber', lasts: 600 },
  SMS: { type: 'Sms', lasts: 4 },
};

/** A flow written as text: `Voice Busy, Viber DELIVERED, SMS –`; a dash is a step that was declared and never sent. */
function flowOf(chain: string, status: string, root: { [field: string]: Json } = {}) {
  let seconds = 0;
  const messages = (chain === '' ? [] : chain.split(', ')).map((item, index): Json => {
    const [name = '', state = ''] = item.split(' ');
    const { type, lasts } = tries[name] ?? { type: name, lasts: 5 };
    if (state === '–') return { type, order: index + 1 };
    const sent = seconds;
    seconds += lasts + 1;
    const date = at(sent + lasts);
    return {
      type,
      order: index + 1,
      messageId: `m${index}`,
      ttl: 10,
      createdAt: at(sent),
      status: { name: state, updatedDate: date },
    };
  });
  const reading = readRecord({ status, createdAt: at(0), messages, ...root });
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return toFlow(reading.record);
}

const voiceFailures = ['Busy', 'NoAnswer', 'Failed', 'Unsent', 'Terminated'];

describe('the vendor’s matrix of channel outcomes', () => {
  const rows: [string, string, string, string][] = [
    ['Voice Completed, Viber –, SMS –', 'Succeeded', 'good', 'reached'],
    ...voiceFailures.flatMap((voice): [string, string, string, string][] => [
      [`Voice ${voice}, Viber DELIVERED, SMS –`, 'Succeeded', 'good', 'reached'],
      [`Voice ${voice}, Viber UNDELIVERED, SMS Delivered`, 'Succeeded', 'good', 'reached'],
      [`Voice ${voice}, Viber UNDELIVERED, SMS Undelivered`, 'Failed', 'bad', 'notReached'],
      [`Voice ${voice}, Viber UNDELIVERED, SMS Failed`, 'Failed', 'bad', 'notReached'],
    ]),
  ];
  it.each(rows)('%s is %s: %s, %s', (chain, status, tone, kind) => {
    const found = verdict(flowOf(chain, status), now);
    expect([found.tone, found.heading.kind]).toEqual([tone, kind]);
    expect(found.sentences.length).toBeGreaterThan(0);
  });
});

describe('verdict', () => {
  it.each([
    ['', 'Queued', 'running', 'queued'],
    ['Viber –, SMS –', 'Queued', 'running', 'queued'],
    ['Viber QUEUED, SMS –', 'InProgress', 'running', 'running'],
    ['Viber EXPIRED, SMS –', 'InProgress', 'running', 'running'],
    ['Viber EXPIRED, SMS Sent', 'InProgress', 'running', 'running'],
    ['Viber DELIVERED, SMS –', 'InProgress', 'running', 'deliveredStillOpen'],
    ['Viber DELIVERED, SMS Delivered', 'Succeeded', 'good', 'reachedTwice'],
    ['SMS Undelivered', 'Succeeded', 'doubtful', 'succeededUnproven'],
    ['SMS Delivered', 'Failed', 'bad', 'failedThoughDelivered'],
    ['SMS –', 'Failed', 'bad', 'neverSent'],
    ['', 'Failed', 'bad', 'neverSent'],
    ['', 'Succeeded', 'doubtful', 'empty'],
    ['SMS Delivered', 'Lost', 'doubtful', 'statusUnknown'],
    ['Rcs Read', 'InProgress', 'running', 'running'],
    ['Rcs Read', 'Failed', 'bad', 'notReached'],
  ])('of %j that is %s is %s: %s', (chain, status, tone, kind) => {
    const found = verdict(flowOf(chain, status), now);
    expect([found.tone, found.heading.kind]).toEqual([tone, kind]);
  });

  it('names what was tried before the step that reached the recipient, not what came after', () => {
    const { heading } = verdict(flowOf('Viber EXPIRED, SMS Delivered, Voice Busy', 'Succeeded'), now);
    expect(heading).toMatchObject({ kind: 'reached', by: { stepIndex: 1 }, after: [{ stepIndex: 0 }] });
  });

  it.each([
    ['Viber EXPIRED', 'ttlRanOut'],
    ['SMS Undelivered', 'cameBack'],
    ['SMS Unsent', 'noBalance'],
    ['Voice Busy', 'callNotAnswered'],
    ['Voice Failed', 'cameBack'],
    ['SMS Sent', 'noResult'],
    ['SMS Parked', 'unknownStatus'],
  ])('says of %s: %s', (chain, kind) => {
    expect(verdict(flowOf(chain, 'Failed'), now).sentences.map((sentence) => sentence.kind)).toEqual([kind]);
  });

  it('gives the reason of a failed flow, and tells of more tries than there is room for together', () => {
    const flow = flowOf('Viber EXPIRED, SMS Failed, SMS Undelivered, Voice Busy, SMS failed', 'Failed', {
      statusCode: '2',
    });
    const { sentences } = verdict(flow, now);
    expect(sentences).toEqual([
      { kind: 'manyTries', result: 'failed', tries: 5, reasons: [], reason: 'Failed', count: 2 },
      { kind: 'statusCode', code: '2' },
    ]);
  });

  it.each([
    ['seven days and a minute after its TTL', 7 * 86_400 + 660, 10, 'longPastTtl'],
    ['six days after its TTL', 6 * 86_400, 10, null],
    ['nine days after a TTL of one', 10 * 86_400, 1440, null],
    ['eleven days after a TTL of one', 12 * 86_400, 1440, 'longPastTtl'],
    ['ahead of now', 400 * 86_400, 10, 'inTheFuture'],
    ['half a minute ahead of now, as clocks go', 40 * 86_400 + 30, 57_600, null],
  ])('an end %s', (_, afterSeconds, ttl, kind) => {
    const status = { name: 'DELIVERED', updatedDate: at(afterSeconds) };
    const reading = readRecord({
      status: 'Succeeded',
      createdAt: at(0),
      messages: [{ type: 'Viber', order: 1, ttl, createdAt: at(0), status }],
    });
    if (!reading.ok) throw new Error(reading.refusal.kind);
    const { heading, tone } = verdict(toFlow(reading.record), start + 40 * 86_400_000);
    expect(heading.doubts?.map((doubt) => doubt.kind) ?? [null]).toEqual([kind]);
    expect(tone).toBe(kind === null ? 'good' : 'doubtful');
  });

  it('says since when and until when what is being tried may wait', () => {
    const found = verdict(flowOf('Viber QUEUED', 'InProgress'), start + 60_000);
    expect(found.sentences).toMatchObject([
      { kind: 'waiting', sentAt: start, ttlEndsAt: start + 600_000, now: start + 60_000 },
    ]);
  });
});
