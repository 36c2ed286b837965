/** Holds the sections of docs/findings.md that are about versions. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findings } from '../findings/findings.ts';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import { isJsonObject, type Json, parseJson, valueAt } from '../values/json.ts';
import { readTime } from '../values/time.ts';
import { historyFindings } from './history-findings.ts';
import type { Seen } from './version.ts';

const docs = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8');
const sections = docs.split(/^## /m).slice(-3);

function seenOf(json: Json): Seen {
  if (!isJsonObject(json) || !Array.isArray(json.seen)) throw new Error('no version');
  const reading = readRecord(json.record ?? null);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const [firstSeen = 0, lastSeen = 0] = json.seen.map((time) => readTime(String(time)) ?? 0);
  return { flow: toFlow(reading.record), source: 'page', claim: false, firstSeen, lastSeen };
}

function versionsIn(section: string): Seen[] {
  const parsed = parseJson(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '');
  if (!parsed.ok || !Array.isArray(parsed.value)) throw new Error('no list of versions');
  return parsed.value.map(seenOf);
}

test.each(sections.map((section) => [section.split('\n')[0] ?? '', section]))(
  'shows %s and nothing else',
  (code, section) => {
    const seen = versionsIn(section);
    const shown = seen.at(-1)?.flow;
    if (shown === undefined) throw new Error('no version');
    const found = historyFindings(seen, shown);
    expect([...new Set(found.map((finding) => finding.code))]).toEqual([code]);
    expect(found.map(({ paths }) => paths.length > 0)).not.toContain(false);
    for (const path of found.flatMap(({ paths }) => paths)) expect(valueAt(shown.record.json, path)).toBeDefined();
    expect(findings(shown, Date.parse('2026-11-23T14:00:00Z'))).toEqual([]);
    // Turned round, and as claims, it shows nothing of the kind.
    expect(
      historyFindings(
        seen.map((one) => ({ ...one, claim: true })),
        shown,
      ),
    ).toEqual([]);
  },
);
