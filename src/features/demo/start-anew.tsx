/** Offers to see a running demo flow from its beginning once more. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { demoFlowsOptions } from '#api/config-query.ts';
import { useConfig } from '#api/use-config.ts';
import { buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { flowAddress } from '../search/flow-address.ts';
import { isRunOf, newRun } from './demo-run.ts';

interface StartAnewProps {
  readonly trackingId: string;
}

/** Nothing where the flow is no demo flow that runs. */
export function StartAnew({ trackingId }: StartAnewProps) {
  const texts = useViewer().catalogue.flow.live;
  const demo = useConfig()?.mode === 'demo';
  const flows = useQuery({ ...demoFlowsOptions(), enabled: demo }).data ?? [];
  if (!flows.some((flow) => isRunOf(trackingId, flow))) return null;
  return (
    <Link to={flowAddress(newRun(trackingId))} className={buttonLooks({ size: 'small' })}>
      {texts.startAnew}
    </Link>
  );
}
