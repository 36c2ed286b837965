/** Answers to what a page asks for first, as the gateway's own routes would give them to the browser. */
import { setTimeout as later } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRunOf } from '#contract/demo-run.ts';
import type { DrawnAnswer, PageState, Question } from '#contract/drawing.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { noteWhenSent, saidIfKept } from '../history/noted.ts';
import type { Shown } from '../masking.ts';
import { asProblem, problemBody } from '../problem.ts';
import { bodyText } from '../routee/error-body.ts';
import type { Flows } from '../routee/flows.ts';
import type { Fetched } from '../routee/read-answer.ts';
import { isRecordOf } from '../routee/record-id.ts';
import type { DemoFlow } from './config.ts';
import { goneSignal } from './gone.ts';
import { trackingIdOf } from './tracking.ts';

interface Sources {
  readonly flows: Flows;
  /** An answer's bytes as masked people get them. */
  readonly mask: (answer: Fetched, signal: AbortSignal) => Promise<Shown>;
  readonly demoFlows: readonly DemoFlow[];
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  /** How long a page waits for its answers. */
  readonly waitMs: number;
}

type Answered = PageState['answers'][number];
export type AnswersFor = (
  questions: readonly Question[],
  request: FastifyRequest,
  reply: FastifyReply,
) => () => Promise<Answered[]>;

function failure(error: unknown, request: FastifyRequest): DrawnAnswer {
  const problem = asProblem(error);
  if (problem.code === 'internal') request.log.error({ err: error }, 'failed');
  const text = JSON.stringify(problemBody(problem, request, request.person?.masked !== false));
  return { status: problem.status, text, asOf: null, requestId: request.id };
}

async function flowAnswer(
  asked: string,
  { flows, mask, history }: Omit<Sources, 'demoFlows' | 'waitMs'>,
  request: FastifyRequest,
  reply: FastifyReply,
  signal: AbortSignal,
): Promise<DrawnAnswer> {
  try {
    const trackingId = trackingIdOf(asked);
    const call = flows.get({ trackingId, fresh: false, signal });
    const fetched = await saidIfKept(history, call, trackingId);
    if (isRecordOf(fetched, trackingId) !== 'differs') noteWhenSent(history, reply, fetched, trackingId);
    let shown: Shown = fetched;
    try {
      // Whoever is not known to see everything sees masked bytes, here as in the API.
      if (request.person?.masked !== false) shown = await mask(fetched, signal);
      return { status: 200, text: bodyText(shown.bytes), asOf: fetched.asOf, requestId: request.id };
    } finally {
      shown.lease.release();
    }
  } catch (error) {
    return failure(error, request);
  }
}

/**
 * Asks at once; what comes back waits for the answers, and gives up those that take longer than a page may wait. Their calls
 * go on: the browser's own question will join them.
 */
export function pageAnswers({ demoFlows, waitMs, ...sources }: Sources): AnswersFor {
  return (questions, request, reply) => {
    const begun = performance.now();
    const signal = goneSignal(reply);
    const asked = questions.map(async (question): Promise<Answered[]> => {
      if (question.kind === 'flow') {
        const answer = await flowAnswer(question.trackingId, sources, request, reply, signal);
        return [{ question: question.key, answer }];
      }
      const { runOf } = question;
      if (runOf === null ? demoFlows.length === 0 : !demoFlows.some((flow) => isRunOf(runOf, flow))) return [];
      const text = JSON.stringify({ demoFlows });
      return [{ question: question.key, answer: { status: 200, text, asOf: null, requestId: request.id } }];
    });
    return async () => {
      const stop = new AbortController();
      const leftMs = Math.max(0, waitMs - (performance.now() - begun));
      const late = later(leftMs, [], { signal: stop.signal, ref: false }).catch(() => []);
      const answers = await Promise.all(asked.map((answer) => Promise.race([answer, late])));
      stop.abort();
      return answers.flat();
    };
  };
}
