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
          <AddressText address={flow.recipient} />
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
        {small !== null && <small className="text-[12px] font-normal text-ink3">{small}</small>}
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
  const missing = <span className="font-normal text-ink3">{texts.none}</span>;
  const { createdAt, reachedAt, reachedBy } = flow;
  if (createdAt === null) {
    return (
      <Fact name={texts.timeToReach} small={texts.notInRecord}>
        {missing}
      </Fact>
    );
  }
  if (reachedBy === null) {
    return (
      <Fact
        name={texts.timeToReach}
        small={flow.running ? texts.soFar(format.duration(now - createdAt)) : texts.notReached}
      >
        {missing}
      </Fact>
    );
  }
  if (reachedAt === null || reachedAt < createdAt) {
    return (
      <Fact name={texts.timeToReach} small={texts.reachedUnknown}>
        {missing}
      </Fact>
    );
  }
  const voice = flow.steps[reachedBy]?.messages[0].content.kind === 'voice';
  return (
    <Fact name={texts.timeToReach} small={voice ? texts.createdTo.answered : texts.createdTo.delivered}>
      {format.duration(reachedAt - createdAt)}
    </Fact>
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
