/** A flow's kin, asked for on a click: what it takes to ask is fetched with it. */
import { useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import { Button } from '#ui/button.tsx';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { Panel } from '#ui/panel.tsx';
import { useViewer } from '#ui/viewer.tsx';

const KinAnswer = later(async () => (await import('./kin-answer.tsx')).KinAnswer).Part;

interface KinPanelProps {
  readonly trackingId: string;
  readonly flow: Flow;
}

export function KinPanel({ trackingId, flow }: KinPanelProps) {
  const texts = useViewer().catalogue.kin;
  const [wanted, setWanted] = useState(false);
  const { createdAt } = flow;
  const ask = (
    <Button size="small" onClick={() => setWanted(true)}>
      {texts.ask}
    </Button>
  );
  return (
    <Panel title={texts.title} className="print:hidden" actions={createdAt !== null && !wanted && ask}>
      <p className="mt-1 text-[0.8125rem] text-ink3">{createdAt === null ? texts.noTime : texts.intro}</p>
      {wanted && createdAt !== null && (
        <Late fallback={<p className="mt-2 text-[0.8125rem] text-ink3">{texts.asking}</p>}>
          <KinAnswer trackingId={trackingId} flow={flow} createdAt={createdAt} />
        </Late>
      )}
    </Panel>
  );
}
