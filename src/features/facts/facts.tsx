/** The six facts asked for most, under the heading. What the record does not hold says so. */
import type { ReactNode } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { PriceReading } from '#model/readings/price.ts';
import type { EpochMs } from '#model/values/time.ts';
import { TimeText } from '#ui/time-text.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { AddressText } from '../look/address-text.tsx';
import { channelColours } from '../look/looks.ts';
import { shownText } from '../look/visible-text.ts';
import { whyNoReach } from './why-no-reach.ts';

interface FactsProps {
  readonly flow: Flow;
  readonly price: PriceReading;
  /** ISO 4217 of the account, where it was configured. */
  readonly currency: string | null;
  readonly now: EpochMs;
}

export function Facts({ flow, price, currency, now }: FactsProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.facts;
  const missing = <span className="font-normal text-ink3">{texts.none}</span>;
  return (
    <div className="@container">
      <dl
        aria-label={texts.title}
        className="grid grid-cols-2 overflow-hidden rounded-xl border border-line bg-panel @xl:grid-cols-3 @5xl:grid-cols-6"
      >
        {/* Once it has ended these say something else altogether. */}
        <EndedBy key={`ended ${flow.running}`} flow={flow} />
        <Fact
          name={texts.totalPrice}
          small={price.total === null ? texts.notInRecord : (currency ?? texts.accountCurrency)}
        >
          {price.total === null ? missing : format.money(price.total, price.decimals)}
        </Fact>
        <TimeToReach key={`reach ${flow.running}`} flow={flow} now={now} />
        <Fact
          name={texts.recipient}
          small={
            flow.recipient === null ? texts.notInRecord : flow.country === null ? null : shownText(flow.country, 24)
          }
          title={flow.country === null ? undefined : format.countryName(flow.country)}
        >
          <Recipients recipients={flow.recipients} />
        </Fact>
        <Fact
          name={texts.created}
          small={
            flow.createdAt === null
              ? texts.notInRecord
              : texts.dateAndZone(format.date(flow.createdAt), format.zoneName(flow.createdAt))
          }
        >
          {flow.createdAt === null ? missing : <TimeText at={flow.createdAt} />}
        </Fact>
        <Fact name={texts.sentBy} small={<ApplicationId id={flow.applicationId} />}>
          {flow.originatingService === null ? missing : shownText(flow.originatingService, 40)}
        </Fact>
      </dl>
    </div>
  );
}

interface FactProps {
  readonly name: string;
  readonly small: ReactNode;
  readonly title?: string | undefined;
  readonly colour?: string;
  readonly children: ReactNode;
}

function Fact({ name, small, title, colour, children }: FactProps) {
  return (
    <div className="-mt-px -ml-px min-w-0 border-t border-l border-line2 px-[18px] py-[13px] max-sm:px-3.5">
      <dt className="text-[12px] text-ink3">{name}</dt>
      <dd className="mt-0.5 text-[17px] leading-snug font-semibold wrap-anywhere max-sm:text-[15px]" title={title}>
        <span style={colour === undefined ? undefined : { color: colour }}>{children}</span>{' '}
        {/* On a line of its own: beside the value it would break into crumbs. */}
        {small !== null && <small className="block text-[0.75rem] font-normal text-ink3">{small}</small>}
      </dd>
    </div>
  );
}

function EndedBy({ flow }: { readonly flow: Flow }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.facts;
  const channel = flow.terminationChannel;
  if (channel === null || channel.kind === 'missing') {
    return (
      <Fact name={texts.endedBy} small={flow.running ? texts.stillRunning : texts.notInRecord}>
        <span className="font-normal text-ink3">{texts.none}</span>
      </Fact>
    );
  }
  const step = flow.terminationStep;
  const place = step === null ? null : texts.stepOf(format.number(step + 1), format.number(flow.steps.length));
  return (
    <Fact name={texts.endedBy} small={place} colour={channelColours(channel).ink}>
      {shownText(format.channelName(channel), 32)}
    </Fact>
  );
}

function TimeToReach({ flow, now }: { readonly flow: Flow; readonly now: EpochMs }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.facts;
  const { createdAt, reach } = flow;
  if (reach === null || createdAt === null) {
    return (
      <Fact name={texts.timeToReach} small={whyNoReach(flow, now, { catalogue, format })}>
        <span className="font-normal text-ink3">{texts.none}</span>
      </Fact>
    );
  }
  const inPart = flow.reachedBy !== null && flow.steps[flow.reachedBy]?.outcome.kind === 'partlyDelivered';
  const length = format.duration(reach.at - createdAt);
  return (
    <Fact name={texts.timeToReach} small={inPart ? texts.inPart : texts.createdTo[reach.kind]}>
      {reach.atMost ? texts.atMost(length) : length}
    </Fact>
  );
}

/** Every recipient where the steps went to several, so many at first sight; the findings say which. */
const mostRecipients = 3;

function Recipients({ recipients }: { readonly recipients: readonly string[] }) {
  const { catalogue, format } = useViewer();
  if (recipients.length < 2) return <AddressText address={recipients[0] ?? null} />;
  const rest = recipients.length - mostRecipients;
  return (
    <>
      {recipients.slice(0, mostRecipients).map((address, index) => (
        <span key={address}>
          {index > 0 && ', '}
          <AddressText address={address} />
        </span>
      ))}
      {rest > 0 && ` ${catalogue.facts.moreRecipients(format.number(rest))}`}
    </>
  );
}

function ApplicationId({ id }: { readonly id: string | null }) {
  const { catalogue } = useViewer();
  if (id === null) return catalogue.facts.notInRecord;
  return (
    <span className="font-mono" title={shownText(id, 120)}>
      {id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`}
    </span>
  );
}
