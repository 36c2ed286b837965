/** `GET /failover/tracking/{trackingId}`: scenarios, flows sent by someone, generated flows. */

import { runningScenarioOf, scenarioOf, scenarioRecord } from '../scenarios/catalogue.ts';
import type { GeneratedFlows } from '../week/flows.ts';
import { type Answer, badRequest, jsonAnswer, noSuchFlow, textAnswer } from './answers.ts';
import type { SentFlows } from './sent-flows.ts';

export interface Tracking {
  answer(trackingId: string): Answer;
}

interface Sources {
  readonly generated: GeneratedFlows;
  readonly sent: SentFlows;
  readonly now: () => number;
}

/** Running flows that are remembered to have been started; the oldest start anew when asked for again. */
const mostStarted = 10_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function tracking({ generated, sent, now }: Sources): Tracking {
  const firstAskedAt = new Map<string, number>();
  const faultCalls = new Map<string, number>();

  return {
    answer(trackingId) {
      if (!uuid.test(trackingId)) return badRequest('Validation Error. Invalid value for trackingId');
      const id = trackingId.toLowerCase();
      const scenario = scenarioOf(id) ?? runningScenarioOf(id);
      if (scenario?.kind === 'fault') return scenario.answer(countCall(id));
      if (scenario !== undefined) {
        const asked = askedFirst(id);
        const text = scenarioRecord(scenario, now() - asked, asked) ?? '';
        return textAnswer(text.replaceAll(scenario.trackingId, id));
      }
      const record = sent.byTrackingId(id, now()) ?? generated.byTrackingId(id, now());
      return record === null ? noSuchFlow() : jsonAnswer(record);
    },
  };

  function askedFirst(id: string): number {
    const asked = firstAskedAt.get(id) ?? now();
    firstAskedAt.set(id, asked);
    for (const oldest of firstAskedAt.keys()) {
      if (firstAskedAt.size <= mostStarted) break;
      firstAskedAt.delete(oldest);
    }
    return asked;
  }

  function countCall(id: string): number {
    const count = (faultCalls.get(id) ?? 0) + 1;
    faultCalls.set(id, count);
    return count;
  }
}
