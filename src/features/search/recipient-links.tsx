/** Ways to the flows of a telephone number. */
import { Link } from 'react-router';
import { buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { AddressText } from '../look/address-text.tsx';
import { recipientPath, wantNumber } from './wanted-number.ts';

interface RecipientLinksProps {
  readonly numbers: readonly string[];
  readonly onChoose?: (() => void) | undefined;
}

/** More would be a list that nobody chooses from. */
const mostListed = 20;

export function RecipientLinks({ numbers, onChoose }: RecipientLinksProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.search;
  const left = numbers.length - mostListed;
  return (
    <>
      <ul className="mt-2 flex flex-wrap gap-2">
        {numbers.slice(0, mostListed).map((number) => (
          <li key={number}>
            <Link
              to={recipientPath}
              onClick={() => {
                wantNumber(number);
                onChoose?.();
              }}
              className={buttonLooks()}
            >
              {texts.flowsTo} <AddressText address={number} />
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="mt-1 text-ink3">{texts.more(left, format)}</p>}
    </>
  );
}
