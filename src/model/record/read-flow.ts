/** From the text of an answer or a file to the flow in it, or to what it is instead. */
import { stringify } from 'lossless-json';
import type { Flow } from '../flow/flow.ts';
import { toFlow } from '../flow/to-flow.ts';
import type { Json, JsonPath } from '../values/json.ts';
import type { DuplicateKey } from '../values/json-parser.ts';
import { type FoundRecord, recordsIn, type TextValue, valuesInText, wholeValue } from './find-records.ts';
import type { ReadingNote } from './reading.ts';
import { type FlowRecord, readRecord } from './record.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** Where in the text a record was found; null where the text is the record and nothing else. */
export interface RecordPlace {
  /** In the JSON around it; empty where the record is that JSON. */
  readonly path: JsonPath;
  /** True where other text stands before or behind the JSON: headers, a log's line, an assignment. */
  readonly amongText: boolean;
  /** The line it begins in, from 1; only where other text stands around it. */
  readonly line: number;
  /** True where it stood as JSON in a text of the JSON. */
  readonly inText: boolean;
}

/** One of several records in a text, to choose from. */
export interface RecordChoice {
  readonly text: string;
  readonly flow: Flow;
  readonly place: RecordPlace | null;
}

export type FlowReading =
  | {
      readonly ok: true;
      /** The record's own text: as it came, or, where it was wrapped in something, written anew. */
      readonly text: string;
      readonly json: Json;
      readonly record: FlowRecord;
      readonly flow: Flow;
      readonly place: RecordPlace | null;
    }
  /** `json` is null for what is no JSON. `records` where there are several. */
  | {
      readonly ok: false;
      readonly json: Json | null;
      readonly refusal: Refusal;
      readonly records: readonly RecordChoice[];
    };

/** A text of more records than this is a week's export: for the first ones a choice is offered. */
const mostChoices = 500;

/**
 * Reads any text; never throws. One record inside an envelope, a log's line or an answer with its headers is read, and
 * where it lay is told; several are offered. Spaces, trailing commas and comments that JSON does not know are passed over.
 */
export function readFlow(text: string): FlowReading {
  const { value: whole, fault } = wholeValue(text);
  const values = whole === null ? valuesInText(text) : [whole];
  const found = values.flatMap(recordsIn);
  const [only, ...others] = found;
  if (only !== undefined) return others.length === 0 ? readFound(text, only) : severalOf(text, found);
  if (whole === null) return { ok: false, json: null, refusal: refusalOfText(fault), records: [] };
  // With a list of messages it is a record, however little is in it; else it is said what it looks like.
  return readWhole(text, whole);
}

function refusalOfText(fault: ReturnType<typeof wholeValue>['fault']): Refusal {
  return { kind: 'notJson', fault: fault ?? { cause: 'unexpected', line: 1, column: 1, found: '' } };
}

function readWhole(text: string, value: TextValue): FlowReading {
  const reading = readRecord(value.value);
  if (!reading.ok) return { ok: false, json: value.value, refusal: reading.refusal, records: [] };
  return withNoted(text, reading.record, value, null);
}

function placeOf(text: string, { from, path, inText }: FoundRecord): RecordPlace | null {
  const around = `${text.slice(0, from.start)}${text.slice(from.end)}`.replace(/[\s\uFEFF]/g, '');
  const amongText = around !== '' && from.end - from.start < text.length;
  if (path.length === 0 && !amongText && !inText) return null;
  const line = text.slice(0, from.start).split(/\r\n|[\r\n]/).length;
  return { path, amongText, line, inText };
}

function readFound(text: string, found: FoundRecord): FlowReading {
  const reading = readRecord(found.json);
  if (!reading.ok) return { ok: false, json: found.json, refusal: refusalOf(found.json), records: [] };
  return withNoted(text, reading.record, found.from, found);
}

/** What the parser noticed, as far as it lies in the record, with paths from the record's own root. */
function withNoted(text: string, record: FlowRecord, from: TextValue, found: FoundRecord | null): FlowReading {
  const start = found?.path ?? [];
  const own = (path: JsonPath) =>
    found?.inText === true || !start.every((key, at) => path[at] === key) ? [] : [path.slice(start.length)];
  const duplicates: DuplicateKey[] = from.duplicates.flatMap(({ path, same }) =>
    own(path).map((inside) => ({ path: inside, same })),
  );
  const deep = from.tooDeep.flatMap(own);
  const notes: ReadingNote[] = [
    ...record.notes,
    ...(deep.length === 0 ? [] : [{ kind: 'tooDeep' as const, paths: deep, count: deep.length }]),
    ...from.leniencies.map((kind) => ({ kind, paths: [], count: 1 })),
  ];
  const noted = { ...record, notes, duplicates };
  const place = found === null ? null : placeOf(text, found);
  const asItCame = place === null && noted.json === (found?.json ?? from.value);
  const ownText = asItCame ? text : (stringify(noted.json, undefined, 2) ?? '');
  return { ok: true, text: ownText, json: { ...noted.json }, record: noted, flow: toFlow(noted), place };
}

function severalOf(text: string, found: readonly FoundRecord[]): FlowReading {
  const records = found.slice(0, mostChoices).flatMap((one): RecordChoice[] => {
    const reading = readFound(text, one);
    return reading.ok ? [{ text: reading.text, flow: reading.flow, place: reading.place }] : [];
  });
  const [first] = found;
  const json =
    first !== undefined && first.from.start === 0 && first.from.end === text.length ? first.from.value : null;
  return { ok: false, json, refusal: { kind: 'several', count: found.length }, records };
}
