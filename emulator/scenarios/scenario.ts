/** A scenario: one flow, or one failure, that the emulator always answers under the same tracking ID. */

import { type Answer, jsonText } from '../http/answers.ts';
import { type RecordOptions, record } from '../records/record-builder.ts';
import { hash32 } from '../records/uuid.ts';

export type Group = 'Succeeded' | 'Failed' | 'Running' | 'Odd records' | 'When Routee fails';

interface Named {
  /** Its name in files and tests. */
  readonly slug: string;
  /** As a person reads it in a list of flows to try. */
  readonly title: string;
  readonly group: Group;
  readonly trackingId: string;
  /** One sentence on what it shows. */
  readonly description: string;
}

/** Answers 200 and always the same JSON. */
export interface RecordScenario extends Named {
  readonly kind: 'record';
  readonly text: () => string;
}

/** Answers 200 and a record that advances from the moment it is first asked for. */
export interface RunningScenario extends Named {
  readonly kind: 'running';
  /** How long before it was first asked for the flow was created. */
  readonly headStartMs: number;
  readonly text: (createdAt: number, ageMs: number) => string;
}

/** Does not answer 200 with a record, or not at once. */
export interface FaultScenario extends Named {
  readonly kind: 'fault';
  /** `call` counts from 1 since the emulator started. */
  readonly answer: (call: number) => Answer;
}

export type Scenario = RecordScenario | RunningScenario | FaultScenario;

type Kindless<Kind extends Scenario> = Omit<Kind, 'kind' | 'text' | 'headStartMs'>;
type Flow = Omit<RecordOptions, 'trackingId' | 'asOf'>;

const firstMinute = Date.parse('2026-11-16T06:00:00.220Z');
const minutes = 7 * 24 * 60;

/** A minute of the week before 24 November 2026, told by the slug, so that the flows do not all begin at once. */
function startOf(slug: string): number {
  return firstMinute + (hash32(slug) % minutes) * 60_000 + (hash32(slug, 1) % 60_000);
}

/** A finished or stuck flow with fixed times. */
export function recordScenario({ flow, ...named }: Kindless<RecordScenario> & { flow: Flow }): RecordScenario {
  const text = () => jsonText(record({ start: startOf(named.slug), ...flow, trackingId: named.trackingId }));
  return { kind: 'record', ...named, text };
}

/** Any JSON under 200. */
export function jsonScenario(named: Kindless<RecordScenario> & { text: () => string }): RecordScenario {
  return { kind: 'record', ...named };
}

/** A flow that runs; its steps' times are seconds after its creation, `headStartS` before it is first asked for. */
export function runningScenario(
  options: Kindless<RunningScenario> & { flow: Omit<Flow, 'start'>; headStartS?: number },
): RunningScenario {
  const { flow, headStartS = 0, ...named } = options;
  const text = (createdAt: number, ageMs: number) =>
    jsonText(record({ ...flow, trackingId: named.trackingId, start: createdAt, asOf: ageMs / 1000 }));
  return { kind: 'running', headStartMs: headStartS * 1000, ...named, text };
}

/** Always the same fault, or one that depends on how often it was asked for. */
export function faultScenario({
  answer,
  ...named
}: Omit<Kindless<FaultScenario>, 'answer'> & { answer: Answer | FaultScenario['answer'] }): FaultScenario {
  return { kind: 'fault', ...named, answer: typeof answer === 'function' ? answer : () => answer };
}
