/** What one step's card says beneath the message: reason, addresses, times, parts, price, triggers, ids. */

import type { Flow, Handover, Message, Step } from '#model/flow/flow.ts';
import { answeredAt } from '#model/flow/reports.ts';
import type { StepPrice } from '#model/readings/price.ts';
import { readDetailedStatus } from '#model/record/detailed-status.ts';
import { statusKey } from '#model/record/status.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { TimeText } from '#ui/time-text.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { AddressText } from '../look/address-text.tsx';
import type { Words } from '../look/row-texts.ts';
import { shownText } from '../look/visible-text.ts';
import { FactRow } from './fact-row.tsx';
import { PartBadges } from './part-badges.tsx';
import { ttlText, wentOnText } from './step-texts.ts';

interface StepFactsProps {
  readonly step: Step;
  readonly flow: Flow;
  readonly price: StepPrice | null;
  readonly decimals: number;
}

const longest = 120;

export function StepFacts({ step, flow, price, decimals }: StepFactsProps) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const texts = catalogue.cards;
  const [message] = step.messages;
  const handover = flow.handovers.find(({ fromStep }) => fromStep === step.index) ?? null;
  const sent = step.outcome.kind !== 'notSent';
  const ttl = ttlText(step, handover, viewer);
  const { content } = message;
  return (
    <dl className="mt-3 grid grid-cols-[104px_1fr] gap-x-3 gap-y-1.5 text-[13px]">
      {sent && content.kind !== 'voice' && <FactRow name={texts.fact.reason}>{reasonText(step, viewer)}</FactRow>}
      {content.kind === 'voice' && sent && <VoiceFacts message={message} />}
      <FactRow name={texts.fact.fromTo}>
        <AddressText address={message.from} /> → <AddressText address={message.to} />
      </FactRow>
      {sent && <Times step={step} flow={flow} />}
      {content.kind === 'sms' ? (
        <FactRow name={texts.fact.operator}>{operatorText(message, viewer)}</FactRow>
      ) : (
        message.country !== null && <FactRow name={texts.fact.country}>{format.countryName(message.country)}</FactRow>
      )}
      {step.parts.total > 1 && (
        <FactRow name={texts.fact.parts}>
          <PartBadges step={step} />
        </FactRow>
      )}
      {ttl !== null && <FactRow name={texts.fact.ttl}>{ttl}</FactRow>}
      {(sent || price !== null) && (
        <FactRow name={texts.fact.price}>
          {price === null || price.sum === null ? (
            <span className="text-ink3">{texts.none}</span>
          ) : (
            <>
              {format.money(price.sum, decimals)}
              {price.messages.length > 1 && price.each !== null && (
                <span className="text-ink3">
                  {' '}
                  {texts.times(format.number(price.messages.length), format.money(price.each, decimals))}
                </span>
              )}
            </>
          )}
        </FactRow>
      )}
      <Triggers step={step} handover={handover} />
      {message.label !== null && <FactRow name={texts.fact.label}>{shownText(message.label, longest)}</FactRow>}
      {message.messageId !== null && (
        <FactRow name={texts.fact.messageId}>
          <span className="inline-flex items-center gap-1.5">
            <span className="font-mono text-[12.5px]" title={shownText(message.messageId, longest)}>
              {shortId(message.messageId)}
            </span>
            <CopyButton text={message.messageId} label={texts.copyId} />
          </span>
        </FactRow>
      )}
    </dl>
  );
}

/** "0a047b46…1234": enough to tell two apart; the rest is on hover and in the copy. */
function shortId(id: string): string {
  return id.length <= 18 ? id : `${id.slice(0, 8)}…${id.slice(-4)}`;
}

/** The detailed status with its meaning; where the catalogue has none, the record's own description. */
function reasonText(step: Step, { catalogue }: Words): string {
  const texts = catalogue.cards;
  const decided = step.messages.find((message) => message.detailedStatus === step.detailedStatus);
  const description = decided?.description ?? null;
  if (step.detailedStatus === null) return description === null ? texts.none : shownText(description, longest);
  const known = readDetailedStatus(step.detailedStatus);
  const meaning =
    step.contradiction?.reason === step.detailedStatus
      ? texts.reasonContradicts
      : step.outcome.kind === 'expiredAfterDelivery' && (known === 'ttlExpired' || known === 'timedOut')
        ? texts.reasonAfterDelivery
        : known === null
          ? (description ?? undefined)
          : catalogue.detailedStatus.meanings[known];
  const name = shownText(step.detailedStatus, 60);
  return meaning === undefined ? name : texts.explained(name, shownText(meaning, 200));
}

function operatorText(message: Message, { catalogue, format }: Words): string {
  const operator = message.content.kind === 'sms' ? message.content.operator : null;
  const country = message.country === null ? null : format.countryName(message.country);
  if (operator === null) return country ?? catalogue.cards.none;
  return country === null ? shownText(operator, 60) : catalogue.cards.operatorIn(shownText(operator, 60), country);
}

function VoiceFacts({ message }: { readonly message: Message }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.cards;
  if (message.content.kind !== 'voice') return null;
  const { answeredBy, durationS } = message.content;
  const answered = answeredAt(message);
  const ring = answered === null || message.createdAt === null ? null : format.duration(answered - message.createdAt);
  return (
    <>
      {answeredBy !== null && (
        <FactRow name={texts.fact.answeredBy}>{texts.answered(shownText(answeredBy, 40), ring)}</FactRow>
      )}
      {durationS !== null && <FactRow name={texts.fact.duration}>{format.duration(durationS * 1000)}</FactRow>}
      {message.detailedStatus !== null && (
        <FactRow name={texts.fact.reason}>{shownText(message.detailedStatus, 60)}</FactRow>
      )}
    </>
  );
}

/** When it was sent, and when its last status was set. */
function Times({ step, flow }: { readonly step: Step; readonly flow: Flow }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.cards;
  const changes = step.messages.flatMap((message) => message.updatedAt ?? []);
  const day = flow.createdAt ?? step.sentAt;
  // No length of time is told from times that contradict each other.
  const doubtful = flow.clockDoubts.some(({ stepIndex }) => stepIndex === step.index);
  const last = step.endedAt ?? (changes.length === 0 ? null : changes.reduce((a, b) => Math.max(a, b)));
  const took =
    last === null || step.sentAt === null || last < step.sentAt || doubtful
      ? null
      : format.duration(last - step.sentAt);
  return (
    <>
      <FactRow name={texts.fact.sent}>
        {step.sentAt === null ? texts.notInRecord : <TimeText at={step.sentAt} of={day} />}
      </FactRow>
      <FactRow name={step.endedAt === null ? texts.fact.lastStatus : texts.fact.result}>
        {last === null ? texts.notInRecord : <TimeText at={last} of={day} />}
        {took !== null && texts.after(took)}
      </FactRow>
    </>
  );
}

const mostTriggers = 12;

/** The statuses the step fails over on, the one that did in bold, and what came of it. */
function Triggers({ step, handover }: { readonly step: Step; readonly handover: Handover | null }) {
  const viewer = useViewer();
  const texts = viewer.catalogue.cards;
  const trigger = handover?.trigger.kind === 'reported' ? statusKey(handover.trigger.name) : null;
  const names = step.failoverOnStatuses;
  const wentOn = handover === null ? null : wentOnText(handover, viewer);
  return (
    <>
      <FactRow name={texts.fact.failsOverOn}>
        {names === null && <span className="text-ink3">{texts.notInRecord}</span>}
        {names?.length === 0 && texts.none}
        {names?.slice(0, mostTriggers).map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the record may repeat a name, and the list never changes its order
          <span key={index}>
            {index > 0 && ', '}
            {statusKey(name) === trigger ? <b className="font-bold">{shownText(name, 40)}</b> : shownText(name, 40)}
          </span>
        ))}
      </FactRow>
      {wentOn !== null && (
        <FactRow name={texts.fact.wentOn}>
          <span className={wentOn.listed ? '' : 'text-warn'}>{wentOn.text}</span>
        </FactRow>
      )}
    </>
  );
}
