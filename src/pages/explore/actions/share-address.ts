/** The address of a view of Explore as it is handed to somebody else. */
import { buildExplore, type ExploreView } from '#features/explore/explore-address.ts';
import type { Bounds } from '#model/explore/range.ts';

/**
 * The view's query without what is personal. With `bounds` it holds these exact times, so that whoever opens it sees the
 * same flows at any time; without, a range such as "latest 2 h" stays what it is. `others`: what else stands in the address
 * (the zone, which is put as the viewer sees it).
 */
export function sharedQuery(
  view: ExploreView,
  bounds: Bounds | null,
  { zone, others }: { readonly zone: string; readonly others: URLSearchParams },
): string {
  const kept = new URLSearchParams(others);
  if (zone === 'UTC') kept.delete('tz');
  else kept.set('tz', zone);
  const range = bounds === null ? view.range : ({ kind: 'between', from: bounds.from, to: bounds.to } as const);
  return buildExplore({ ...view, range }, kept).search;
}
