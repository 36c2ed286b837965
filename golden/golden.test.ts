/**
 * What the program says of every scenario, in one text file each: a reviewer sees a change of meaning in the diff.
 * `npx vitest run golden -u` writes them anew.
 */
import { describe, expect, it } from 'vitest';
import { scenarioRecord, scenarios } from '#emulator/scenarios/catalogue.ts';
import type { Scenario } from '#emulator/scenarios/scenario.ts';
import { readingText } from './reading-text.ts';

const firstAskedAt = Date.parse('2026-11-23T12:04:10.220Z');
/** Finished flows are read an hour later; running ones at moments that show how they go on. */
const later = 3_600_000;
const momentsMs = [0, 8000, 25_000, 90_000, 300_000, later];

function golden(scenario: Scenario): string {
  const moments = scenario.kind === 'running' ? momentsMs : [later];
  const seen: string[] = [];
  for (const atMs of moments) {
    const text = readingText(scenarioRecord(scenario, atMs, firstAskedAt) ?? '', firstAskedAt + atMs);
    const title = scenario.kind === 'running' ? `--- ${atMs / 1000} s after it was first asked for\n` : '';
    seen.push(`${title}${text}`);
  }
  return `# ${scenario.title}\n\n${seen.join('\n')}`;
}

describe('what is said of each scenario', () => {
  it.each(scenarios.filter(({ kind }) => kind !== 'fault'))('$slug', async (scenario) => {
    await expect(golden(scenario)).toMatchFileSnapshot(`${scenario.slug}.golden.txt`);
  });
});
