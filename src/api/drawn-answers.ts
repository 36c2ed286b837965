/** Puts what a page was drawn from into the query client, in the gateway and in the browser alike: both then draw the same. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { DrawnAnswer, PageState, Question } from '#contract/drawing.ts';
import { ApiError, failureOf } from './api-error.ts';
import { configOptions, demoFlowsOptions, readDemoFlows, readFacts } from './config-query.ts';
import { drawnFlowAnswer, flowKey, flowPath } from './flow-query.ts';

const flowStart = 'flow ';
const demoFlows = 'demo flows';

/** What a flow's page asks for. */
export function flowQuestion(trackingId: string): Question {
  return { kind: 'flow', key: flowStart + trackingId, trackingId };
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
