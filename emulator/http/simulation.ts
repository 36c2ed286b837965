/** Makes up what becomes of a flow that was sent: plausible ends, by chance. */

import { delayAround, type Random } from '../random.ts';
import type { StepDraft } from '../records/draft.ts';
import { type RecordOptions, smsParts, viber, voice } from '../records/record-builder.ts';
import { textParts } from '../week/outcomes.ts';
import type { RequestedStep } from './send-request.ts';

interface Tried {
  readonly draft: StepDraft;
  readonly status: string;
  readonly reached: boolean;
  /** Seconds after the flow's creation. */
  readonly until: number;
}

const usualTriggers = {
  Sms: ['Undelivered', 'Failed'],
  Viber: ['Expired', 'Failed', 'Undelivered'],
  Voice: ['Busy', 'NoAnswer'],
} as const;

/** The record of a sent flow, from beginning to end; `ends` tells when. */
export function simulated(steps: readonly RequestedStep[], random: Random): RecordOptions {
  const drafts: StepDraft[] = [];
  let at = 0.3;
  let ending: { status: string; endedBy: string; statusCode: string | null } | null = null;
  for (const [index, step] of steps.entries()) {
    if (ending !== null) {
      drafts.push(tried(step, at, null, random).draft);
      continue;
    }
    const outcome = tried(step, at, random() < arrives[step.type], random);
    drafts.push(outcome.draft);
    at = Math.round((outcome.until + 0.3 + random() * 0.6) * 1000) / 1000;
    if (outcome.reached) ending = { status: 'Succeeded', endedBy: step.type, statusCode: null };
    else if (!isTrigger(step, outcome.status)) ending = { status: 'Failed', endedBy: step.type, statusCode: '3' };
    else if (index === steps.length - 1) ending = { status: 'Failed', endedBy: step.type, statusCode: '2' };
  }
  return { steps: drafts, ...(ending ?? {}), originatingService: 'Failover' };
}

/** Share of tries that reach the recipient. */
const arrives = { Sms: 0.92, Viber: 0.65, Voice: 0.7 };

function isTrigger(step: RequestedStep, status: string): boolean {
  const triggers = step.failoverOnStatuses ?? usualTriggers[step.type];
  return triggers.some((trigger) => trigger.toLowerCase() === status.toLowerCase());
}

/** One step; `arrived` null: it is never sent. */
function tried(step: RequestedStep, at: number, arrived: boolean | null, random: Random): Tried {
  switch (step.type) {
    case 'Viber':
      return triedViber(step, at, arrived, random);
    case 'Sms':
      return triedSms(step, at, arrived, random);
    case 'Voice':
      return triedVoice(step, at, arrived, random);
  }
}

function sharedOptions(step: RequestedStep, at: number) {
  const { to, from, order, label, failoverOnStatuses } = step;
  return { at, to, from, order, label, failoverOnStatuses: failoverOnStatuses ?? [...usualTriggers[step.type]] };
}

function triedViber(step: RequestedStep, at: number, arrived: boolean | null, random: Random): Tried {
  const ttl = step.ttl ?? 10;
  const expires = arrived === false && random() < 0.5;
  const status = arrived ? 'DELIVERED' : expires ? 'EXPIRED' : 'UNDELIVERED';
  const until = at + (expires ? ttl * 60 : delayAround(random, arrived ? 2 : 1));
  const options = { ...sharedOptions(step, at), ttl, body: step.body, expireOnDelivery: step.expireOnDelivery, until };
  const detail = status === 'UNDELIVERED' ? { detail: 'Not Viber User', price: 0 } : {};
  const draft = viber({ ...options, ...detail, status: arrived === null ? null : status });
  return { draft, status, reached: arrived === true, until };
}

function triedSms(step: RequestedStep, at: number, arrived: boolean | null, random: Random): Tried {
  const status = arrived ? 'Delivered' : 'Undelivered';
  const parts = textParts(step.text).map((body) => ({ body, until: at + delayAround(random, 4) }));
  const until = Math.max(...parts.map((part) => part.until));
  const detail = arrived === false ? { detail: 'Undelivered on Handset' } : {};
  const options = { ...sharedOptions(step, at), ttl: step.ttl ?? 1200, ...detail };
  const draft = smsParts({ ...options, status: arrived === null ? null : status, parts });
  return { draft, status, reached: arrived === true, until };
}

function triedVoice(step: RequestedStep, at: number, arrived: boolean | null, random: Random): Tried {
  const status = arrived ? 'Completed' : random() < 0.6 ? 'NoAnswer' : 'Busy';
  const talk = arrived ? Math.round(delayAround(random, 20)) : 0;
  const until = at + talk + (status === 'NoAnswer' ? 40 : delayAround(random, 8, 0.3));
  const options = { ...sharedOptions(step, at), until, duration: talk, ...(arrived ? {} : { price: 0 }) };
  const draft = voice({ ...options, status: arrived === null ? null : status });
  return { draft, status, reached: arrived === true, until };
}
