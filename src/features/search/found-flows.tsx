/** The flows that a text names, to choose from. */
import { Link } from 'react-router';
import { useViewer } from '#ui/viewer.tsx';
import { flowAddress } from './flow-address.ts';

interface FoundFlowsProps {
  readonly trackingIds: readonly string[];
  /** Said above the list; how many IDs were found, else. */
  readonly title?: string;
  readonly onChoose?: () => void;
}

/** More would be a list that nobody chooses from. */
const mostListed = 200;

export function FoundFlows({ trackingIds, title, onChoose }: FoundFlowsProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.search;
  const left = trackingIds.length - mostListed;
  return (
    <>
      <p role="status" className="px-3 py-2 text-[13px] font-medium">
        {title ?? texts.found(trackingIds.length, format)}
      </p>
      <ul aria-label={texts.foundList} className="max-h-80 overflow-auto border-t border-line">
        {trackingIds.slice(0, mostListed).map((trackingId) => (
          <li key={trackingId} className="border-line not-first:border-t">
            <Link
              to={flowAddress(trackingId)}
              onClick={onChoose}
              className="block px-3 py-1.5 font-mono text-[12.5px] wrap-anywhere -outline-offset-2 hover:bg-line2"
            >
              {trackingId}
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="border-t border-line px-3 py-2 text-[12.5px] text-ink3">{texts.more(left, format)}</p>}
    </>
  );
}
