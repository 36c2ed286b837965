/** The rows of the pages loaded so far, in the order they came, each flow once. */
import type { SearchPage } from '#api/search-page.ts';
import type { FlowRow } from '#model/explore/row.ts';

/** Where the record of a row lies. */
export interface RecordPlace {
  readonly bytes: ArrayBuffer;
  readonly place: number;
}

export class RowStore {
  /** The same array while rows are only added; another one when rows were replaced. */
  rows: FlowRow[] = [];
  /** Rows that live mode brought, beyond what the search found. */
  beyond = 0;
  /** Entries of the pages that are no records. */
  unreadable = 0;
  /** Weak: what live mode has replaced need not stay in memory for this. */
  readonly #taken = new WeakSet<SearchPage>();
  readonly #placeById = new Map<string, number>();
  readonly #records = new Map<FlowRow, RecordPlace>();

  /**
   * Adds what the page brings. A flow that is there already stays as it is, since pages shift while flows are sent,
   * unless `newer`: then it is replaced. True when anything changed.
   */
  add(page: SearchPage, newer = false): boolean {
    if (this.#taken.has(page)) return false;
    this.#taken.add(page);
    const replaced: (readonly [place: number, row: FlowRow])[] = [];
    page.rows.forEach((row, place) => {
      if (row === null) {
        this.unreadable++;
        return;
      }
      const known = row.trackingId === null ? undefined : this.#placeById.get(row.trackingId);
      if (known !== undefined && !newer) return;
      this.#records.set(row, { bytes: page.bytes, place });
      if (known !== undefined) replaced.push([known, row]);
      else {
        this.#append(row);
        if (newer) this.beyond++;
      }
    });
    if (replaced.length > 0) this.#replace(replaced);
    return true;
  }

  /** What a page would bring: tracking IDs of flows that are not here, and of flows that read differently here. */
  news(page: SearchPage): { readonly fresh: readonly string[]; readonly changed: readonly string[] } {
    const ids = (wanted: (row: FlowRow, known: FlowRow | null) => boolean) =>
      page.rows.flatMap((row) => {
        const id = row?.trackingId ?? null;
        return row !== null && id !== null && wanted(row, this.rowOf(id)) ? [id] : [];
      });
    return {
      fresh: ids((_row, known) => known === null),
      changed: ids((row, known) => known !== null && JSON.stringify(row) !== JSON.stringify(known)),
    };
  }

  #append(row: FlowRow): void {
    if (row.trackingId !== null) this.#placeById.set(row.trackingId, this.rows.length);
    this.rows.push(row);
  }

  #replace(replaced: readonly (readonly [place: number, row: FlowRow])[]): void {
    this.rows = [...this.rows];
    for (const [place, row] of replaced) {
      const old = this.rows[place];
      if (old !== undefined) this.#records.delete(old);
      this.rows[place] = row;
    }
  }

  recordOf(row: FlowRow): RecordPlace | null {
    return this.#records.get(row) ?? null;
  }

  rowOf(trackingId: string): FlowRow | null {
    const place = this.#placeById.get(trackingId);
    return place === undefined ? null : (this.rows[place] ?? null);
  }
}
