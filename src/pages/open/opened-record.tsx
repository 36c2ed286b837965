/** A record that was opened here: the same view as a flow's page, or what the text is instead. */

import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useConfig } from '#api/use-config.ts';
import { FlowView } from '#features/flow-view/flow-view.tsx';
import { changedFlowView, initialFlowView } from '#features/flow-view/flow-view-state.ts';
import { shownText } from '#features/look/visible-text.ts';
import { RefusalNotice } from '#features/problem/refusal-notice.tsx';
import { flowAddress } from '#features/search/flow-address.ts';
import { FoundFlows } from '#features/search/found-flows.tsx';
import type { OpenedText } from '#features/search/opened-texts.ts';
import { type FlowReading, readFlow } from '#model/record/read-flow.ts';
import { readSearchText } from '#model/record/search-text.ts';
import { buttonLooks } from '#ui/button.tsx';
import { Late } from '#ui/late.tsx';
import { later } from '#ui/later.tsx';
import { useDrawnAt } from '#ui/use-now.ts';
import { useViewer } from '#ui/viewer.tsx';
import { RecordChoices } from './record-choices.tsx';

const KeepButton = later(async () => (await import('./keep-button.tsx')).KeepButton).Part;

export function OpenedRecord({ opened }: { readonly opened: OpenedText }) {
  const reading = useMemo(() => readFlow(opened.text), [opened.text]);
  if (!reading.ok) return <Refused opened={opened} reading={reading} />;
  return <ReadRecord opened={opened} reading={reading} />;
}

interface ReadRecordProps {
  readonly opened: OpenedText;
  readonly reading: Extract<FlowReading, { ok: true }>;
}

function ReadRecord({ opened, reading }: ReadRecordProps) {
  // The record does not change, and how old it is nobody knows: now is when it was opened.
  const now = useDrawnAt();
  const [view, setView] = useState(initialFlowView);
  const { flow, json, record, place } = reading;
  const config = useConfig();
  const currency = config?.currency ?? null;
  const keeps = config?.history === true;
  return (
    <FlowView
      text={reading.text}
      json={json}
      record={record}
      place={place}
      flow={flow}
      currency={currency}
      links={config?.links}
      now={now}
      asOf={now}
      view={view}
      onView={(change) => setView((before) => changedFlowView(before, change))}
      status={
        <>
          <Source opened={opened} />
          {keeps && (
            <Late fallback={null}>
              <KeepButton text={reading.text} hasId={hasId(flow.trackingId)} />
            </Late>
          )}
        </>
      }
      // The tracking API does not know what the sibling service sent.
      actions={<Actions trackingId={record.service === 'otp' ? null : flow.trackingId} />}
    />
  );
}

/** As the gateway's addresses can name it. */
const hasId = (trackingId: string | null) => trackingId !== null && /^[\w-]{1,128}$/.test(trackingId);

interface RefusedProps {
  readonly opened: OpenedText;
  readonly reading: Extract<FlowReading, { ok: false }>;
}

/** Ids in the text are better than nothing: a page of search results or a log names flows. */
function Refused({ opened, reading }: RefusedProps) {
  const { catalogue } = useViewer();
  const named = useMemo(() => {
    const found = readSearchText(opened.text);
    return found.kind === 'many' ? found.trackingIds : 'trackingId' in found ? [found.trackingId] : [];
  }, [opened.text]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Source opened={opened} />
        <Actions trackingId={null} />
      </div>
      <RefusalNotice refusal={reading.refusal} text={opened.text} json={reading.json}>
        {reading.records.length > 0 && (
          <RecordChoices records={reading.records} count={countOf(reading)} fileName={opened.fileName} />
        )}
        {reading.records.length === 0 && named.length > 0 && (
          <section aria-label={catalogue.open.foundTitle} className="rounded-xl border border-line bg-panel">
            <FoundFlows trackingIds={named} />
          </section>
        )}
      </RefusalNotice>
    </div>
  );
}

function countOf({ refusal, records }: RefusedProps['reading']): number {
  return refusal.kind === 'several' ? refusal.count : records.length;
}

function Source({ opened }: { readonly opened: OpenedText }) {
  const texts = useViewer().catalogue.open;
  return (
    <p className="text-[13px] text-ink2">
      {opened.fileName === null ? texts.pasted : texts.fromFile(shownText(opened.fileName, 80))} · {texts.local}
    </p>
  );
}

function Actions({ trackingId }: { readonly trackingId: string | null }) {
  const texts = useViewer().catalogue.open;
  return (
    <>
      {trackingId !== null && hasId(trackingId) && (
        <Link to={flowAddress(trackingId)} className={buttonLooks()}>
          {texts.live}
        </Link>
      )}
      {/* The address stays the same, for which a link would put the form in this record's place. */}
      <Link to="/open" replace={false} className={buttonLooks()}>
        {texts.another}
      </Link>
    </>
  );
}
