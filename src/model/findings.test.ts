import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingCodes } from './finding.ts';
import { findings } from './findings.ts';
import { type Json, valueAt } from './json.ts';
import { readRecord } from './record.ts';
import { toFlow } from './to-flow.ts';

const now = Date.parse('2026-11-23T14:00:00Z');
const docs = readFileSync(new URL('../../docs/findings.md', import.meta.url), 'utf8');
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

  it.each(sections.map((section) => [section.split('\n')[0] ?? '', section]))(
    'shows %s and nothing else',
    (code, section) => {
      const record: Json = JSON.parse(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '');
      const found = findings(flowOf(record), now);
      expect(found.map((finding) => finding.code)).toEqual([code]);
      for (const finding of found) {
        expect(finding.paths.length).toBeGreaterThan(0);
        for (const path of finding.paths) expect(valueAt(record, path), JSON.stringify(path)).toBeDefined();
      }
    },
  );
});
