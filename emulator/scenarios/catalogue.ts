/** Every scenario of the emulator, in the order a person meets them in a list. */
import { contradictions } from './contradictions.ts';
import { failed } from './failed.ts';
import { faults } from './faults.ts';
import { hostile } from './hostile.ts';
import { large } from './large.ts';
import { matrix } from './matrix.ts';
import { notRecords } from './not-records.ts';
import { oddChains } from './odd-chains.ts';
import { oddPrices } from './odd-prices.ts';
import { oddTimes } from './odd-times.ts';
import { oddValues } from './odd-values.ts';
import { olderPayloads } from './older-payloads.ts';
import { running } from './running.ts';
import type { Scenario } from './scenario.ts';
import { smsParts } from './sms-parts.ts';
import { succeeded } from './succeeded.ts';
import { viberBodies } from './viber-bodies.ts';

export const scenarios: readonly Scenario[] = [
  ...succeeded,
  ...viberBodies,
  ...failed,
  ...running,
  ...smsParts,
  ...matrix,
  ...oddPrices,
  ...oddChains,
  ...oddTimes,
  ...contradictions,
  ...oddValues,
  ...olderPayloads,
  ...hostile,
  ...large,
  ...notRecords,
  ...faults,
];

const byTrackingId = new Map(scenarios.map((scenario) => [scenario.trackingId, scenario]));

export function scenarioOf(trackingId: string): Scenario | undefined {
  return byTrackingId.get(trackingId);
}

/** Runs of a running scenario share the beginning of their IDs; src/features/demo/demo-run.ts makes new ones. */
const byRun = new Map(
  scenarios.filter(({ kind }) => kind === 'running').map((scenario) => [scenario.trackingId.slice(0, 24), scenario]),
);

/** The scenario that an ID is another run of. */
export function runningScenarioOf(trackingId: string): Scenario | undefined {
  return byRun.get(trackingId.slice(0, 24));
}

/** The scenario of a slug; throws for one that does not exist. */
export function scenarioNamed(slug: string): Scenario {
  const scenario = scenarios.find((candidate) => candidate.slug === slug);
  if (scenario === undefined) throw new Error(`No scenario is called ${slug}`);
  return scenario;
}

/**
 * The JSON text a scenario answers `atMs` milliseconds after it was first asked for; null for one that answers with a
 * fault. `firstAskedAt` matters to running flows only: their times follow from it.
 */
export function scenarioRecord(
  scenario: Scenario,
  atMs: number,
  firstAskedAt = Date.parse('2026-11-23T12:04:10.220Z'),
): string | null {
  switch (scenario.kind) {
    case 'record':
      return scenario.text();
    case 'running':
      return scenario.text(firstAskedAt - scenario.headStartMs, atMs + scenario.headStartMs);
    case 'fault':
      return null;
  }
}
