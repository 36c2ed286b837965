/** The flows to one number, as lines that lead to each, within the last day or the last week. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { recipientOptions, type WantedRecipient } from '#api/kin-query.ts';
import { exploreLink } from '#features/explore/explore-address.ts';
import { useMoments } from '#features/explore/moments.ts';
import { storeResult } from '#features/explore/neighbours.ts';
import { PlainRows } from '#features/explore/plain-rows.tsx';
import { ProblemNotice } from '#features/problem/problem-notice.tsx';
import { boundsOf } from '#model/explore/range.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useDrawnAt } from '#ui/use-now.ts';
import { useViewer } from '#ui/viewer.tsx';

const dayMs = 24 * 3_600_000;
const rowsAtOnce = 50;

export function RecipientFlows({ recipient }: { readonly recipient: WantedRecipient }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.recipient;
  // The moment of the question: what comes later is another question.
  const now = useDrawnAt();
  const [widened, setWidened] = useState(false);
  const [shown, setShown] = useState(rowsAtOnce);
  const day = useQuery(recipientOptions(recipient, boundsOf({ kind: 'latest', lengthMs: dayMs }, now)));
  const noneInDay = day.data?.rows.length === 0;
  const asksWeek = widened || noneInDay;
  const week = useQuery({
    ...recipientOptions(recipient, boundsOf({ kind: 'latest', lengthMs: 7 * dayMs }, now)),
    enabled: asksWeek,
  });
  const { data, error, refetch, isFetching } = asksWeek ? week : day;
  const range = asksWeek ? texts.lastWeek : texts.lastDay;
  const link = exploreLink(
    {
      range: { kind: 'latest', lengthMs: asksWeek ? 7 * dayMs : dayMs },
      filters: [{ field: 'to', operator: recipient.whole ? 'is' : 'ends_with', values: [recipient.number] }],
    },
    now,
  );
  if (error !== null && data === undefined) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  }
  if (data === undefined) {
    return (
      <p role="status" className="text-ink3">
        {texts.loading}
      </p>
    );
  }
  const widen = !asksWeek && <Button onClick={() => setWidened(true)}>{texts.widen}</Button>;
  const explore = (
    <Link to={link.to} state={link.state} className={buttonLooks()}>
      {texts.explore}
    </Link>
  );
  if (data.rows.length === 0) {
    return (
      <Notice tone="info" title={texts.none(range)} actions={explore}>
        {texts.noneHint}
      </Notice>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p role="status" className="text-[0.8125rem] text-ink2">
          {noneInDay && `${texts.widened} `}
          {texts.count(format.number(data.total), range)}
          {data.total > data.rows.length &&
            `. ${texts.more(format.number(data.rows.length), format.number(data.total))}`}
        </p>
        <span className="ml-auto flex gap-2">
          {widen}
          {explore}
        </span>
      </div>
      <Lines rows={data.rows} shown={shown} />
      {data.rows.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 4 * rowsAtOnce)}>
          {catalogue.compare.showMore(format.number(data.rows.length - shown))}
        </Button>
      )}
    </>
  );
}

const columns = ['created', 'status', 'chain', 'reach', 'price', 'findings'] as const;

function Lines({ rows, shown }: { readonly rows: readonly FlowRow[]; readonly shown: number }) {
  const viewer = useViewer();
  const moments = useMoments();
  const onOpen = (trackingId: string) =>
    storeResult({ page: '/recipient', search: '', ids: rows.flatMap((row) => row.trackingId ?? []), at: trackingId });
  return (
    <PlainRows
      rows={rows.slice(0, shown)}
      columns={columns}
      context={{ viewer, moments, sameDay: false }}
      label={viewer.catalogue.recipient.table}
      onOpen={onOpen}
    />
  );
}
