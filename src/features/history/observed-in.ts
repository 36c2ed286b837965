/** Works out what the history says of the flow that a page shows. */
import type { Flow } from '#model/flow/flow.ts';
import { historyFindings } from '#model/history/history-findings.ts';
import { onceDelivered } from '#model/history/once-delivered.ts';
import { transitions } from '#model/history/transitions.ts';
import { ownAnswers, type Seen } from '#model/history/version.ts';
import type { Observed } from './observed.ts';

export function observedIn(seen: readonly Seen[], shown: Flow): Observed {
  const own = ownAnswers(seen);
  const [first] = own;
  return {
    transitions: transitions(seen, shown),
    findings: historyFindings(seen, shown),
    onceDelivered: onceDelivered(seen, shown),
    used:
      first === undefined
        ? null
        : {
            // A version that came back is one flow in two stretches.
            versions: new Set(own.map(({ flow }) => flow)).size,
            first: first.firstSeen,
            last: Math.max(...own.map(({ lastSeen }) => lastSeen)),
          },
  };
}
