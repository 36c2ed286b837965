/** What was found of a flow's kin: other flows to its recipient, of its sender, with its label. */

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { gatewayNow } from '#api/clock.ts';
import { type Kin, kinOptions } from '#api/kin-query.ts';
import { smallSample, wilson } from '#model/explore/failing.ts';
import type { Filter } from '#model/explore/filters.ts';
import { fromSender, type KinCounts, kinCounts, withLabel } from '#model/explore/kin.ts';
import type { RowStatus } from '#model/explore/row.ts';
import type { Flow } from '#model/flow/flow.ts';
import { maskLabel } from '#model/masking/masking.ts';
import type { EpochMs } from '#model/values/time.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { exploreLink } from '../explore/explore-address.ts';
import { statusFill } from '../explore/status-fill.ts';
import { compareAddress } from '../look/page-addresses.ts';
import { shownText } from '../look/visible-text.ts';
import { failureText } from '../problem/failure-text.ts';

export interface KinProps {
  readonly trackingId: string;
  readonly flow: Flow;
  /** When the flow was created: its kin are sought around it. */
  readonly createdAt: EpochMs;
}

export function KinAnswer({ trackingId, flow, createdAt }: KinProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.kin;
  // A recipient that the gateway has masked is nobody's number to search for.
  const recipient = flow.recipient !== null && /^\+?\d{7,15}$/.test(flow.recipient) ? flow.recipient : null;
  const { data, error, isFetching, refetch } = useQuery(kinOptions(trackingId, createdAt, recipient));
  return (
    <>
      <div role="status">
        {error !== null && !isFetching && (
          <p className="mt-2 text-[0.8125rem] text-bad">{texts.failed(failureText(error, catalogue).title)}</p>
        )}
        {data !== undefined && <Found trackingId={trackingId} flow={flow} kin={data} />}
      </div>
      <Button size="small" className="mt-3" disabled={isFetching} onClick={() => void refetch()}>
        {isFetching ? texts.asking : texts.again}
      </Button>
    </>
  );
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly counts: KinCounts;
  /** Of the hour before; undefined where the line is of no hour. */
  readonly before?: KinCounts;
  readonly partial: { readonly loaded: number; readonly total: number } | null;
  readonly filter: Filter;
  readonly range: { readonly from: number; readonly to: number };
}

function linesOf(
  flow: Flow,
  kin: Kin,
  masked: boolean,
  texts: ReturnType<typeof useViewer>['catalogue']['kin'],
): Line[] {
  const [first] = flow.steps.flatMap(({ messages }) => messages);
  const lines: Line[] = [];
  const partial = ({ rows, total }: Kin['thisHour']) => (total > rows.length ? { loaded: rows.length, total } : null);
  if (kin.toRecipient !== null && flow.recipient !== null) {
    const { rows } = kin.toRecipient;
    lines.push({
      key: 'recipient',
      name: texts.recipient,
      counts: kinCounts(rows, () => true),
      partial: partial(kin.toRecipient),
      filter: { field: 'to', operator: 'is', values: [flow.recipient] },
      range: kin.days,
    });
  }
  const inHour = (key: 'sender' | 'label', value: string, isKin: Parameters<typeof kinCounts>[1]) =>
    lines.push({
      key,
      name: texts[key](shownText(masked ? maskLabel(value) : value, 40)),
      counts: kinCounts(kin.thisHour.rows, isKin),
      before: kinCounts(kin.hourBefore.rows, isKin),
      partial: partial(kin.thisHour),
      filter: { field: key, operator: 'is', values: [value] },
      range: kin.hour,
    });
  if (first?.from != null) inHour('sender', first.from, fromSender(first.from));
  if (first?.label != null) inHour('label', first.label, withLabel(first.label));
  return lines;
}

function Found({ trackingId, flow, kin }: Pick<KinProps, 'trackingId' | 'flow'> & { readonly kin: Kin }) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.kin;
  const lines = linesOf(flow, kin, masked, texts);
  const others = (kin.toRecipient?.rows ?? []).flatMap((row) => row.trackingId ?? []).filter((id) => id !== trackingId);
  const [next] = others;
  if (lines.length === 0) return <p className="mt-2 text-[0.8125rem]">{texts.nothing}</p>;
  return (
    <>
      <ul className="mt-2 grid gap-3">
        {lines.map((line) => (
          <KinLine key={line.key} line={line} />
        ))}
      </ul>
      {next !== undefined && (
        <Link
          to={compareAddress({ first: trackingId, second: next })}
          className={`mt-3 ${buttonLooks({ size: 'small' })}`}
        >
          {texts.compare(catalogue.flow.shortId(next))}
        </Link>
      )}
    </>
  );
}

const order: readonly RowStatus[] = ['succeeded', 'failed', 'running', 'unknown'];

function KinLine({ line }: { readonly line: Line }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.kin;
  const { name, counts, before, partial, filter, range } = line;
  const { byStatus, flows } = counts;
  const number = (status: RowStatus) => format.number(byStatus[status]);
  const said = texts.outcomes(number('succeeded'), number('failed'), number('running'), number('unknown'));
  const link = exploreLink({ range: { kind: 'between', ...range }, filters: [filter] }, gatewayNow());
  return (
    <li className="grid gap-1">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-[0.8125rem] font-medium wrap-anywhere">{name}</span>
        <Link to={link.to} state={link.state} className="text-[0.8125rem] underline">
          {texts.explore}
          <span className="sr-only">: {name}</span>
        </Link>
      </span>
      {/* As wide as there are flows in each state; said in words beneath. */}
      <span
        aria-hidden="true"
        title={said}
        className="flex h-2.5 overflow-hidden rounded-full bg-line2 forced-color-adjust-none"
      >
        {order.map((status) => (
          <span
            key={status}
            style={{ width: `${(100 * byStatus[status]) / Math.max(1, flows)}%`, background: statusFill[status] }}
          />
        ))}
      </span>
      <span className="text-[0.75rem] text-ink2">
        {flows <= 1 ? texts.alone : texts.others(flows, format)}. {said}. <ShareText counts={counts} before={before} />
        {partial !== null && ` ${texts.partial(format.number(partial.loaded), format.number(partial.total))}`}
      </span>
    </li>
  );
}

function ShareText({ counts, before }: { readonly counts: KinCounts; readonly before: KinCounts | undefined }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.kin;
  if (counts.failedShare === null) return <>{texts.noneEnded}.</>;
  const failed = counts.byStatus.failed;
  const { low, high } = wilson(failed, counts.ended);
  const share = texts.failedShare(
    format.percent(counts.failedShare),
    format.number(failed),
    format.number(counts.ended),
  );
  const small = counts.ended < smallSample ? `, ${texts.small(format.percent(low), format.percent(high))}` : '';
  const earlier =
    before === undefined
      ? ''
      : `; ${before.failedShare === null ? texts.hourBeforeNone : texts.hourBefore(format.percent(before.failedShare))}`;
  return (
    <strong className="font-medium">
      {share}
      {small}
      {earlier}.
    </strong>
  );
}
