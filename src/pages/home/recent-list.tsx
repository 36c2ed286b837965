/** The flows opened last in this browser. */
import { Link } from 'react-router';
import { flowLook } from '#features/heading/flow-heading.tsx';
import { shownText } from '#features/look/visible-text.ts';
import { forgetAllFlows, forgetFlow, type RecentFlow, useRecentFlows } from '#features/recent/recent-flows.ts';
import { flowAddress } from '#features/search/flow-address.ts';
import { readFlowStatus } from '#model/flow/to-flow.ts';
import { readChannel } from '#model/record/channel.ts';
import { Badge } from '#ui/badge.tsx';
import { useNow } from '#ui/use-now.ts';
import { useViewer } from '#ui/viewer.tsx';

export function RecentList() {
  const { catalogue } = useViewer();
  const texts = catalogue.home;
  const recent = useRecentFlows();
  const now = useNow(recent.length === 0 ? null : 30_000);
  return (
    <section aria-labelledby="recent" className="mt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="recent" className="text-[13px] font-semibold">
          {texts.recent}
        </h2>
        {recent.length > 0 && (
          <p className="text-[12px] text-ink3">
            {texts.recentKept} ·{' '}
            <button
              type="button"
              aria-label={texts.clearLabel}
              className="cursor-pointer rounded py-1 underline-offset-2 hover:text-ink hover:underline"
              onClick={forgetAllFlows}
            >
              {texts.clear}
            </button>
          </p>
        )}
      </div>
      {recent.length === 0 ? (
        <p className="mt-2 rounded-xl border border-dashed border-line px-4 py-3 text-[13px] text-ink3">
          {texts.noRecent}
        </p>
      ) : (
        <ul className="mt-2 overflow-hidden rounded-xl border border-line bg-panel">
          {recent.map((flow) => (
            <RecentRow key={flow.trackingId} flow={flow} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RecentRow({ flow, now }: { readonly flow: RecentFlow; readonly now: number }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.home;
  const look = flowLook(readFlowStatus(flow.status));
  const channels = flow.channels.map((name) => shownText(format.channelName(readChannel(name || null)), 24));
  const id = shownText(flow.trackingId, 128);
  return (
    <li className="group relative flex items-stretch border-line not-first:border-t">
      <Link
        to={flowAddress(flow.trackingId)}
        className="grid min-w-0 flex-1 grid-cols-[112px_minmax(0,1fr)_142px_80px] items-center gap-x-3 gap-y-1 rounded-[inherit] py-2 pl-2.5 -outline-offset-2 hover:bg-line2 max-sm:grid-cols-[minmax(0,1fr)_auto]"
      >
        <span className="max-sm:order-1">
          <Badge tone={look.tone}>
            <span aria-hidden="true">{look.sign}</span>{' '}
            {flow.status === null ? texts.noStatus : shownText(flow.status, 40)}
          </Badge>
        </span>
        <span className="font-mono text-[12.5px] wrap-anywhere max-sm:order-3 max-sm:col-span-2">{id}</span>
        <span className="text-[13px] max-sm:order-4">
          {channels.length === 0 ? <span className="text-ink3">{texts.nothingSent}</span> : channels.join(' → ')}
        </span>
        <time
          dateTime={new Date(flow.seenAt).toISOString()}
          title={texts.seenAt(format.dateTime(flow.seenAt))}
          className="text-right text-[13px] text-ink3 max-sm:order-2"
        >
          {format.relative(Math.min(flow.seenAt, now), now)}
        </time>
      </Link>
      <button
        type="button"
        aria-label={texts.forget(id)}
        title={texts.forget(id)}
        onClick={() => forgetFlow(flow.trackingId)}
        className="w-9 shrink-0 cursor-pointer text-ink3 -outline-offset-2 hover:bg-line2 hover:text-ink"
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}
