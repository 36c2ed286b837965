/** What Explore shows of the loaded rows: those that pass, in order, and the figures over them; kept up row by row. */

import { type Aggregate, addRow, type Binning, emptyAggregate } from '#model/explore/aggregate.ts';
import { compareEntries, type Sort, type SortEntry, sortValue } from '#model/explore/columns.ts';
import { type Filter, type Marks, passes } from '#model/explore/filters.ts';
import type { FlowRow } from '#model/explore/row.ts';
import type { EpochMs } from '#model/values/time.ts';
import { inSlices } from './slices.ts';

/** Its parts are compared as objects: a changed question has other ones. */
export interface Question {
  readonly filters: readonly Filter[];
  /** What colleagues have marked, where a filter asks for it. */
  readonly marks?: Marks;
  readonly sort: Sort;
  readonly binning: Binning;
  /** Flows created before this are no longer in the range, which has moved on since they came; null: all are in it. */
  readonly from: EpochMs | null;
}

export interface Analysis {
  /** Passing rows, sorted. */
  readonly rows: readonly FlowRow[];
  /** How many of the loaded rows are in the range. */
  readonly within: number;
  /** Another object in every answer, so that what is drawn from it can be kept by it. */
  readonly aggregate: Aggregate;
}

export const emptyAnalysis: Analysis = { rows: [], within: 0, aggregate: emptyAggregate() };

/** Rows looked at, and rows put in order, between two looks at the clock. */
const lookPiece = 250;
const sortPiece = 2500;

type Compare = (a: SortEntry, b: SortEntry) => number;

/** Two sorted lists as one; of equal entries those of the first come first. */
function merged(a: readonly SortEntry[], b: readonly SortEntry[], compare: Compare): SortEntry[] {
  const all: SortEntry[] = [];
  let [atA, atB] = [0, 0];
  for (;;) {
    const [nextA, nextB] = [a[atA], b[atB]];
    if (nextA !== undefined && (nextB === undefined || compare(nextA, nextB) <= 0)) {
      all.push(nextA);
      atA++;
    } else if (nextB !== undefined) {
      all.push(nextB);
      atB++;
    } else return all;
  }
}

/**
 * Follows a list of rows that grows at its end, and a question that may change. An answer is published when all rows
 * have been looked at. Asking again stops the work under way; what was worked out and still holds is kept.
 */
export class Analyst {
  readonly #publish: (analysis: Analysis) => void;
  #asked = 0;
  #source: readonly FlowRow[] = [];
  #question: Question | null = null;
  #looked = 0;
  #within = 0;
  #passing: FlowRow[] = [];
  #aggregate = emptyAggregate();
  #sorted: SortEntry[] = [];
  #placed = 0;

  constructor(publish: (analysis: Analysis) => void) {
    this.#publish = publish;
  }

  /** `source` is the same array, perhaps with more at its end; another array is looked at from its start. */
  async ask(source: readonly FlowRow[], question: Question): Promise<void> {
    const asked = ++this.#asked;
    this.#forget(source, question);
    this.#source = source;
    this.#question = question;
    const done = await inSlices(
      () => this.#step(question),
      () => asked !== this.#asked,
    );
    if (!done) return;
    const rows = this.#sorted.map((entry) => entry.row);
    this.#publish({ rows, within: this.#within, aggregate: { ...this.#aggregate } });
  }

  /** Stops for good. */
  stop(): void {
    this.#asked++;
  }

  #forget(source: readonly FlowRow[], question: Question): void {
    const before = this.#question;
    const same =
      source === this.#source &&
      before?.filters === question.filters &&
      before.marks === question.marks &&
      before.binning === question.binning &&
      before.from === question.from;
    if (!same) {
      this.#looked = 0;
      this.#within = 0;
      this.#passing = [];
      this.#aggregate = emptyAggregate();
      this.#forgetOrder();
    } else if (before?.sort !== question.sort) this.#forgetOrder();
  }

  #forgetOrder(): void {
    this.#sorted = [];
    this.#placed = 0;
  }

  /** One piece of work; true when none is left. */
  #step(question: Question): boolean {
    if (this.#looked < this.#source.length) this.#look(question);
    else if (this.#placed < this.#passing.length) this.#place(question.sort);
    return this.#looked === this.#source.length && this.#placed === this.#passing.length;
  }

  #look({ filters, marks, binning, from }: Question): void {
    const next = this.#source.slice(this.#looked, this.#looked + lookPiece);
    const inRange = from === null ? next : next.filter(({ createdAt }) => createdAt === null || createdAt >= from);
    this.#within += inRange.length;
    for (const row of inRange.filter(passes(filters, marks))) {
      addRow(this.#aggregate, row, binning);
      this.#passing.push(row);
    }
    this.#looked += next.length;
  }

  #place({ column, descending }: Sort): void {
    const compare = compareEntries(descending);
    const next = this.#passing.slice(this.#placed, this.#placed + sortPiece);
    const entries = next.map((row): SortEntry => ({ row, value: sortValue(row, column) })).sort(compare);
    this.#sorted = merged(this.#sorted, entries, compare);
    this.#placed += next.length;
  }
}
