/** A record's text as a report, or as what is wrong with it. */
import { refusalTrouble, type Trouble } from './failures.ts';
import { type Report, reportOf } from './report.ts';
import type { Writer } from './words.ts';

export type Result = Report | { readonly trouble: Trouble };

/** `asked`: the ID that the text answers; null for a record of a file. */
export function resultOf(text: string, asked: string | null, masked: boolean, writer: Writer): Result {
  const report = reportOf(text, { asked, now: Date.now(), masked });
  return 'kind' in report ? { trouble: refusalTrouble(report, writer) } : report;
}
