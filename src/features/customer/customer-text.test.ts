import { expect, test } from 'vitest';
import { record, sms, viber, voice } from '#emulator/records/record-builder.ts';
import { readFlow } from '#model/record/read-flow.ts';
import { customerText } from './customer-text.ts';

function flowOf(steps: NonNullable<Parameters<typeof record>[0]>['steps'], status = 'Succeeded') {
  const reading = readFlow(JSON.stringify(record({ steps, status })));
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.flow;
}

const told = (flow: ReturnType<typeof flowOf>, language: 'en' | 'el' = 'en') =>
  customerText({ flow, now: Date.parse('2030-01-01'), language, zone: 'UTC' });

test('what failed first, what came, and when; no status, no number', async () => {
  const flow = flowOf([viber({ at: 0, until: 30, status: 'EXPIRED' }), sms({ at: 31, until: 33 })]);
  const text = await told(flow);
  expect(text).toMatch(
    /^Your message was sent on .+ UTC\. It could not be delivered by Viber\. It was delivered by SMS on .+ UTC\.$/,
  );
  expect(text).not.toMatch(/EXPIRED|Delivered|Succeeded|\+\d/);
});

test('in Greek, whatever the viewer reads', async () => {
  const flow = flowOf([viber({ at: 0, until: 30, status: 'EXPIRED' }), sms({ at: 31, until: 33 })]);
  expect(await told(flow, 'el')).toMatch(/^Το μήνυμά σας στάλθηκε στις .+ Παραδόθηκε με SMS στις /);
});

test.each([
  ['nobody reached', flowOf([sms({ at: 0, until: 3, status: 'Failed' })], 'Failed'), /by SMS\. There was no other way/],
  ['still waiting', flowOf([viber({ at: 0, status: 'Queued' })], 'InProgress'), /It is on its way by Viber\.$/],
  ['a record that says nothing of it', flowOf([], 'Succeeded'), /We do not know yet whether it was delivered/],
  ['a call', flowOf([voice({ at: 0, until: 40 })]), /call|Voice/],
])('%s', async (_name, flow, expected) => {
  expect(await told(flow)).toMatch(expected);
});
