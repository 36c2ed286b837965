/** How a figure went over the range, bar by bar, as numbers to draw. */
import { type Aggregate, endedFlows, percentile, sortedNumbers } from '#model/explore/aggregate.ts';
import type { EpochMs } from '#model/values/time.ts';

export type Course = 'flows' | 'succeeded' | 'neededFailover' | 'spend' | 'reach';

/** A value for each bar: counts, shares of 0 to 1, money, or the median in ms; null where the bar has nothing to take it of. */
export function courseOf(
  of: Course,
  { bins, course }: Pick<Aggregate, 'bins' | 'course'>,
  starts: readonly EpochMs[],
): (number | null)[] {
  return starts.map((start) => {
    const [byStatus, point] = [bins.get(start), course.get(start)];
    const flows = byStatus === undefined ? 0 : Object.values(byStatus).reduce((sum, count) => sum + count, 0);
    if (of === 'flows') return flows;
    if (of === 'spend') return point?.spend ?? 0;
    if (byStatus === undefined || point === undefined) return null;
    if (of === 'neededFailover') return point.neededFailover / flows;
    if (of === 'reach') return percentile(sortedNumbers(point.reachMs), 0.5);
    const ended = endedFlows({ byStatus });
    return ended === 0 ? null : byStatus.succeeded / ended;
  });
}
