import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnId, columnIds, compareEntries, sortValue } from '#model/explore/columns.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { type Analysis, Analyst, type Question } from './analysis.ts';

function row(place: number, price: string | null): FlowRow {
  return {
    trackingId: `flow-${place}`,
    createdAt: place,
    status: place % 3 === 0 ? 'failed' : 'succeeded',
    statusName: place % 3 === 0 ? 'Failed' : 'Succeeded',
    statusCode: null,
    terminationChannel: null,
    steps: [],
    recipients: [],
    reachMs: place % 7 === 0 ? null : place % 11,
    endMs: null,
    price,
    failedPrice: null,
    findings: [],
    labels: [],
    applicationId: null,
    texts: [],
  };
}

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => row(from + index, index % 5 === 0 ? null : `0.${index % 9}`));
const binning = { widthMs: 100, originMs: 0 };
const failed = [{ field: 'status', operator: 'is', values: ['Failed'] }] as const;

function analyst() {
  const answers: Analysis[] = [];
  return { answers, analyst: new Analyst((answer) => answers.push(answer)) };
}

function expected(source: readonly FlowRow[], { filters, sort }: Question): (string | null)[] {
  const entries = source
    .filter((one) => filters.length === 0 || one.status === 'failed')
    .map((one) => ({ row: one, value: sortValue(one, sort.column) }));
  return entries.sort(compareEntries(sort.descending)).map((entry) => entry.row.trackingId);
}

const shown = (answer: Analysis | undefined) => answer?.rows.map((one) => one.trackingId);

test('rows that come later are added to the same figures', async () => {
  const { answers, analyst: one } = analyst();
  const source = rows(0, 1200);
  const question: Question = { filters: [], sort: { column: 'price', descending: true }, binning, from: null };
  await one.ask(source, question);
  source.push(...rows(1200, 900));
  await one.ask(source, question);
  expect(answers.map((answer) => [answer.rows.length, answer.aggregate.flows])).toEqual([
    [1200, 1200],
    [2100, 2100],
  ]);
  expect(answers[1]?.aggregate).not.toBe(answers[0]?.aggregate);
  expect(shown(answers[1])).toEqual(expected(source, question));
});

test('any sequence of questions, interrupted anywhere, ends in the right answer', async () => {
  const change = fc.record({
    grow: fc.nat(800),
    filtered: fc.boolean(),
    column: fc.constantFrom<ColumnId[]>(...columnIds),
    descending: fc.boolean(),
    wait: fc.boolean(),
    another: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const { answers, analyst: one } = analyst();
      let source: FlowRow[] = [];
      let question: Question = { filters: [], sort: { column: 'created', descending: true }, binning, from: null };
      let last: Promise<void> = Promise.resolve();
      for (const { grow, filtered, column, descending, wait, another } of changes) {
        if (another) source = [];
        source.push(...rows(source.length, grow));
        question = { ...question, filters: filtered ? failed : question.filters, sort: { column, descending } };
        last = one.ask(source, question);
        if (wait) await last;
      }
      await last;
      expect(shown(answers.at(-1))).toEqual(expected(source, question));
      expect(answers.at(-1)?.aggregate.flows).toBe(answers.at(-1)?.rows.length);
    }),
    { numRuns: 40 },
  );
});
