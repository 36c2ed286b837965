/** Answers to what a page asks for first, as the gateway's own routes would give them to the browser. */
import { setTimeout as later } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stringify } from 'lossless-json';
import { isRunOf } from '#contract/demo-run.ts';
import type { DrawnAnswer, PageState, Question } from '#contract/drawing.ts';
import { searchFiltersSchema, searchQuerySchema } from '#contract/search-request.ts';
import { isJsonObject, parseJson } from '#model/values/json.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { keptAnswer } from '../history/kept-answer.ts';
import { noteWhenSent, saidIfKept } from '../history/noted.ts';
import type { Openings } from '../history/openings.ts';
import type { Shown } from '../masking.ts';
import { asProblem, Problem, problemBody } from '../problem.ts';
import { bodyText } from '../routee/error-body.ts';
import type { Flows } from '../routee/flows.ts';
import type { HandedOver } from '../routee/handed-over.ts';
import type { AnswerMemory } from '../routee/memory.ts';
import type { Fetched } from '../routee/read-answer.ts';
import { isRecordOf } from '../routee/record-id.ts';
import type { DemoFlow } from './config.ts';
import { goneSignal } from './gone.ts';
import { checked, isMasked, refuseGuessing, trackingIdOf } from './tracking.ts';

/** A screenful, and a little for the one who scrolls. */
const rowsDrawn = 30;
/** A larger page of results is read by the browser's worker alone. */
const largestDrawn = 1024 * 1024;

interface Sources {
  readonly flows: Flows;
  readonly searches: HandedOver;
  /** An answer's bytes as masked people get them. */
  readonly mask: (answer: Fetched, signal: AbortSignal) => Promise<Shown>;
  readonly demoFlows: readonly DemoFlow[];
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  readonly memory: AnswerMemory;
  /** Null where who opened what is not kept. */
  readonly openings: Openings | null;
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

type FlowSources = Omit<Sources, 'demoFlows' | 'waitMs'>;

/** As the one who asks may see it; takes over the hold on the answer's memory. */
async function shownTo(
  request: FastifyRequest,
  fetched: Fetched,
  { mask }: FlowSources,
  signal: AbortSignal,
): Promise<DrawnAnswer> {
  let shown: Shown = fetched;
  try {
    // Whoever is not known to see everything sees masked bytes, here as in the API.
    if (request.person?.masked !== false) shown = await mask(fetched, signal);
    return { status: 200, text: bodyText(shown.bytes), asOf: fetched.asOf, requestId: request.id };
  } finally {
    shown.lease.release();
  }
}

async function flowAnswer(
  asked: string,
  sources: FlowSources,
  request: FastifyRequest,
  reply: FastifyReply,
  signal: AbortSignal,
): Promise<{ answer: DrawnAnswer; isKept: boolean }> {
  const { flows, history } = sources;
  try {
    const trackingId = trackingIdOf(asked);
    const call = flows.get({ trackingId, fresh: false, signal });
    const fetched = await saidIfKept(history, call, trackingId);
    if (isRecordOf(fetched, trackingId) !== 'differs') noteWhenSent(history, reply, fetched, trackingId);
    sources.openings?.note(request.person, trackingId, Date.now());
    return { answer: await shownTo(request, fetched, sources, signal), isKept: false };
  } catch (error) {
    const isKept = error instanceof Problem && error.extra.keptUntil !== undefined;
    return { answer: failure(error, request), isKept };
  }
}

/** What the history has of a flow. Nothing where it has nothing: then the browser asks, and says so. */
async function keptOf(
  { key, trackingId, at }: Omit<Extract<Question, { kind: 'kept' }>, 'kind'>,
  sources: FlowSources,
  request: FastifyRequest,
  signal: AbortSignal,
): Promise<Answered[]> {
  const { history, memory } = sources;
  if (history === null) return [];
  try {
    const fetched = await keptAnswer({ history, memory }, trackingIdOf(trackingId), at);
    return fetched === null ? [] : [{ question: key, answer: await shownTo(request, fetched, sources, signal) }];
  } catch (error) {
    request.log.debug({ err: error }, 'the history was not drawn');
    return [];
  }
}

/** The first rows of a search. Nothing where it fails: then the browser asks, and says so. */
async function searchAnswer(
  { key, query, body }: Extract<Question, { kind: 'search' }>,
  sources: FlowSources,
  request: FastifyRequest,
  reply: FastifyReply,
  signal: AbortSignal,
): Promise<Answered[]> {
  try {
    checked(searchQuerySchema, Object.fromEntries(new URLSearchParams(query)));
    const filters = checked(searchFiltersSchema, JSON.parse(body));
    if (isMasked(request)) refuseGuessing(filters);
    const page = await sources.searches.ask({ query, body: JSON.stringify(filters) });
    try {
      noteWhenSent(sources.history, reply, page, null);
      const rows = firstRows(page, sources.memory);
      return rows === null ? [] : [{ question: key, answer: await shownTo(request, rows, sources, signal) }];
    } finally {
      page.lease.release();
    }
  } catch (error) {
    request.log.debug({ err: error }, 'the first rows were not drawn');
    return [];
  }
}

/** As much of a page as a screen shows, as an answer of its own; null where there is no room for it. */
function firstRows({ bytes, asOf }: Fetched, memory: AnswerMemory): Fetched | null {
  if (bytes.length > largestDrawn) return null;
  const parsed = parseJson(bodyText(bytes));
  if (!parsed.ok || !isJsonObject(parsed.value) || !Array.isArray(parsed.value.content)) return null;
  const content = parsed.value.content.slice(0, rowsDrawn);
  const cut = Buffer.from(stringify({ ...parsed.value, content }) ?? '');
  const lease = memory.lease();
  if (lease.tryReserve(cut.length)) return { bytes: cut, finished: false, ownId: null, asOf, lease };
  lease.release();
  return null;
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
        const { key, trackingId, keptKey } = question;
        const { answer, isKept } = await flowAnswer(trackingId, sources, request, reply, signal);
        const kept = isKept ? await keptOf({ key: keptKey, trackingId, at: null }, sources, request, signal) : [];
        return [{ question: key, answer }, ...kept];
      }
      if (question.kind === 'kept') return keptOf(question, sources, request, signal);
      if (question.kind === 'search') return searchAnswer(question, sources, request, reply, signal);
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
