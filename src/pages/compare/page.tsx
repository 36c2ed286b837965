/** Two flows side by side: both verdicts, both timelines on one scale, and what differs. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiError } from '#api/api-error.ts';
import { flowOptions } from '#api/flow-query.ts';
import { compareAddress, type Pair } from '#features/look/page-addresses.ts';
import { failureText } from '#features/problem/failure-text.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';
import { CompareFacts } from './compare-facts.tsx';
import { CompareFields } from './compare-fields.tsx';
import { CompareSteps } from './compare-steps.tsx';
import { CompareTimeline } from './compare-timeline.tsx';
import { FlowColumn } from './flow-column.tsx';
import type { Side } from './side.ts';
import { type CompareView, readCompareView, readPair, withCompareView } from './url.ts';

export function ComparePage() {
  const { pair = '' } = useParams();
  const texts = useViewer().catalogue.compare;
  const read = readPair(pair);
  if (read === null) {
    return (
      <>
        <h1 className="mb-3 text-[1.375rem] font-semibold">{texts.title}</h1>
        <Notice tone="bad" title={texts.wrongAddress}>
          {texts.wrongAddressHint}
        </Notice>
      </>
    );
  }
  return <Comparison key={pair} pair={read} />;
}

/** What is known of one of the two. */
function useSide(trackingId: string): Side {
  const { catalogue } = useViewer();
  const { data, error } = useQuery(flowOptions(trackingId));
  if (data?.reading.ok === true) return { kind: 'read', trackingId, asOf: data.asOf, reading: data.reading };
  if (data !== undefined) return { kind: 'missing', trackingId, why: catalogue.lookup.meanings.unreadable };
  if (error === null) return { kind: 'loading', trackingId };
  const failure = error instanceof ApiError ? error.failure : null;
  const gone = failure?.kind === 'problem' && failure.code === 'not-found';
  const texts = catalogue.compare;
  return {
    kind: 'missing',
    trackingId,
    why: gone ? texts.notFound : texts.failed(failureText(error, catalogue).title),
  };
}

function Comparison({ pair }: { readonly pair: Pair }) {
  const { catalogue } = useViewer();
  const texts = catalogue.compare;
  const [search, setSearch] = useSearchParams();
  const view = readCompareView(search);
  const onView = (change: Partial<CompareView>) =>
    setSearch(withCompareView(search, { ...view, ...change }), { replace: true, preventScrollReset: true });
  const sides = [useSide(pair.first), useSide(pair.second)] as const;
  const { shortId } = catalogue.flow;
  useTitle(texts.tabTitle(shortId(pair.first), shortId(pair.second)));
  const [a, b] = sides;
  const both = a.kind === 'read' && b.kind === 'read' ? ([a, b] as const) : null;
  const query = search.toString();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-[1.375rem] leading-tight font-semibold tracking-[-0.01em]">{texts.title}</h1>
        <span className="flex flex-wrap gap-2 print:hidden">
          <Button pressed={view.onlyDifferent} onClick={() => onView({ onlyDifferent: !view.onlyDifferent })}>
            {texts.onlyDifferent}
          </Button>
          <Link
            to={{ pathname: compareAddress({ first: pair.second, second: pair.first }), search: query }}
            replace
            className={buttonLooks()}
          >
            <span aria-hidden="true">⇄</span> {texts.swap}
          </Link>
        </span>
      </div>
      {pair.first === pair.second && <Notice tone="info" title={texts.same} />}
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-[minmax(0,1fr)]">
        <FlowColumn name={texts.first} side={a} />
        <FlowColumn name={texts.second} side={b} />
      </div>
      <CompareTimeline sides={sides} align={view.align} onAlign={(align) => onView({ align })} />
      <CompareFacts sides={sides} onlyDifferent={view.onlyDifferent} />
      <CompareSteps sides={sides} onlyDifferent={view.onlyDifferent} />
      {both !== null && <CompareFields sides={both} onlyDifferent={view.onlyDifferent} />}
    </div>
  );
}
