/** Findings on single values: unknown ones, differing ones, ones of the wrong type, and what statusCode means. */

import type { Flow, Message } from '../flow/flow.ts';
import type { FieldProblem } from '../record/record.ts';
import { smppMeaning } from '../record/smpp.ts';
import { statusKey, statusVocabulary } from '../record/status.ts';
import { addressKey, canBeSameAddress, mostCompared } from '../values/address.ts';
import type { JsonPath } from '../values/json.ts';
import { type EvidenceField, fieldPaths, messageIndexAt, rootPath, stepOfMessage, stepsOf } from './evidence.ts';
import type { Finding } from './finding.ts';

type UnknownField = Extract<Finding, { code: 'unknown-value' }>['field'];

/** Messages by a key of theirs; those without a key are left out. */
function groupBy(messages: readonly Message[], key: (message: Message) => string | null): Map<string, Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const name = key(message);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [message]);
    else group.push(message);
  }
  return groups;
}

function differing(
  flow: Flow,
  messages: readonly Message[],
  field: 'to' | 'country',
  key: (message: Message) => string | null,
): { values: string[]; stepIndexes: number[]; paths: JsonPath[] } | null {
  const groups = groupBy(messages, key);
  if (groups.size < 2) return null;
  const firsts = [...groups.values()].flatMap((group) => group[0] ?? []);
  const values = firsts.flatMap((message) => message[field] ?? []);
  return { values, stepIndexes: stepsOf(flow, firsts), paths: fieldPaths(flow, firsts, field) };
}

/** The recipient an address stands for, by its place among the flow's. */
function recipientKey(recipients: readonly string[]): (message: Message) => string | null {
  const known = new Map(recipients.map((address, place) => [addressKey(address), String(place)]));
  return ({ to }) => {
    if (to === null) return null;
    return (
      known.get(addressKey(to)) ??
      String(recipients.slice(0, mostCompared).findIndex((one) => canBeSameAddress(one, to)))
    );
  };
}

function differences(flow: Flow, messages: readonly Message[]): Finding[] {
  const recipients = flow.recipients.length < 2 ? null : differing(flow, messages, 'to', recipientKey(flow.recipients));
  const countries = differing(flow, messages, 'country', (message) => message.country?.toUpperCase() ?? null);
  const found: Finding[] = [];
  if (recipients !== null) {
    const { values, ...evidence } = recipients;
    found.push({ code: 'recipient-differs', severity: 'problem', recipients: values, ...evidence });
  }
  if (countries !== null) {
    const { values, ...evidence } = countries;
    found.push({ code: 'country-differs', severity: 'info', countries: values, ...evidence });
  }
  return found;
}

function unknownStatuses(flow: Flow, messages: readonly Message[]): Finding[] {
  const groups = groupBy(messages, ({ status, channel }) =>
    status.kind === 'reported' && status.class === 'unknown' && channel.kind === 'known'
      ? `${channel.name} ${statusKey(status.name)}`
      : null,
  );
  const found = [...groups.values()].flatMap((group): Finding[] => {
    const [first] = group;
    if (first?.status.kind !== 'reported') return [];
    const smpp = smppMeaning(first.status.name);
    return [
      {
        code: 'unknown-status',
        // A word that the protocol below explains is no cause for alarm, though what Routee means by it stays unknown.
        severity: smpp === null ? 'warning' : 'info',
        stepIndexes: stepsOf(flow, group),
        paths: fieldPaths(flow, group, 'status'),
        channel: first.channel,
        status: first.status.name,
        smpp,
        count: group.length,
      },
    ];
  });
  if (flow.status.kind !== 'unknown') return found;
  const about = { severity: 'warning', stepIndexes: [], paths: [rootPath(flow, 'status')] } as const;
  return [
    { code: 'unknown-status', channel: null, status: flow.status.name, smpp: null, count: 1, ...about },
    ...found,
  ];
}

function unknownField(flow: Flow, field: UnknownField & EvidenceField, groups: Map<string, Message[]>): Finding[] {
  return [...groups].map(([value, group]) => ({
    code: 'unknown-value' as const,
    severity: 'info' as const,
    stepIndexes: stepsOf(flow, group),
    paths: fieldPaths(flow, group, field),
    field,
    value: value === '' ? null : value,
    count: group.length,
  }));
}

function unknownFailoverStatus(message: Message): string | null {
  if (message.channel.kind !== 'known' || message.failoverOnStatuses === null) return null;
  const { inProgress, delivered, notDelivered } = statusVocabulary[message.channel.name];
  const known = new Set([...inProgress, ...delivered, ...notDelivered].map(statusKey));
  return message.failoverOnStatuses.find((name) => !known.has(statusKey(name))) ?? null;
}

const statusCodes = ['0', '1', '2', '3'] as const;
const countryCode = /^[A-Za-z]{2}$/;

function unknownValues(flow: Flow, messages: readonly Message[]): Finding[] {
  const type = groupBy(messages, ({ channel }) =>
    channel.kind === 'known' ? null : channel.kind === 'other' ? channel.name : '',
  );
  const country = groupBy(messages, (message) =>
    message.country === null || countryCode.test(message.country) ? null : message.country,
  );
  const root = (field: UnknownField, value: string): Finding => ({
    code: 'unknown-value',
    severity: 'info',
    stepIndexes: [],
    paths: [rootPath(flow, field)],
    field,
    value,
    count: 1,
  });
  const { terminationChannel, statusCode } = flow;
  return [
    ...unknownField(flow, 'type', type),
    ...unknownField(flow, 'country', country),
    ...unknownField(flow, 'failoverOnStatuses', groupBy(messages, unknownFailoverStatus)),
    ...(terminationChannel?.kind === 'other' ? [root('terminationChannel', terminationChannel.name)] : []),
    ...(statusCode !== null && !statusCodes.some((code) => code === statusCode)
      ? [root('statusCode', statusCode)]
      : []),
  ];
}

/** Vendor's page "Failover tracking", `statusCode`: only a failed flow has one. What it means, the verdict says. */
function statusCodeFinding(flow: Flow): Finding[] {
  const statusCode = statusCodes.find((code) => code === flow.statusCode);
  if (statusCode === undefined || flow.status.kind === 'failed') return [];
  const paths = [rootPath(flow, 'statusCode'), rootPath(flow, 'status')];
  return [{ code: 'status-code', severity: 'warning', stepIndexes: [], paths, statusCode }];
}

type WrongType = Extract<Finding, { code: 'field-wrong-type' }>;

/** One finding per field and expected type, however many messages have it wrong. */
function wrongTypes(flow: Flow): Finding[] {
  const groups = new Map<string, FieldProblem[]>();
  for (const problem of flow.record.problems) {
    const key = `${fieldName(problem.path)} ${problem.expected} ${problem.why}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()].flatMap((group) => wrongType(flow, group));
}

function wrongType(flow: Flow, group: readonly FieldProblem[]): WrongType[] {
  const [first] = group;
  if (first === undefined) return [];
  const steps = stepOfMessage(flow);
  const indexAt = messageIndexAt(flow);
  const touched = group.flatMap(({ path }) => steps.get(indexAt(path) ?? -1) ?? []);
  return [
    {
      code: 'field-wrong-type',
      severity: 'warning',
      stepIndexes: [...new Set(touched)].sort((a, b) => a - b),
      paths: group.slice(0, 60).map((problem) => problem.path),
      field: fieldName(first.path),
      expected: first.expected,
      why: first.why,
      count: group.length,
    },
  ];
}

/** A path without its places in lists: `messages.status.name`. */
function fieldName(path: JsonPath): string {
  return path.filter((key) => typeof key === 'string').join('.');
}

/** What is odd about single values. */
export function valueFindings(flow: Flow): Finding[] {
  const messages = flow.steps.flatMap((step) => step.messages);
  return [
    ...differences(flow, messages),
    ...unknownStatuses(flow, messages),
    ...unknownValues(flow, messages),
    ...statusCodeFinding(flow),
    ...wrongTypes(flow),
  ];
}
