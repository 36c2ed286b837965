/** The versions of a flow, newest first: when and where each was seen, and what it says otherwise than the one before. */
import { useEffect, useMemo } from 'react';
import { Link } from 'react-router';
import { momentText } from '#contract/moment.ts';
import type { Flow } from '#model/flow/flow.ts';
import { type Difference, differences } from '#model/history/differences.ts';
import { seenAt } from '#model/history/version.ts';
import { Badge } from '#ui/badge.tsx';
import { buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { failureText } from '../problem/failure-text.ts';
import { flowAddress } from '../search/flow-address.ts';
import type { HistoryPanelProps } from './history-panel.tsx';
import { observedIn } from './observed-in.ts';
import { type Entry, useHistory } from './use-history.ts';
import { VersionCompare } from './version-compare.tsx';

export function HistoryList({ trackingId, flow, asOf, until, following, onObserved }: HistoryPanelProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.history;
  const { entries, seen, complete, error } = useHistory(trackingId, asOf, following);
  useEffect(() => {
    const used = seen.filter(({ firstSeen }) => until === undefined || firstSeen <= until);
    if (complete) onObserved(observedIn(used, flow));
  }, [complete, seen, flow, until, onObserved]);
  return (
    <>
      <div role="status">
        {error !== null && (
          <p className="mt-1 text-[0.8125rem] text-bad">{texts.failed(failureText(error, catalogue).title)}</p>
        )}
        {entries === undefined && error === null && <p className="mt-1 text-[0.8125rem] text-ink3">{texts.loading}</p>}
        {entries?.length === 0 && <p className="mt-1 text-[0.8125rem] text-ink3">{texts.empty}</p>}
      </div>
      {entries !== undefined && entries.length > 0 && (
        <>
          <p className="mt-1 text-[0.8125rem] text-ink3">{texts.intro}</p>
          <Versions trackingId={trackingId} entries={entries} />
          <VersionCompare entries={entries} />
        </>
      )}
    </>
  );
}

const flowIn = (entry: Entry | null | undefined): Flow | null =>
  entry?.reading?.ok === true ? entry.reading.flow : null;

/** The one that an entry is compared with: the own answer before it, and for a claim the one of then. */
function comparedWith(entry: Entry, entries: readonly Entry[]): Entry | null {
  return seenAt(
    entries.filter((other) => other !== entry),
    entry.firstSeen,
  );
}

function Versions({ trackingId, entries }: { readonly trackingId: string; readonly entries: readonly Entry[] }) {
  const newestFirst = useMemo(() => entries.toReversed(), [entries]);
  return (
    <ol className="mt-2 grid gap-2">
      {newestFirst.map((entry) => (
        <li key={`${entry.id} ${entry.firstSeen}`} className="border-l-2 border-line pl-3 text-[0.8125rem]">
          <Version trackingId={trackingId} entry={entry} before={comparedWith(entry, entries)} />
        </li>
      ))}
    </ol>
  );
}

interface VersionProps {
  readonly trackingId: string;
  readonly entry: Entry;
  readonly before: Entry | null;
}

function Version({ trackingId, entry, before }: VersionProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  const { claim, firstSeen, lastSeen, source, times } = entry;
  const [first, last] = [format.dateTime(firstSeen), format.dateTime(lastSeen)];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-medium">{firstSeen === lastSeen ? texts.seenAt(first) : texts.seenSo(first, last)}</span>
        <span className="text-ink2">{texts.sources[source]}</span>
        {times > 1 && <span className="text-ink3">{texts.times(times, format)}</span>}
        {claim ? (
          <Badge tone="warn" title={texts.claimHint}>
            {texts.claim}
          </Badge>
        ) : (
          <Link
            to={`${flowAddress(trackingId)}?asof=${encodeURIComponent(momentText(lastSeen))}`}
            aria-label={texts.pageThenOf(last)}
            className={buttonLooks({ size: 'small' })}
          >
            {texts.pageThen}
          </Link>
        )}
      </p>
      {claim && <p className="text-ink3">{texts.claimHint}</p>}
      <Changed entry={entry} before={before} />
    </>
  );
}

function Changed({ entry, before }: Omit<VersionProps, 'trackingId'>) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  const [flow, old] = [flowIn(entry), flowIn(before)];
  const found = useMemo(
    (): readonly Difference[] => (flow === null || old === null ? [] : differences(old, flow, entry.claim)),
    [flow, old, entry.claim],
  );
  if (entry.reading === undefined) return <p className="text-ink3">{texts.unread}</p>;
  if (flow === null) return <p className="text-ink3">{texts.refused}</p>;
  if (before === null) return entry.claim ? null : <p className="text-ink3">{texts.first}</p>;
  if (old === null) return null;
  if (found.length === 0) return <p className="text-ink3">{texts.same}</p>;
  return (
    <>
      {entry.claim && <p>{texts.saysOtherwise}</p>}
      <ul className="list-disc pl-4 wrap-anywhere">
        {found.slice(0, mostDifferences).map((change) => {
          const text = texts.difference(change, format);
          return <li key={text}>{text}</li>;
        })}
      </ul>
      {found.length > mostDifferences && (
        <p className="text-ink3">{texts.moreFields(format.number(found.length - mostDifferences))}</p>
      )}
    </>
  );
}

const mostDifferences = 12;
