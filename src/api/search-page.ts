/** A page of Routee's search, read: one row for every flow in it, and the bytes as received for the export of records. */

import { stringify } from 'lossless-json';
import { type FlowRow, flowRow } from '#model/explore/row.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { type OwnIdHolder, ownIdHolder } from '#model/lookup/own-id.ts';
import { maskJson } from '#model/masking/record.ts';
import { readRecord } from '#model/record/record.ts';
import { isJsonObject, type Json, type ParsedJson, parseJson } from '#model/values/json.ts';
import type { EpochMs } from '#model/values/time.ts';

export interface SearchPage {
  /** In the page's order; null for one that is no record. */
  readonly rows: readonly (FlowRow | null)[];
  /** Of the whole search; null when the page does not say. */
  readonly totalElements: number | null;
  readonly totalPages: number | null;
  /** The page as received. */
  readonly bytes: ArrayBuffer;
  /** Only of a page of the gateway's history. */
  readonly history?: {
    /** Names the next page; null where none follows. */
    readonly next: string | null;
    /** Why Routee, which was asked first, gave nothing, in its words; null where the history was asked for. */
    readonly insteadOf: string | null;
  };
}

/** Why an answer is no page of search results. */
export interface UnreadablePage {
  readonly why: 'notJson' | 'notAPage';
  /** The beginning of the answer. */
  readonly received: string;
}

/** Enough of a foreign answer to tell whose it is. */
const mostReceived = 64 * 1024;

function parsed(bytes: ArrayBuffer): ParsedJson {
  return parseJson(new TextDecoder().decode(bytes));
}

function count(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function readRow(json: Json, now: EpochMs): FlowRow | null {
  const reading = readRecord(json);
  return reading.ok ? flowRow(toFlow(reading.record), now) : null;
}

function unreadable(why: UnreadablePage['why'], bytes: ArrayBuffer): UnreadablePage {
  return { why, received: new TextDecoder().decode(bytes.slice(0, mostReceived)) };
}

/** Reads a page (vendor's page "Search failover", table "Response"). `now` is for findings. */
export function readSearchPage(bytes: ArrayBuffer, now: EpochMs): SearchPage | UnreadablePage {
  const json = parsed(bytes);
  if (!json.ok) return unreadable('notJson', bytes);
  if (!isJsonObject(json.value) || !Array.isArray(json.value.content)) return unreadable('notAPage', bytes);
  const { content, totalElements, totalPages } = json.value;
  return {
    rows: content.map((flow) => readRow(flow, now)),
    totalElements: count(totalElements),
    totalPages: count(totalPages),
    bytes,
  };
}

/** What a page says of a message's own ID. */
export interface OwnIdPage {
  /** Every flow of the page that names itself. */
  readonly trackingIds: readonly string[];
  readonly holder: OwnIdHolder | null;
  readonly totalElements: number | null;
  readonly totalPages: number | null;
}

/** Looks through a page for the flow that holds this ID as a message's own. */
export function ownIdInPage(bytes: ArrayBuffer, id: string): OwnIdPage | UnreadablePage {
  const json = parsed(bytes);
  if (!json.ok) return unreadable('notJson', bytes);
  if (!isJsonObject(json.value) || !Array.isArray(json.value.content)) return unreadable('notAPage', bytes);
  const { content, totalElements, totalPages } = json.value;
  const flows = content.flatMap((one) => {
    const reading = readRecord(one);
    return reading.ok ? [toFlow(reading.record)] : [];
  });
  return {
    trackingIds: flows.flatMap(({ trackingId }) => trackingId ?? []),
    holder: ownIdHolder(flows, id),
    totalElements: count(totalElements),
    totalPages: count(totalPages),
  };
}

/** The records at these places of a page, one JSON a line, as received or masked. */
export function recordLines(bytes: ArrayBuffer, places: readonly number[], masked: boolean): string {
  const json = parsed(bytes);
  const content = json.ok && isJsonObject(json.value) && Array.isArray(json.value.content) ? json.value.content : [];
  const lines = places.flatMap((place) => {
    const record = content[place];
    return record === undefined ? [] : [`${stringify(masked ? maskJson(record) : record)}\n`];
  });
  return lines.join('');
}
