/** The marks on the time axis: round offsets from the flow's creation, as many as have room. Places are in per cent. */
import type { Scale } from '#model/readings/scale.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';

export interface Tick {
  readonly at: EpochMs;
  /** From the origin; negative before it. */
  readonly offsetMs: DurationMs;
  /** Place in per cent of the plot. */
  readonly x: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps: readonly DurationMs[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => n * day),
];

/** Zooming leaves rounding errors in positions. */
const tolerance = 0.01;

/** The shortest round step whose marks stand at least `least` apart where a millisecond is `perMs` wide; null when even the longest do not. */
export function tickStep(perMs: number, least: number): DurationMs | null {
  return steps.find((step) => step * perMs >= least - tolerance) ?? null;
}

interface Axis {
  readonly scale: Scale;
  readonly origin: EpochMs;
  /** Least distance between two marks, in per cent. */
  readonly least: number;
}

/**
 * Round offsets inside every unfolded piece that is in view, ascending, at least `least` apart. Where pieces differ in
 * density (even steps), their bounds are marked first and round offsets fill what is left.
 */
export function ticks({ scale, origin, least }: Axis): Tick[] {
  const tick = (at: EpochMs): Tick => ({ at, offsetMs: at - origin, x: scale.project(at) * 100 });
  const inView = ({ x }: Tick) => x >= -0.05 && x <= 100.05;
  const taken: Tick[] = [];
  const take = (candidates: readonly Tick[]) => {
    for (const candidate of candidates) {
      if (inView(candidate) && taken.every((other) => Math.abs(other.x - candidate.x) >= least - tolerance))
        taken.push(candidate);
    }
  };
  const pieces = scale.pieces.filter((piece) => !piece.folded && piece.end > 0 && piece.start < 1);
  take([tick(origin)]);
  if (!sameDensity(pieces)) take(pieces.slice(0, mostBounds).map((piece) => tick(piece.from)));
  for (const piece of pieces) take(roundTicks(piece, { scale, origin, least }).map(tick));
  return taken.sort((a, b) => a.x - b.x);
}

/** More bounds than this cannot all have room on any screen. */
const mostBounds = 400;

type Pieces = Scale['pieces'];

const density = (piece: Pieces[number]) => (piece.end - piece.start) / Math.max(1e-9, piece.to - piece.from);

function sameDensity(pieces: Pieces): boolean {
  const first = pieces[0];
  return first === undefined || pieces.every((piece) => Math.abs(density(piece) / density(first) - 1) < 1e-6);
}

function roundTicks(piece: Pieces[number], { scale, origin, least }: Axis): EpochMs[] {
  const step = tickStep(density(piece) * 100, least);
  if (step === null) return [];
  const from = Math.max(piece.from, scale.unproject(0));
  const to = Math.min(piece.to, scale.unproject(1));
  const marks: EpochMs[] = [];
  const first = Math.ceil((from - origin) / step - 1e-6);
  const last = Math.min(first + 200, Math.floor((to - origin) / step + 1e-6));
  for (let count = first; count <= last; count++) marks.push(origin + count * step);
  return marks;
}
