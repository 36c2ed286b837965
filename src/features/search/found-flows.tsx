/** The flows that a text names, to choose from. */
import { Link, useNavigate } from 'react-router';
import { Button, buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { compareAddress } from '../look/page-addresses.ts';
import { flowAddress } from './flow-address.ts';
import { keepText } from './opened-texts.ts';

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
  const [first, second] = trackingIds;
  const navigate = useNavigate();
  const lookUp = () => {
    onChoose?.();
    void navigate('/lookup', { state: keepText({ text: trackingIds.join('\n'), fileName: null }) });
  };
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
        <p role="status" className="text-[13px] font-medium">
          {title ?? texts.found(trackingIds.length, format)}
        </p>
        {first !== undefined && second !== undefined && (
          <span className="flex flex-wrap gap-1.5">
            <Link to={compareAddress({ first, second })} onClick={onChoose} className={buttonLooks({ size: 'small' })}>
              {trackingIds.length === 2 ? catalogue.compare.two : catalogue.compare.firstTwo}
            </Link>
            <Button size="small" onClick={lookUp}>
              {texts.lookUpAll(trackingIds.length, format)}
            </Button>
          </span>
        )}
      </div>
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
