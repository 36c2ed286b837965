/** Offers to see a running demo flow from its beginning once more. */
import { useQuery } from '@tanstack/react-query';
import { demoFlowsOptions } from '#api/config-query.ts';
import { useConfig } from '#api/use-config.ts';
import { isRunOf } from '#contract/demo-run.ts';
import { buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { RunLink } from './run-link.tsx';

interface StartAnewProps {
  readonly trackingId: string;
}

/** Nothing where the flow is no demo flow that runs. */
export function StartAnew({ trackingId }: StartAnewProps) {
  const texts = useViewer().catalogue.flow.live;
  const demo = useConfig()?.mode === 'demo';
  const flows = useQuery({ ...demoFlowsOptions(), enabled: demo }).data ?? [];
  const flow = flows.find((listed) => isRunOf(trackingId, listed));
  if (flow === undefined) return null;
  return (
    <RunLink flow={flow} className={buttonLooks({ size: 'small' })}>
      {texts.startAnew}
    </RunLink>
  );
}
