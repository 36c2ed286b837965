/** Where a label beside something drawn goes, so that it neither leaves the drawing nor covers what it labels. */

export interface Extent {
  readonly from: number;
  readonly to: number;
}

export interface PlacedLabel {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
}

const distance = 8;

interface Request {
  /** What the label belongs to. */
  readonly beside: Extent;
  readonly room: Extent;
  readonly prefer: 'left' | 'right';
  /** Texts from the fullest to the shortest; the first that fits on either side is taken. */
  readonly texts: readonly string[];
  readonly widthOf: (text: string) => number;
}

/** The fullest text that fits beside an extent, on the preferred side where there is room; null when none fits. */
export function placeBeside({ beside, room, prefer, texts, widthOf }: Request): PlacedLabel | null {
  const left = beside.from - distance;
  const right = beside.to + distance;
  for (const text of texts) {
    const width = widthOf(text);
    const fits = {
      left: left - width >= room.from && left <= room.to,
      right: right + width <= room.to && right >= room.from,
    };
    const side = fits[prefer] ? prefer : fits.left ? 'left' : fits.right ? 'right' : null;
    if (side !== null) return { text, x: side === 'left' ? left : right, anchor: side === 'left' ? 'end' : 'start' };
  }
  return null;
}

/** Centres of labels of given widths moved, where needed, so that each stays inside the room; those without room are dropped. */
export function keepInside(centre: number, width: number, room: Extent): number | null {
  if (width > room.to - room.from) return null;
  return Math.min(room.to - width / 2, Math.max(room.from + width / 2, centre));
}
