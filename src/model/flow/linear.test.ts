/** Judging a flow stays linear: the largest records are judged within a time that a quadratic way would miss by far. */
import { expect, it } from 'vitest';
import { findings } from '../findings/findings.ts';
import { verdict } from '../readings/verdict.ts';
import { readFlow } from '../record/read-flow.ts';

const messages = (count: number, of: (index: number) => object) =>
  JSON.stringify({ status: 'Succeeded', messages: Array.from({ length: count }, (_, index) => of(index)) });

it.each([
  [
    'steps, each dated before its creation, each to another number',
    (index: number) => ({
      type: 'Sms',
      order: index,
      messageId: `m${index}`,
      to: index % 2 === 0 ? `+3069${String(index).padStart(8, '0')}` : `+3069xxx${String(index).padStart(5, '0')}`,
      createdAt: '2026-11-20T12:00:10Z',
      status: { name: 'Delivered', updatedDate: '2026-11-20T12:00:00Z' },
    }),
  ],
  [
    'parts of one step, each twice',
    (index: number) => ({
      type: 'Sms',
      order: 1,
      messageId: 'm',
      smsId: `p${index % 10_000}`,
      part: index % 10_000,
      parts: 200,
      createdAt: '2026-11-20T12:00:00Z',
      status: { name: index % 3 === 0 ? 'Delivered' : 'Undelivered', updatedDate: '2026-11-20T12:00:05Z' },
    }),
  ],
])('20,000 %s', (_name, of) => {
  const reading = readFlow(messages(20_000, of));
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const begin = performance.now();
  verdict(reading.flow, Date.parse('2026-11-20T13:00:00Z'));
  findings(reading.flow, Date.parse('2026-11-20T13:00:00Z'));
  // Seconds of room for a busy machine; 20,000 × 20,000 steps take minutes.
  expect(performance.now() - begin).toBeLessThan(10_000);
});
