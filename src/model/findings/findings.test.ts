import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toFlow } from '../flow/to-flow.ts';
import { readFlow } from '../record/read-flow.ts';
import { readRecord } from '../record/record.ts';
import { type Json, valueAt } from '../values/json.ts';
import { findingCodes } from './finding.ts';
import { findings } from './findings.ts';

const now = Date.parse('2026-11-23T14:00:00Z');
const docs = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8');
/** The last sections hold versions, which `history-findings.test.ts` reads. */
const ofHistory = 3;
const sections = docs.split(/^## /m).slice(1);

function flowOf(json: Json) {
  const reading = readRecord(json);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.kind}`);
  return toFlow(reading.record);
}

describe('docs/findings.md', () => {
  it('has one section for every code, in the same order', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(findingCodes);
  });

  it.each(sections.slice(0, -ofHistory).map((section) => [section.split('\n')[0] ?? '', section]))(
    'shows %s and nothing else',
    (code, section) => {
      const reading = readFlow(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '');
      if (!reading.ok) throw new Error(reading.refusal.kind);
      const record = reading.json;
      const asked = code === 'tracking-id-differs' ? '00000000-0000-4000-8000-00000000f001' : null;
      const found = findings(reading.flow, now, asked);
      expect(found.map((finding) => finding.code)).toEqual([code]);
      for (const finding of found) {
        expect(finding.paths.length).toBeGreaterThan(0);
        for (const path of finding.paths) expect(valueAt(record, path), JSON.stringify(path)).toBeDefined();
      }
    },
  );
});

/** A Viber message delivered at 12:00:05, of a flow that has not ended. */
function deliveredViber(ttlMinutes: number, expireOnDelivery: boolean, status = 'DELIVERED') {
  return flowOf({
    trackingId: 't',
    status: 'InProgress',
    createdAt: '2026-11-23T12:00:00Z',
    messages: [
      {
        type: 'Viber',
        order: 1,
        trackingId: 'v',
        createdAt: '2026-11-23T12:00:01Z',
        ttl: ttlMinutes,
        expireOnDelivery,
        status: { name: status, updatedDate: '2026-11-23T12:00:05Z' },
      },
    ],
  });
}

describe('a flow that goes on after its last step was delivered', () => {
  const codes = (flow: ReturnType<typeof flowOf>) => findings(flow, now).map(({ code }) => code);

  it('is as it should be while Viber waits to be seen', () => {
    expect(codes(deliveredViber(240, true))).toEqual([]);
  });

  it.each([
    ['nobody has to see it', deliveredViber(240, false)],
    ['it has been seen', deliveredViber(240, true, 'SEEN')],
    ['the TTL is over', deliveredViber(10, true)],
  ])('does not add up when %s', (_why, flow) => {
    expect(codes(flow)).toContain('flow-status-mismatch');
  });
});
