/** Paths that prove a finding: always ones that stand in the record, older spellings included. */
import type { Flow, Message, Step } from '../flow/flow.ts';
import { pathInRecord } from '../record/record.ts';
import { type JsonPath, valueAt } from '../values/json.ts';

/** Field names as the vendor writes them now, with the spellings of older payloads. */
const spellings = {
  reason: [['status', 'reason', 'detailedStatus'], ['status']],
  answeredBy: [['answeredBy'], ['duration']],
  status: [['status', 'name'], ['status', 'status'], ['status']],
  statusDate: [['status', 'updatedDate'], ['status', 'date'], ['status']],
  expiredOnDeliveryAt: [['expiredOnDeliveryAt'], ['status', 'expiredOnDeliveryAt']],
  createdAt: [['createdAt']],
  failoverOnStatuses: [['failoverOnStatuses']],
  price: [['price']],
  latency: [['latency']],
  ttl: [['ttl']],
  to: [['to']],
  country: [['country']],
  type: [['type']],
  part: [['part']],
  parts: [['parts']],
} as const satisfies Record<string, readonly JsonPath[]>;
export type EvidenceField = keyof typeof spellings;

/** No more than this many paths prove one finding; the rest would prove nothing new. */
const mostPaths = 60;

/** Where a message's field stands; the message itself where the field is absent. */
export function fieldPath(flow: Flow, message: Message, field: EvidenceField): JsonPath {
  const own = ['messages', message.index];
  const paths = spellings[field].map((path) => pathInRecord(flow.record, [...own, ...path]));
  return paths.find((path) => valueAt(flow.record.json, path) !== undefined) ?? message.path;
}

/** The field of several messages. */
export function fieldPaths(flow: Flow, messages: readonly Message[], ...fields: EvidenceField[]): JsonPath[] {
  return messages
    .slice(0, mostPaths)
    .flatMap((message) => fields.map((field) => fieldPath(flow, message, field)))
    .slice(0, mostPaths);
}

/** A root field, or the root where it is absent. */
export function rootPath(flow: Flow, field: string): JsonPath {
  const path = pathInRecord(flow.record, [field]);
  return valueAt(flow.record.json, path) === undefined ? [] : path;
}

/** The message whose status decided a step. */
export function decider(step: Step): Message {
  const part = step.parts.list.find(({ message }) => message.status === step.status);
  return part?.message ?? step.messages[0];
}

/** The step a message belongs to. */
export function stepOfMessage(flow: Flow): ReadonlyMap<number, number> {
  const known = stepsByMessage.get(flow);
  if (known !== undefined) return known;
  const made = new Map(flow.steps.flatMap((step) => step.messages.map(({ index }) => [index, step.index] as const)));
  stepsByMessage.set(flow, made);
  return made;
}

/** Made once for a flow: a finding for each of many odd values would make it as many times. */
const stepsByMessage = new WeakMap<Flow, ReadonlyMap<number, number>>();

/** The steps of some messages, each once, ascending. */
export function stepsOf(flow: Flow, messages: readonly Message[]): number[] {
  const steps = stepOfMessage(flow);
  return [...new Set(messages.flatMap((message) => steps.get(message.index) ?? []))].sort((a, b) => a - b);
}

/** Tells which message a path of the record lies in; undefined for none. */
export function messageIndexAt(flow: Flow): (path: JsonPath) => number | undefined {
  if (flow.record.places.size === 0) return ([, index]) => (typeof index === 'number' ? index : undefined);
  const messages = flow.steps.flatMap((step) => step.messages);
  const byPath = new Map(messages.map(({ path, index }) => [JSON.stringify(path), index]));
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const found = byPath.get(JSON.stringify(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
