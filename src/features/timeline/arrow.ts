/** Shapes of hand-over arrows. */

export interface Arrow {
  readonly line: string;
  readonly head: string;
}

interface Course {
  /** Where the trigger was set, at the lower edge of its bar. */
  readonly from: { readonly x: number; readonly y: number };
  /** Where the next step begins, at the upper edge of its bar. */
  readonly to: { readonly x: number; readonly y: number };
  /** Height of the level part. */
  readonly middle: number;
}

/** Nearer than this the arrow ends beside the next bar instead of running to it. */
const nearPx = 22;

/** From the end of a bar down to the beginning of the next one, in either direction. */
export function arrowOf({ from, to, middle }: Course): Arrow {
  const distance = to.x - from.x;
  if (distance >= 0 && distance < nearPx) {
    return {
      line: `M${from.x} ${from.y}V${middle - 8}a8 8 0 0 0 8 8`,
      head: `M${from.x + 6} ${middle - 5}l7 5-7 5z`,
    };
  }
  const side = distance < 0 ? -1 : 1;
  const bend = Math.min(7, Math.abs(distance) / 2);
  return {
    line:
      `M${from.x} ${from.y}V${middle - bend}q0 ${bend} ${side * bend} ${bend}H${to.x - side * bend}` +
      `q${side * bend} 0 ${side * bend} ${bend}V${to.y - 6}`,
    head: `M${to.x - 4.5} ${to.y - 8}h9l-4.5 7z`,
  };
}
