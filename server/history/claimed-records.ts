/** The records in what somebody posted: whole ones, single steps, lists and envelopes of them. None is taken for Routee's answer. */
import { stringify } from 'lossless-json';
import { recordsIn, type TextValue, wholeValue } from '#model/record/find-records.ts';
import { looksLikeMessage } from '#model/record/message-list.ts';
import { isJsonObject, type Json } from '#model/values/json.ts';
import { historyKey } from './tracking-key.ts';

export interface ClaimedRecord {
  /** IDs it may be kept under, the likeliest first. */
  readonly trackingIds: readonly [string, ...string[]];
  readonly bytes: Buffer;
}

type JsonObject = { readonly [key: string]: Json };

/** More records than this in one body are left out. */
const mostRecords = 500;
/** As an address can name it; nobody could ask for others. */
const idForm = /^[A-Za-z0-9_-]{1,128}$/;

function idsIn(json: JsonObject, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = json[name];
    const id = typeof value === 'string' ? historyKey(value) : '';
    return idForm.test(id) ? [id] : [];
  });
}

function claimed(json: JsonObject, ids: readonly string[], bytes: Buffer | null): ClaimedRecord[] {
  const [first, ...others] = ids;
  if (first === undefined) return [];
  return [{ trackingIds: [first, ...others], bytes: bytes ?? Buffer.from(stringify(json) ?? '') }];
}

/**
 * Posts of single steps, as records of those steps; those that name the same flow are one. A Viber message has a `trackingId`
 * of its own, so that the flow's may stand in a field of its callbacks instead (vendor's pages on callbacks).
 */
function stepRecords(value: Json): ClaimedRecord[] {
  const posts = (Array.isArray(value) ? value : [value]).filter(isJsonObject).filter(looksLikeMessage);
  const byIds = new Map<string, { readonly ids: readonly string[]; readonly messages: JsonObject[] }>();
  for (const post of posts) {
    const ids = idsIn(post, ['trackingId', 'campaignTrackingId', 'conversationTrackingId']);
    const same = byIds.get(ids.join());
    if (same === undefined) byIds.set(ids.join(), { ids, messages: [post] });
    else same.messages.push(post);
  }
  return [...byIds.values()].flatMap(({ ids, messages }) =>
    claimed({ trackingId: ids[0] ?? null, messages }, ids, null),
  );
}

function recordsOf(text: TextValue, bytes: Buffer): ClaimedRecord[] {
  const found = recordsIn(text);
  if (found.length === 0) return stepRecords(text.value);
  return found.flatMap(({ json, path, inText }) => {
    const asReceived = path.length === 0 && !inText;
    return claimed(json, idsIn(json, ['trackingId', 'flowId']), asReceived ? bytes : null);
  });
}

/** In the body's order; empty for one that is no JSON or holds nothing with an ID. Never throws. */
export function claimedRecords(bytes: Buffer): ClaimedRecord[] {
  const { value } = wholeValue(new TextDecoder().decode(bytes));
  return value === null ? [] : recordsOf(value, bytes).slice(0, mostRecords);
}
