/** Addresses of pages that several features lead to. */

export interface Pair {
  readonly first: string;
  readonly second: string;
}

/** Between the two IDs of a comparison; an ID has no dot. */
export const betweenPair = '...';

/** The page that puts two flows side by side. */
export function compareAddress({ first, second }: Pair): string {
  return `/compare/${encodeURIComponent(first)}${betweenPair}${encodeURIComponent(second)}`;
}
