/** What the program's end says to a script. Of several flows the highest status counts. */
import type { Finding } from '#model/findings/finding.ts';
import type { HeadingFacts, Verdict } from '#model/readings/clauses.ts';

export const exitStatus = { good: 0, problems: 1, notReached: 2, notFound: 3, error: 4 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** True where the record proves that the whole message reached the recipient that the flow was sent to. */
function provesReach(heading: HeadingFacts): boolean {
  switch (heading.kind) {
    case 'reached':
      return !heading.elsewhere;
    case 'reachedTwice':
    case 'failedThoughDelivered':
    case 'deliveredStillOpen':
      return true;
    case 'statusUnknown':
      return heading.delivered !== null && !heading.delivered.inPart;
    default:
      return false;
  }
}

/** The status of one flow: "not reached" is everything that proves no whole delivery, a flow that still runs too. */
export function statusOf({ heading }: Verdict, found: readonly Finding[]): ExitStatus {
  const takenBack = heading.doubts?.some(({ kind }) => kind === 'reportedOtherwise' || kind === 'contradiction');
  if (takenBack === true || !provesReach(heading)) return exitStatus.notReached;
  return found.some(({ severity }) => severity === 'problem') ? exitStatus.problems : exitStatus.good;
}
