/** A flow's chain in one line: each step that was tried as a pill of its channel, with a sign for what became of it. */
import { Fragment } from 'react';
import { type FlowRow, type RowStep, sentSteps } from '#model/explore/row.ts';
import type { Outcome } from '#model/flow/flow.ts';
import { useViewer } from '#ui/viewer.tsx';
import { channelColours } from '../look/looks.ts';
import { shownText } from '../look/visible-text.ts';

const signs: Readonly<Record<Outcome['kind'], string>> = {
  waiting: '◌',
  delivered: '✓',
  partlyDelivered: '◐',
  expiredAfterDelivery: '✓',
  unheard: '◐',
  notDelivered: '✕',
  notSent: '–',
  unknown: '?',
};

export function ChainPills({ row }: { readonly row: FlowRow }) {
  const texts = useViewer().catalogue.explore.table;
  const steps = sentSteps(row);
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no id, and their order is their identity
        <Fragment key={index}>
          {index > 0 && (
            <span aria-hidden="true" className="text-ink3">
              →
            </span>
          )}
          <ChainPill step={step} />
        </Fragment>
      ))}
      {steps.length === 0 && <span className="text-[12.5px] text-ink3">{texts.nothingSent}</span>}
      {row.status === 'failed' && row.statusCode === '2' && (
        <span className="text-[12.5px] text-ink3">{texts.noNextStep}</span>
      )}
    </span>
  );
}

function ChainPill({ step }: { readonly step: RowStep }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.table;
  const colours = channelColours(step.channel);
  const name = shownText(format.channelName(step.channel), 16);
  const status = shownText(step.status ?? catalogue.explore.unknown, 24);
  const sign = signs[step.outcome];
  const shown = step.outcome === 'expiredAfterDelivery' ? texts.thenExpired(name, sign, status) : `${name} ${sign}`;
  return (
    <span
      className="rounded-md px-[7px] py-px text-[12px] font-semibold"
      style={{ background: colours.soft, color: colours.ink }}
      title={step.detailedStatus === null ? status : `${status} · ${shownText(step.detailedStatus, 60)}`}
    >
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{texts.step(name, status)}</span>
    </span>
  );
}
