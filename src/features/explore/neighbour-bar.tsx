/** On a flow's page: back to the result in Explore or to the list, and to the flows before and after this one in it. */
import { Link, useLocation, useNavigate } from 'react-router';
import { buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { fromResult, useNeighbours } from './neighbours.ts';

export function NeighbourBar({ trackingId }: { readonly trackingId: string }) {
  const { catalogue, format } = useViewer();
  const neighbours = useNeighbours(trackingId);
  const navigate = useNavigate();
  if (neighbours === null) return null;
  const texts = catalogue.explore.neighbours;
  const { place, count, previous, next, page, search } = neighbours;
  return (
    <nav aria-label={texts.title} className="mb-3 flex flex-wrap items-center gap-2 text-[13px] print:hidden">
      <Link
        to={{ pathname: page, search }}
        className={buttonLooks({ size: 'small' })}
        onClick={(event) => {
          // The entry in this tab's history holds what an address must not, and the moment of the search.
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          navigate(-1);
        }}
      >
        <span aria-hidden="true">←</span> {page === '/lookup' ? catalogue.lookup.back : texts.back}
      </Link>
      <span className="ml-auto text-ink3">{texts.place(format.number(place), format.number(count))}</span>
      <Neighbour to={previous} label={texts.previous} sign="‹" />
      <Neighbour to={next} label={texts.next} sign="›" />
    </nav>
  );
}

function Neighbour({ to, label, sign }: { readonly to: string | null; readonly label: string; readonly sign: string }) {
  const { search } = useLocation();
  const looks = `${buttonLooks({ size: 'small' })} min-w-8`;
  if (to === null) {
    return (
      <span aria-hidden="true" className={`${looks} opacity-40`}>
        {sign}
      </span>
    );
  }
  const zone = new URLSearchParams(search).get('tz');
  const query = zone === null ? '' : `?${new URLSearchParams({ tz: zone })}`;
  // Takes this flow's place in the history, so that Back leads to the result from any of them.
  return (
    <Link
      to={{ pathname: `/flows/${encodeURIComponent(to)}`, search: query }}
      replace
      state={fromResult}
      aria-label={label}
      title={label}
      className={looks}
    >
      <span aria-hidden="true">{sign}</span>
    </Link>
  );
}
