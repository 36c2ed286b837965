/** The records in a page of search results, each with the ID that it gives itself. */
import { stringify } from 'lossless-json';
import { isJsonObject, parseJson } from '#model/values/json.ts';
import { historyKey } from './tracking-key.ts';

/** Those without an ID are left out, for nobody could ask for them. */
export function pageRecords(bytes: Buffer): { trackingId: string; bytes: Buffer }[] {
  const parsed = parseJson(new TextDecoder().decode(bytes));
  const content = parsed.ok && isJsonObject(parsed.value) ? parsed.value.content : null;
  if (!Array.isArray(content)) return [];
  return content.flatMap((item) => {
    if (!isJsonObject(item) || typeof item.trackingId !== 'string' || item.trackingId.trim() === '') return [];
    return [{ trackingId: historyKey(item.trackingId), bytes: Buffer.from(stringify(item) ?? '') }];
  });
}
