/**
 * Where each label of the drawing may be written, in per cent of the plot: the room before or after what it belongs to, up
 * to the next line that comes down there. Rooms in the same strip of a row never overlap, so labels cannot, however wide
 * the drawing is; a text too long for its room is shortened inside it.
 */
import type { Timeline, TimelineRow } from '#model/readings/timeline.ts';
import type { EpochMs } from '#model/values/time.ts';
import type { Extent } from './places.ts';

/** Room for a label, and at which of its ends the label's thing stands. */
export interface Region extends Extent {
  /** `start`: the label begins at `from`; `end`: it ends at `to`; `both`: it fills the room, its two halves at its ends. */
  readonly align: 'start' | 'end' | 'both';
  /** Over the bars, where nothing else has room: the label needs a ground of its own. */
  readonly over: boolean;
}

/** Upright lines in a row that no label may cross, as places. */
export interface Lines {
  /** Through the whole row: "now", and arrows that pass by. */
  readonly through: readonly number[];
  /** The edges of folded gaps. A label keeps clear of them where that leaves it room enough. */
  readonly folds: readonly number[];
  /** Arrows that end at this row's bar, coming down above it. */
  readonly above: readonly number[];
}

const same = 0.01;

function roomAfter(place: number, lines: readonly number[]): Region {
  const from = Math.max(0, place);
  const to = lines.reduce((least, line) => (line > place + same && line < least ? line : least), 100);
  return { from, to: Math.max(from, to), align: 'start', over: false };
}

function roomBefore(place: number, lines: readonly number[]): Region {
  const to = Math.min(100, place);
  const from = lines.reduce((most, line) => (line < place - same && line > most ? line : most), 0);
  return { from: Math.min(to, from), to, align: 'end', over: false };
}

const width = ({ from, to }: Extent) => to - from;
const widest = (regions: readonly Region[]) =>
  regions.reduce<Region | null>((best, region) => (best === null || width(region) > width(best) ? region : best), null);

/** Room narrower than this holds no word. */
const leastRoom = 4;
/** Where the edge of a folded gap leaves less than this, the label stands over it. */
const leastBesideFold = 16;

/** The first room that is wide enough, else the widest; null where there is none at all. */
function choose(regions: readonly Region[], enough: number): Region | null {
  const chosen = regions.find((region) => width(region) >= enough) ?? widest(regions);
  return chosen !== null && width(chosen) >= leastRoom ? chosen : null;
}

/** A bar wider than this holds its own label. */
const roomInside = 45;
const enoughBeside = 26;
/** Narrower room beside many thin bars is worse than a label over them. */
const leastBeside = 12;

interface BarLabel {
  /** The part of the step's bars that is in view. */
  readonly seen: Extent;
  /** One bar with nothing in it that a text could not be read on. */
  readonly plain: boolean;
  readonly ttl: number | null;
  readonly lines: Lines;
}

/** The room found clear of folded gaps' edges or, where that is too little, over them. */
function clearOfFolds(lines: Lines, find: (upright: readonly number[]) => Region | null): Region | null {
  const clear = find([...lines.through, ...lines.folds]);
  if (lines.folds.length === 0 || (clear !== null && !clear.over && width(clear) >= leastBesideFold)) return clear;
  const over = find(lines.through);
  return over === null ? clear : { ...over, over: true };
}

/** Room for a step's outcome and length: in its bar, after it, or before it. */
export function barLabelRegion({ seen, plain, ttl, lines }: BarLabel): Region | null {
  return clearOfFolds(lines, (through) => {
    const upright = ttl === null ? through : [...through, ttl];
    const inside = segments(seen, upright);
    const whole = inside.find((part) => width(part) >= roomInside);
    if (plain && whole !== undefined) return { ...whole, align: 'both', over: false };
    const beside = [roomAfter(seen.to, upright), roomBefore(seen.from, upright)];
    // The mark of a TTL that ends just after the bar: the label stands behind it.
    if (ttl !== null && ttl > seen.to + same && ttl < 100) beside.splice(1, 0, roomAfter(ttl, through));
    const chosen = choose(beside, enoughBeside);
    if (chosen !== null && width(chosen) >= leastBeside) return chosen;
    const parts = inside.map((part): Region => ({ ...part, align: 'start', over: true }));
    return widest([...(chosen === null ? [] : [chosen]), ...parts.filter((part) => width(part) >= leastRoom)]);
  });
}

/** Room for the label of a TTL's mark, above the bar. */
export function ttlLabelRegion(mark: number, lines: Lines): Region | null {
  return clearOfFolds(lines, (through) => {
    const upright = [...through, ...lines.above];
    return choose([roomBefore(mark, upright), roomAfter(mark, upright)], enoughBeside);
  });
}

/** Room for a label under a bar: of a hand-over, above the level part of its arrow; of the flow's end, under the last bar. */
export function labelRegionBelow(from: number, lines: Lines): Region | null {
  return clearOfFolds(lines, (through) => choose([roomBefore(from, through), roomAfter(from, through)], 52));
}

/** Room for what is said of a step that has no bar. */
export function freeRegion(lines: Lines): Region | null {
  return clearOfFolds(lines, (through) => {
    const parts = segments({ from: 0, to: 100 }, through);
    return choose(
      parts.map((part): Region => ({ ...part, align: 'start', over: false })),
      enoughBeside * 2,
    );
  });
}

/** The pieces of an extent between lines. */
function segments({ from, to }: Extent, lines: readonly number[]): Extent[] {
  const bounds = [from, ...lines.filter((line) => line > from && line < to).sort((a, b) => a - b), to];
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, to: end }));
}

/** Where a hand-over leaves its step and where the next one begins; null where the record does not say. */
export function handoverPlaces(
  row: TimelineRow,
  rows: readonly TimelineRow[],
  place: (at: EpochMs) => number,
): { readonly from: number; readonly to: number } | null {
  const { handover } = row;
  if (handover === null) return null;
  const from = handover.at ?? row.span?.to ?? null;
  const to = handover.nextAt ?? rows[handover.toStep]?.span?.from ?? null;
  return from === null || to === null ? null : { from: place(from), to: place(to) };
}

interface LinesOptions {
  readonly timeline: Timeline;
  readonly place: (at: EpochMs) => number;
  /** The line of "now"; null while there is none in view. */
  readonly now: number | null;
  readonly folds: readonly number[];
}

/** The lines of every row. */
export function linesOf({ timeline: { rows }, place, now, folds }: LinesOptions): Lines[] {
  const passing = new Map<number, number[]>();
  const arriving = new Map<number, number[]>();
  const add = (map: Map<number, number[]>, row: number, line: number) => {
    const lines = map.get(row);
    if (lines === undefined) map.set(row, [line]);
    else lines.push(line);
  };
  for (const row of rows) {
    const places = handoverPlaces(row, rows, place);
    if (places === null || row.handover === null) continue;
    const { toStep } = row.handover;
    for (let between = row.stepIndex + 1; between < toStep; between++) add(passing, between, places.to);
    add(arriving, toStep, places.to);
  }
  return rows.map(({ stepIndex }) => ({
    through: [...(now === null ? [] : [now]), ...(passing.get(stepIndex) ?? [])],
    folds,
    above: arriving.get(stepIndex) ?? [],
  }));
}
