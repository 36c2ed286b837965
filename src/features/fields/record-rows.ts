/** The rows of a record's fields, masked when the viewer masks; made once for a record however often it is asked. */

import { maskJson } from '#model/masking/record.ts';
import { type FieldRow, fieldRows } from '#model/record/fields.ts';
import type { FlowRecord } from '#model/record/record.ts';
import { isJsonObject } from '#model/values/json.ts';

interface Rows {
  /** Fields of the flow itself. */
  readonly flow: readonly FieldRow[];
  readonly byMessage: ReadonlyMap<number, readonly FieldRow[]>;
}

const plain = new WeakMap<FlowRecord, Rows>();
const masked = new WeakMap<FlowRecord, Rows>();

export function recordRows(record: FlowRecord, mask: boolean): Rows {
  const known = mask ? masked : plain;
  const found = known.get(record);
  if (found !== undefined) return found;
  const rows = rowsOf(record, mask);
  known.set(record, rows);
  return rows;
}

function rowsOf(record: FlowRecord, mask: boolean): Rows {
  const covered = mask ? maskJson({ ...record.json }) : record.json;
  // Masking keeps the shape, so an object stays one.
  const json = isJsonObject(covered) ? covered : {};
  const flow: FieldRow[] = [];
  const byMessage = new Map<number, FieldRow[]>();
  for (const row of fieldRows({ json, problems: record.problems, places: record.places })) {
    if (row.messageIndex === null) flow.push(row);
    else {
      const rows = byMessage.get(row.messageIndex);
      if (rows === undefined) byMessage.set(row.messageIndex, [row]);
      else rows.push(row);
    }
  }
  return { flow, byMessage };
}
