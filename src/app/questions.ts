/** What the page at an address asks the gateway for first, and what can be said of it before the answer. */
import { matchPath } from 'react-router';
import { readFacts } from '#api/config-query.ts';
import { demoFlowsQuestion, flowQuestion, keptQuestion, searchQuestion } from '#api/drawn-answers.ts';
import type { PageHead, Question, QuestionsRequest } from '#contract/drawing.ts';
import type { Settings } from '#contract/settings.ts';
import { criteriaAt } from '#pages/explore/criteria.ts';
import { readAsOf } from '#pages/flow/url.ts';
import { viewerZone } from '#ui/zone.ts';
import { catalogueOf } from './languages.ts';

type Asking = Omit<QuestionsRequest, 'url'>;

/** Of an address: its path, and its query. */
export function questionsOf(pathname: string, search: URLSearchParams, asking: Asking): readonly Question[] {
  const flow = matchPath('/flows/:trackingId', pathname)?.params.trackingId;
  const then = readAsOf(search);
  if (flow !== undefined && then !== null) return [keptQuestion(flow, then)];
  if (flow !== undefined) return [flowQuestion(flow), demoFlowsQuestion(flow)];
  const paper = matchPath('/flows/:trackingId/evidence', pathname)?.params.trackingId;
  if (paper !== undefined) return [flowQuestion(paper)];
  if (matchPath('/explore', pathname) !== null) return [searchQuestion(firstSearch(search, asking))];
  return pathname === '/' || pathname === '/search' ? [demoFlowsQuestion(null)] : [];
}

function firstSearch(search: URLSearchParams, { facts, settings, now }: Asking) {
  const wholeNumbersOnly = readFacts(facts)?.mask === 'always';
  return criteriaAt(search, { at: now, zone: viewerZone(search.get('tz'), settings), wholeNumbersOnly });
}

/** The title that the browser's tab shows until the page's own comes. */
export function headOf(pathname: string, { language }: Settings): PageHead {
  const { app, evidence, flow, home } = catalogueOf(language);
  const titleOf = () => {
    const page = matchPath('/flows/:trackingId', pathname);
    if (page !== null) return flow.loadingTitle(flow.shortId(page.params.trackingId ?? ''));
    const paper = matchPath('/flows/:trackingId/evidence', pathname);
    if (paper !== null) return evidence.tabTitle(flow.shortId(paper.params.trackingId ?? ''));
    return matchPath('/', pathname) === null ? app.name : home.tabTitle;
  };
  return { title: titleOf(), language };
}
