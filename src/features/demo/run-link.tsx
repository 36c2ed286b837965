/** A link to a demo flow; one that runs starts anew with every opening, in this tab or another. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { DemoFlow } from '#api/config-query.ts';
import { isRunning, newRun } from '#contract/demo-run.ts';
import { flowAddress } from '../search/flow-address.ts';

interface RunLinkProps {
  readonly flow: DemoFlow;
  readonly className: string;
  readonly children: string;
}

export function RunLink({ flow, className, children }: RunLinkProps) {
  // Chance has no part in what gateway and browser must draw alike: a run is named when somebody reaches for the link.
  const [trackingId, setTrackingId] = useState(flow.trackingId);
  const renew = () => isRunning(flow) && setTrackingId(newRun(flow.trackingId));
  return (
    <Link
      to={flowAddress(trackingId)}
      onPointerEnter={renew}
      onFocus={renew}
      // In the order of a press: another tab takes the address before it changes.
      onClick={() => setTimeout(renew)}
      onAuxClick={() => setTimeout(renew)}
      className={className}
    >
      {children}
    </Link>
  );
}
