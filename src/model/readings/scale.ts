/** Scales of a timeline: piecewise linear maps from time to a position between 0 and 1, and back. */

import type { EpochMs } from '../values/time.ts';
import type { IdleGap, Timeline } from './timeline.ts';

/** From `from` to `to`, both inclusive. */
export interface TimeRange {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** A stretch of time drawn at one density. `folded` ones stand for more time than their width says. */
export interface Piece extends TimeRange {
  readonly start: number;
  readonly end: number;
  readonly folded: boolean;
}

export interface Scale {
  /** Ascending, without holes, from position 0 to 1 (beyond both when zoomed). */
  readonly pieces: readonly Piece[];
  /** Position of a time: 0 to 1 inside the range, beyond it by the density of the nearest piece. */
  project(at: EpochMs): number;
  /** The time at a position; inverse of `project` (the earliest time where a piece has no width). */
  unproject(position: number): EpochMs;
}

interface Stretch extends TimeRange {
  readonly weight: number;
  readonly folded: boolean;
}

/** Width of a folded gap, and the most that all of them may take together. */
const foldedShare = 0.06;
const mostFoldedShare = 0.5;
/** In even steps, time in which no step runs is drawn this much narrower than a step. */
const betweenWeight = 0.35;
/** Room to the right of the last event, as a share of the width before it. */
const marginShare = 0.045;
const shortestRangeMs = 1000;

/** The last piece that begins at or before a value; the first one for values before all. */
function pieceAt(pieces: readonly Piece[], value: number, edge: 'from' | 'start'): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.[edge] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function scaleOver(pieces: readonly Piece[]): Scale {
  return {
    pieces,
    project(at) {
      const piece = pieceAt(pieces, at, 'from');
      if (piece === undefined) return 0;
      if (piece.to === piece.from) return piece.start;
      return piece.start + ((at - piece.from) / (piece.to - piece.from)) * (piece.end - piece.start);
    },
    unproject(position) {
      const piece = pieceAt(pieces, position, 'start');
      if (piece === undefined) return 0;
      if (piece.end === piece.start) return piece.from;
      return piece.from + ((position - piece.start) / (piece.end - piece.start)) * (piece.to - piece.from);
    },
  };
}

function scaleOf(stretches: readonly Stretch[]): Scale {
  const total = stretches.reduce((sum, stretch) => sum + stretch.weight, 0);
  let done = 0;
  const pieces = stretches.map(({ from, to, weight, folded }) => {
    const start = total === 0 ? 0 : done / total;
    done += weight;
    return { from, to, start, end: total === 0 ? 0 : done / total, folded };
  });
  return scaleOver(pieces);
}

/** What a timeline's drawing spans: all its events, at least one second. */
export function drawnRange(timeline: Pick<Timeline, 'start' | 'end'>): TimeRange {
  return { from: timeline.start, to: Math.max(timeline.end, timeline.start + shortestRangeMs) };
}

/** The scale with room after its last time, in the density of what is not folded. Positions still go from 0 to 1. */
export function roomAfter(scale: Scale): Scale {
  const last = scale.pieces.at(-1);
  if (last === undefined) return scale;
  const open = scale.pieces.filter((piece) => !piece.folded);
  const openMs = open.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const openWidth = open.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  const lengthMs = marginShare * (openWidth > 0 ? openMs / openWidth : last.to - last.from);
  const shrink = (position: number) => position / (1 + marginShare);
  return scaleOver([
    ...scale.pieces.map((piece) => ({ ...piece, start: shrink(piece.start), end: shrink(piece.end) })),
    { from: last.to, to: last.to + Math.max(1, lengthMs), start: shrink(1), end: 1, folded: false },
  ]);
}

/**
 * True time: width is proportional to time, but for the gaps to fold, each of which gets a small fixed share.
 * `gaps` ascend and lie in the range.
 */
export function trueScale(range: TimeRange, gaps: readonly IdleGap[] = []): Scale {
  const stretches: Stretch[] = [];
  let at = range.from;
  for (const gap of gaps) {
    if (gap.from > at) stretches.push({ from: at, to: gap.from, weight: gap.from - at, folded: false });
    stretches.push({ ...gap, weight: 0, folded: true });
    at = gap.to;
  }
  if (range.to > at || stretches.length === 0) {
    stretches.push({ from: at, to: range.to, weight: range.to - at, folded: false });
  }
  const open = stretches.reduce((sum, stretch) => sum + stretch.weight, 0);
  const share = gaps.length === 0 ? 0 : Math.min(foldedShare, mostFoldedShare / gaps.length);
  const weight = open === 0 ? 1 : (share * open) / (1 - share * gaps.length);
  return scaleOf(stretches.map((stretch) => (stretch.folded ? { ...stretch, weight } : stretch)));
}

/** Even steps: the stretch between any two ends of steps gets the same width, narrower where no step runs. */
export function evenScale(range: TimeRange, spans: readonly TimeRange[]): Scale {
  const inside = (at: EpochMs) => at > range.from && at < range.to;
  const ends = new Set([range.from, range.to, ...spans.flatMap((span) => [span.from, span.to]).filter(inside)]);
  const bounds = [...ends].sort((a, b) => a - b);
  const covered = coverage(bounds, spans);
  const stretches = bounds.slice(1).map((to, index) => ({
    from: bounds[index] ?? to,
    to,
    weight: covered[index] === true ? 1 : betweenWeight,
    folded: false,
  }));
  return scaleOf(stretches);
}

/** For each stretch between neighbouring bounds, whether any span covers it. */
function coverage(bounds: readonly EpochMs[], spans: readonly TimeRange[]): boolean[] {
  const change = new Map<EpochMs, number>();
  const first = bounds[0] ?? 0;
  for (const { from, to } of spans) {
    const begin = Math.max(from, first);
    change.set(begin, (change.get(begin) ?? 0) + 1);
    change.set(Math.max(to, first), (change.get(Math.max(to, first)) ?? 0) - 1);
  }
  let open = 0;
  return bounds.slice(0, -1).map((bound) => {
    open += change.get(bound) ?? 0;
    return open > 0;
  });
}

/** The same scale with a window of it stretched to 0..1. A null or empty window changes nothing. */
export function zoomedScale(scale: Scale, window: TimeRange | null): Scale {
  if (window === null) return scale;
  const start = scale.project(window.from);
  const width = scale.project(window.to) - start;
  if (!(width > 0)) return scale;
  const shift = (position: number) => (position - start) / width;
  return scaleOver(scale.pieces.map((piece) => ({ ...piece, start: shift(piece.start), end: shift(piece.end) })));
}

/** No zoom shows less of the whole scale than this, nor less time: a record's times have no more than milliseconds. */
const smallestWindow = 1e-5;
const shortestWindowMs = 1;

/** The window, or the millisecond around its middle where it is shorter than that. */
export function atLeastShortest({ from, to }: TimeRange): TimeRange {
  if (to - from >= shortestWindowMs) return { from, to };
  const start = (from + to) / 2 - shortestWindowMs / 2;
  return { from: start, to: start + shortestWindowMs };
}

/**
 * The window after zooming by `factor` (2 shows half as much) around a position of the window shown, or null where
 * that shows everything. `full` is the scale without zoom.
 */
export function zoomBy(full: Scale, window: TimeRange | null, factor: number, around: number): TimeRange | null {
  const start = window === null ? 0 : full.project(window.from);
  const width = window === null ? 1 : full.project(window.to) - start;
  const newWidth = Math.max(smallestWindow, width / factor);
  return windowAt(full, start + width * around - newWidth * around, newWidth);
}

/** The window moved by a share of its own width, kept inside the whole. */
export function panBy(full: Scale, window: TimeRange | null, share: number): TimeRange | null {
  if (window === null) return null;
  const start = full.project(window.from);
  const width = full.project(window.to) - start;
  return windowAt(full, start + width * share, width);
}

function windowAt(full: Scale, start: number, width: number): TimeRange | null {
  if (width >= 0.999) return null;
  const kept = Math.min(1 - width, Math.max(0, start));
  return atLeastShortest({ from: full.unproject(kept), to: full.unproject(kept + width) });
}
