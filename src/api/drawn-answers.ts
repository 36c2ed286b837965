/** Puts what a page was drawn from into the query client, in the gateway and in the browser alike: both then draw the same. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { DrawnAnswer, PageState, Question } from '#contract/drawing.ts';
import type { EpochMs } from '#model/values/time.ts';
import { ApiError, failureOf } from './api-error.ts';
import { configOptions, demoFlowsOptions, readDemoFlows, readFacts } from './config-query.ts';
import { drawnFlowAnswer, flowKey, flowPath } from './flow-query.ts';
import { drawnKeptAnswer, keptKey } from './history-query.ts';
import { type DrawnSearch, drawnSearchKey, firstPage, type SearchCriteria } from './search-options.ts';

const flowStart = 'flow ';
const keptStart = 'kept ';
const searchStart = 'search ';
const demoFlows = 'demo flows';

/** What a flow's page asks for. */
export function flowQuestion(trackingId: string): Question {
  return { kind: 'flow', key: flowStart + trackingId, keptKey: keptName(trackingId, null), trackingId };
}

/** "kept 1795435260000 30830fad-…": what the history has of it, as of a moment or last. */
const keptName = (trackingId: string, at: EpochMs | null) => `${keptStart}${at ?? 'last'} ${trackingId}`;

/** What a flow's page of a moment asks for. */
export function keptQuestion(trackingId: string, at: EpochMs): Question {
  return { kind: 'kept', key: keptName(trackingId, at), trackingId, at };
}

/** What Explore asks for. */
export function searchQuestion(criteria: SearchCriteria): Question {
  const { query, body } = firstPage(criteria);
  return { kind: 'search', key: `${searchStart}${query} ${body}`, query, body };
}

/** A search that failed is asked for again by the browser, which says what became of it. */
function setSearch(client: QueryClient, question: string, { status, text }: DrawnAnswer, now: number): void {
  const [, query = '', body = ''] = /^(\S*) (.*)$/s.exec(question.slice(searchStart.length)) ?? [];
  if (status === 200) client.setQueryData<DrawnSearch>(drawnSearchKey({ query, body }), { text, now });
}

/** What the start asks for in demo mode, and the page of a demo flow that runs. */
export function demoFlowsQuestion(runOf: string | null): Question {
  return { kind: 'demoFlows', key: demoFlows, runOf };
}

function setFailure(client: QueryClient, queryKey: QueryKey, answer: DrawnAnswer, request: string, now: number): void {
  const { status, requestId, text } = answer;
  const headers = requestId === null ? undefined : { 'x-request-id': requestId };
  const error = new ApiError(
    failureOf(new Response(null, { status, ...(headers && { headers }) }), text),
    request,
    now,
  );
  const query = client.getQueryCache().build(client, { queryKey });
  query.setState({ ...query.state, status: 'error', error, errorUpdateCount: 1, errorUpdatedAt: Date.now() });
}

function setAnswer(client: QueryClient, question: string, answer: DrawnAnswer, now: number): void {
  if (question === demoFlows) {
    const flows = readDemoFlows(answer.text);
    if (flows !== undefined) client.setQueryData(demoFlowsOptions().queryKey, [...flows]);
    return;
  }
  const [, at, kept] = /^kept (last|-?\d+) (.+)$/.exec(question) ?? [];
  if (kept !== undefined) {
    client.setQueryData(keptKey(kept, at === 'last' ? null : Number(at)), drawnKeptAnswer(answer, now));
    return;
  }
  if (question.startsWith(searchStart)) setSearch(client, question, answer, now);
  if (!question.startsWith(flowStart)) return;
  const trackingId = question.slice(flowStart.length);
  if (answer.status !== 200) setFailure(client, flowKey(trackingId), answer, `GET ${flowPath(trackingId)}`, now);
  else client.setQueryData(flowKey(trackingId), drawnFlowAnswer(answer, now));
}

/** `facts`: what `GET /api/config` answers, as text; `state` is null for a page that was not drawn. */
export function takeAnswers(client: QueryClient, facts: string, state: PageState | null): void {
  const config = readFacts(facts);
  if (config !== undefined) client.setQueryData(configOptions().queryKey, config);
  for (const { question, answer } of state?.answers ?? []) setAnswer(client, question, answer, state?.now ?? 0);
}
