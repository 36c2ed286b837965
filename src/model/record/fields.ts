/** Every value of a record, leaf by leaf, with the documented field it belongs to. */
import { isJsonObject, type Json, type JsonPath, pathOfText } from '../values/json.ts';
import type { FieldProblem, FlowRecord } from './record.ts';

/** What a field's number or text counts or names; null for plain text. `uncertain`: see `latency`. */
export type FieldUnit = 'minutes' | 'seconds' | 'megabytes' | 'money' | 'time' | 'country' | 'uncertain';

const units = {
  trackingId: null,
  messages: null,
  terminationChannel: null,
  status: null,
  statusCode: null,
  totalPrice: 'money',
  originatingService: null,
  applicationId: null,
  flowKind: null,
  createdAt: 'time',
  updatedAt: 'time',
  'message.type': null,
  'message.order': null,
  'message.failoverOnStatuses': null,
  'message.createdAt': 'time',
  'message.status': null,
  'message.status.name': null,
  'message.status.reason': null,
  'message.status.reason.detailedStatus': null,
  'message.status.reason.description': null,
  'message.status.updatedDate': 'time',
  'message.status.status': null,
  'message.status.date': 'time',
  'message.status.expireOnDelivery': null,
  'message.status.expiredOnDeliveryAt': 'time',
  'message.from': null,
  'message.from.phone': null,
  'message.from.sip': null,
  'message.from.viber': null,
  'message.to': null,
  'message.to.phone': null,
  'message.to.sip': null,
  'message.to.viber': null,
  'message.country': 'country',
  'message.price': 'money',
  'message.label': null,
  'message.ttl': 'minutes',
  'message.messageId': null,
  'message.smsId': null,
  'message.body': null,
  'message.message': null,
  'message.operator': null,
  'message.part': null,
  'message.parts': null,
  'message.latency': 'uncertain',
  'message.trackingId': null,
  'message.body.text': null,
  'message.body.imageUrl': null,
  'message.body.imageURL': null,
  'message.body.action': null,
  'message.body.action.caption': null,
  'message.body.action.targetUrl': null,
  'message.body.viberAction': null,
  'message.body.viberAction.caption': null,
  'message.body.viberAction.targetUrl': null,
  'message.body.viberFile': null,
  'message.body.viberFile.fileName': null,
  'message.body.viberFile.fileType': null,
  'message.body.viberFile.fileUrl': null,
  'message.body.viberVideo': null,
  'message.body.viberVideo.videoUrl': null,
  'message.body.viberVideo.videoThumbnail': null,
  'message.body.viberVideo.fileSize': 'megabytes',
  'message.body.viberVideo.duration': 'seconds',
  'message.inboundUrl': null,
  'message.expireOnDelivery': null,
  'message.expiredOnDeliveryAt': 'time',
  'message.templateId': null,
  'message.templateLang': null,
  'message.templateParams': null,
  'message.duration': 'seconds',
  'message.answeredBy': null,
} as const satisfies Readonly<Record<string, FieldUnit | null>>;

/**
 * A documented field (vendor's page "Failover tracking"), older spellings included: the root's by their name, those of
 * `messages[]` after `message.`. Objects stand for the times they come empty, null or as something else.
 */
export type FieldId = keyof typeof units;

export const fieldIds = Object.keys(units) as FieldId[]; // its keys are the union

export interface FieldRow {
  readonly path: JsonPath;
  /** The message it belongs to; null for the flow's own fields. */
  readonly messageIndex: number | null;
  /** Null for a field the vendor does not document. */
  readonly field: FieldId | null;
  /** A text, number, true, false or null; an empty object or list; or a list of nothing but such values. */
  readonly value: Json;
  readonly unit: FieldUnit | null;
  /** What is wrong with it, or with the object it stands in. */
  readonly problem: FieldProblem | null;
}

const fieldsById: ReadonlyMap<string, FieldId> = new Map(fieldIds.map((field) => [field, field]));

/** The documented field at a path; of a template's parameters all belong to `templateParams`. Null for any other. */
export function fieldAt(path: JsonPath): FieldId | null {
  const [root, index, ...rest] = path;
  if (root !== 'messages' || index === undefined)
    return path.length === 1 && !String(root).includes('.') ? fieldNamed(String(root)) : null;
  if (typeof index !== 'number' || rest.length === 0) return null;
  if (rest[0] === 'templateParams') return 'message.templateParams';
  // A key with a dot in it is no path, and an item of a list is no field.
  return rest.some((key) => typeof key === 'number' || key.includes('.'))
    ? null
    : fieldNamed(`message.${rest.join('.')}`);
}

function fieldNamed(name: string): FieldId | null {
  return fieldsById.get(name) ?? null;
}

function isLeaf(value: Json): boolean {
  if (Array.isArray(value)) return value.every((item) => !Array.isArray(item) && !isJsonObject(item));
  return !isJsonObject(value) || Object.keys(value).length === 0;
}

/** Problems by their path and by every path they stand in: the first of each. */
interface ProblemPlaces {
  readonly at: ReadonlyMap<string, FieldProblem>;
  readonly inside: ReadonlyMap<string, FieldProblem>;
}

const keyOf = (path: JsonPath) => JSON.stringify(path);

function problemPlaces(problems: readonly FieldProblem[]): ProblemPlaces {
  const at = new Map<string, FieldProblem>();
  const inside = new Map<string, FieldProblem>();
  const first = (map: Map<string, FieldProblem>, key: string, problem: FieldProblem) => {
    if (!map.has(key)) map.set(key, problem);
  };
  for (const problem of problems) {
    first(at, keyOf(problem.path), problem);
    for (let length = 1; length < problem.path.length; length++)
      first(inside, keyOf(problem.path.slice(0, length)), problem);
  }
  return { at, inside };
}

/** The problem of a value, of something it stands in, or of an item of the list it is. */
function problemAt(path: JsonPath, { at, inside }: ProblemPlaces): FieldProblem | null {
  for (let length = 1; length <= path.length; length++) {
    const found = at.get(keyOf(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return inside.get(keyOf(path)) ?? null;
}

/**
 * Every value of a record in its own order, none left out: one row for each text, number, true, false, null, empty
 * object and list of plain values. Not recursive, so depth cannot break it.
 */
export function fieldRows({ json, problems, places }: Pick<FlowRecord, 'json' | 'problems' | 'places'>): FieldRow[] {
  const known = problems.length === 0 ? null : problemPlaces(problems);
  const documented = documentedPaths(places);
  const rows: FieldRow[] = [];
  const waiting: { value: Json; path: JsonPath }[] = [{ value: json, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (isLeaf(value)) {
      rows.push(rowOf(value, path, documented(path), known));
      continue;
    }
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(isJsonObject(value) ? value : {});
    for (const [key, item] of entries.reverse()) waiting.push({ value: item, path: [...path, key] });
  }
  return rows;
}

/** The documented path of a received one, by the longest start that is spelled otherwise. */
function documentedPaths(places: FlowRecord['places']): (path: JsonPath) => JsonPath {
  if (places.size === 0) return (path) => path;
  const byReceived = new Map([...places].map(([name, received]) => [keyOf(received), pathOfText(name)] as const));
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const found = byReceived.get(keyOf(path.slice(0, length)));
      if (found !== undefined) return [...found, ...path.slice(length)];
    }
    return path;
  };
}

function rowOf(value: Json, path: JsonPath, documented: JsonPath, problems: ProblemPlaces | null): FieldRow {
  const field = fieldAt(documented);
  const index = documented[0] === 'messages' ? documented[1] : undefined;
  return {
    path,
    messageIndex: typeof index === 'number' ? index : null,
    field,
    value,
    unit: field === null ? null : units[field],
    problem: problems === null ? null : problemAt(path, problems),
  };
}
