/** Findings on what single steps report: deliveries that are denied, taken back, or that nobody heard. */

import type { Flow, Step } from '../flow/flow.ts';
import { wasSent } from '../flow/reach.ts';
import { type MessageStatus, statusKey } from '../record/status.ts';
import { fieldPaths } from './evidence.ts';
import type { Finding } from './finding.ts';

const nameOf = (status: MessageStatus) => (status.kind === 'reported' ? status.name : '');

function contradiction(flow: Flow, step: Step): Finding[] {
  if (step.contradiction === null) return [];
  const { message, reason } = step.contradiction;
  return [
    {
      code: 'reason-contradicts-status',
      severity: 'warning',
      stepIndexes: [step.index],
      paths: fieldPaths(flow, [message], 'status', 'reason'),
      channel: step.channel,
      status: nameOf(message.status),
      reason,
    },
  ];
}

function otherwise(flow: Flow, step: Step): Finding[] {
  return step.parts.list.flatMap(({ message, reportedOtherwise, number }): Finding[] =>
    reportedOtherwise === null
      ? []
      : [
          {
            code: 'reported-otherwise',
            severity: 'warning',
            stepIndexes: [step.index],
            paths: fieldPaths(flow, [message, reportedOtherwise], 'status', 'statusDate'),
            channel: step.channel,
            part: number,
            first: nameOf(message.status),
            later: nameOf(reportedOtherwise.status),
          },
        ],
  );
}

function unheard(flow: Flow, step: Step): Finding[] {
  if (step.outcome.kind !== 'unheard') return [];
  const [message] = step.messages;
  return [
    {
      code: 'call-unheard',
      severity: 'warning',
      stepIndexes: [step.index],
      paths: fieldPaths(flow, [message], 'status', 'answeredBy'),
      by: step.outcome.by,
      answeredBy: message.content.kind === 'voice' ? message.content.answeredBy : null,
    },
  ];
}

/** Routee's words for a call that nobody took (vendor's page "Failover tracking", Voice status table). */
const notTaken: ReadonlySet<string> = new Set(['noanswer', 'busy']);

function takenAfterAll(flow: Flow, step: Step): Finding[] {
  return step.messages.flatMap((message): Finding[] => {
    const { content, status } = message;
    if (content.kind !== 'voice' || status.kind !== 'reported' || !notTaken.has(statusKey(status.name))) return [];
    const { answeredBy, durationS } = content;
    if (answeredBy === null || statusKey(answeredBy) === 'unknown') return [];
    return [
      {
        code: 'call-contradicts-status',
        severity: 'warning',
        stepIndexes: [step.index],
        paths: fieldPaths(flow, [message], 'status', 'answeredBy'),
        status: status.name,
        answeredBy,
        durationS: durationS === null || durationS <= 0 ? null : durationS,
      },
    ];
  });
}

/** What steps say of deliveries that cannot be taken at its word. */
export function reportFindings(flow: Flow): Finding[] {
  return flow.steps
    .filter(wasSent)
    .flatMap((step) => [
      ...contradiction(flow, step),
      ...otherwise(flow, step),
      ...unheard(flow, step),
      ...takenAfterAll(flow, step),
    ]);
}
