/** The flows to one number, as lines that lead to each, within the last day or the last week. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { recipientOptions, type WantedRecipient } from '#api/kin-query.ts';
import { cell } from '#features/explore/cells.tsx';
import { exploreLink } from '#features/explore/explore-address.ts';
import { useMoments } from '#features/explore/moments.ts';
import { fromResult, storeResult } from '#features/explore/neighbours.ts';
import { ProblemNotice } from '#features/problem/problem-notice.tsx';
import { flowAddress } from '#features/search/flow-address.ts';
import { boundsOf } from '#model/explore/range.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
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

function Lines({ rows, shown }: { readonly rows: readonly FlowRow[]; readonly shown: number }) {
  const viewer = useViewer();
  const moments = useMoments();
  const texts = viewer.catalogue;
  const context = { viewer, moments, sameDay: false };
  const { columns } = texts.explore;
  const head = 'border-b border-line px-3 py-1.5 text-left font-medium text-ink3 whitespace-nowrap';
  const at = 'border-b border-line2 px-3 py-1.5 whitespace-nowrap';
  const onOpen = (trackingId: string) =>
    storeResult({ page: '/recipient', search: '', ids: rows.flatMap((row) => row.trackingId ?? []), at: trackingId });
  return (
    <ScrollRegion label={texts.recipient.table} className="rounded-xl border border-line bg-panel">
      <table className="w-full border-collapse text-[0.8125rem] tabular-nums">
        <thead>
          <tr>
            {(['created', 'status', 'chain', 'reach', 'price', 'findings'] as const).map((column) => (
              <th key={column} scope="col" className={head}>
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            <tr key={row.trackingId ?? index} className="hover:bg-line2">
              <td className={at}>
                {row.trackingId === null ? (
                  cell(row, 'created', context)
                ) : (
                  <Link
                    to={flowAddress(row.trackingId)}
                    state={fromResult}
                    onClick={() => onOpen(row.trackingId ?? '')}
                    className="underline"
                  >
                    {cell(row, 'created', context)}
                    <span className="sr-only">{texts.explore.table.open(row.trackingId)}</span>
                  </Link>
                )}
              </td>
              <td className={at}>{cell(row, 'status', context)}</td>
              <td className={at}>{cell(row, 'chain', context)}</td>
              <td className={at}>{cell(row, 'reach', context)}</td>
              <td className={at}>{cell(row, 'price', context)}</td>
              <td className={at}>{cell(row, 'findings', context)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
