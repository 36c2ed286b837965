/** From the text of an answer or a file to the flow in it, or to what it is instead. */
import type { Flow } from '../flow/flow.ts';
import { toFlow } from '../flow/to-flow.ts';
import { type Json, parseJson } from '../values/json.ts';
import { type FlowRecord, readRecord } from './record.ts';
import type { Refusal } from './refusal.ts';

export type FlowReading =
  | { readonly ok: true; readonly json: Json; readonly record: FlowRecord; readonly flow: Flow }
  /** `json` is null for what is no JSON. */
  | { readonly ok: false; readonly json: Json | null; readonly refusal: Refusal };

/** Reads any text; never throws. A byte order mark before the JSON, as some editors write it, is passed over. */
export function readFlow(text: string): FlowReading {
  const parsed = parseJson(text.replace(/^\uFEFF/, ''));
  if (!parsed.ok) return { ok: false, json: null, refusal: { kind: 'notJson', message: parsed.message } };
  const json = parsed.value;
  const reading = readRecord(json);
  if (!reading.ok) return { ok: false, json, refusal: reading.refusal };
  return { ok: true, json, record: reading.record, flow: toFlow(reading.record) };
}
