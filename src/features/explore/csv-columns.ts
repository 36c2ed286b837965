/** The export's columns: named and written for programs, whatever the viewer's language; one line a flow. */

import { channelKey } from '#model/explore/aggregate.ts';
import { countriesOf, lastReason, operatorsOf } from '#model/explore/columns.ts';
import { csvLine } from '#model/explore/csv.ts';
import { type FlowRow, sentSteps } from '#model/explore/row.ts';
import { maskAddress, maskLabel } from '#model/masking/masking.ts';

interface CsvColumn {
  readonly name: string;
  readonly value: (row: FlowRow, masked: boolean) => string | number | null;
}

/** Several values in one field. */
const together = (values: readonly string[]) => (values.length === 0 ? null : values.join('; '));
const kept = (text: string) => text;

/** "Viber EXPIRED > Sms Delivered": the steps that were tried. */
function chain(row: FlowRow): string | null {
  const steps = sentSteps(row).map(({ channel, status }) => [channelKey(channel), status].filter(Boolean).join(' '));
  return steps.length === 0 ? null : steps.join(' > ');
}

const columns: readonly CsvColumn[] = [
  { name: 'trackingId', value: (row) => row.trackingId },
  { name: 'createdAt', value: (row) => (row.createdAt === null ? null : new Date(row.createdAt).toISOString()) },
  { name: 'status', value: (row) => row.statusName },
  { name: 'terminationChannel', value: (row) => row.terminationChannel && channelKey(row.terminationChannel) },
  { name: 'chain', value: chain },
  { name: 'to', value: ({ recipients }, masked) => together(recipients.map(masked ? maskAddress : kept)) },
  { name: 'country', value: (row) => together(countriesOf(row)) },
  { name: 'operator', value: (row) => together(operatorsOf(row)) },
  { name: 'lastReason', value: lastReason },
  { name: 'reachedAfterMs', value: (row) => row.reachMs },
  { name: 'endedAfterMs', value: (row) => row.endMs },
  { name: 'price', value: (row) => row.price },
  { name: 'priceOfFailed', value: (row) => row.failedPrice },
  { name: 'findings', value: (row) => together(row.findings.map(({ code }) => code)) },
  { name: 'label', value: ({ labels }, masked) => together(labels.map(masked ? maskLabel : kept)) },
  { name: 'applicationId', value: (row) => row.applicationId },
];

export const csvNames: readonly string[] = columns.map(({ name }) => name);

/** The values of a flow under `csvNames`. */
export function csvValues(row: FlowRow, masked: boolean): (string | number | null)[] {
  return columns.map(({ value }) => value(row, masked));
}

export const csvHead = csvLine(csvNames);

export function csvRow(row: FlowRow, masked: boolean): string {
  return csvLine(csvValues(row, masked));
}
