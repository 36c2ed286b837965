/** What is said of a search that did not lead to a page at once: what the text is, what is wrong with it, what to do. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SearchText } from '#model/record/search-text.ts';
import type { IdFault } from '#model/record/tracking-id.ts';
import type { Catalogue } from '#texts/en.ts';
import type { Format } from '#texts/format.ts';
import { buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { AddressText } from '../look/address-text.tsx';
import { shownText } from '../look/visible-text.ts';
import { flowAddress, vouched } from './flow-address.ts';
import { FoundFlows } from './found-flows.tsx';
import { RecipientLinks } from './recipient-links.tsx';

/** All but those that lead to a page. */
export type Answered = Exclude<SearchText, { kind: 'one' | 'record' }>;

interface SearchAnswerProps {
  readonly answer: Answered;
  readonly id: string;
  readonly className: string;
  readonly onChoose: () => void;
}

export function SearchAnswer({ answer, id, className, onChoose }: SearchAnswerProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.search;
  const said = { id, className };
  switch (answer.kind) {
    case 'many':
      return (
        <div className={`${className} overflow-hidden`}>
          <FoundFlows trackingIds={answer.trackingIds} onChoose={onChoose} />
          {answer.damaged !== undefined && <NotWhole written={answer.damaged} />}
        </div>
      );
    case 'messageOnly':
      return (
        <div className={`${className} overflow-hidden`}>
          <p role="alert" id={id} className="px-3 pt-2 text-[13px]">
            <strong className="font-medium">{texts.messageOnly}</strong>{' '}
            <span className="text-ink2">{texts.messageOnlyHint}</span>
          </p>
          <FoundFlows trackingIds={answer.trackingIds} title={texts.messageOnlyList} onChoose={onChoose} />
        </div>
      );
    case 'empty':
      return <Said {...said} title={texts.empty} wrong />;
    case 'none':
      return <Said {...said} title={texts.none} hint={texts.noneHint} wrong />;
    case 'mail':
      return <Said {...said} title={texts.mail} hint={texts.mailHint} wrong />;
    case 'damaged':
      return <Said {...said} {...faultText(answer.fault, texts, format)} wrong />;
    case 'lookAlikes':
      return (
        <Said {...said} title={texts.lookAlikes} hint={texts.lookAlikesHint}>
          <Link
            to={flowAddress(answer.trackingId)}
            onClick={onChoose}
            className={`${buttonLooks()} mt-2 font-mono whitespace-normal! wrap-anywhere`}
          >
            {answer.trackingId}
          </Link>
        </Said>
      );
    case 'telephone':
      return (
        <Said {...said} title={texts.telephone(answer.numbers.length, format)} hint={texts.telephoneHint}>
          <RecipientLinks numbers={answer.numbers} onChoose={onChoose} />
        </Said>
      );
    case 'digits':
      return (
        <Said {...said} title={texts.digits} hint={texts.digitsHint}>
          <RecipientLinks numbers={[answer.digits]} onChoose={onChoose} />
          <Link
            to={flowAddress(answer.digits)}
            state={vouched(answer.digits)}
            onClick={onChoose}
            className={`${buttonLooks()} mt-2`}
          >
            {texts.asId} <AddressText address={answer.digits} />
          </Link>
        </Said>
      );
  }
}

interface SaidProps {
  readonly id: string;
  readonly className: string;
  readonly title: string;
  readonly hint?: string | null;
  /** The text leads nowhere as it is. */
  readonly wrong?: boolean;
  readonly children?: ReactNode;
}

function Said({ id, className, title, hint = null, wrong = false, children }: SaidProps) {
  return (
    <div className={`${className} px-3 py-2 text-[13px]`}>
      <p id={id} role="alert">
        <span className={`font-medium ${wrong ? 'text-bad' : ''}`}>{title}</span>
        {hint !== null && <span className="block text-ink2 wrap-anywhere">{hint}</span>}
      </p>
      {children}
    </div>
  );
}

/** IDs of a list that are not whole, so that none of them is left out in silence. */
function NotWhole({ written }: { readonly written: readonly string[] }) {
  const { catalogue, format } = useViewer();
  const shown = written.slice(0, 5).map((id) => shownText(id, 48));
  return (
    <p className="border-t border-line px-3 py-2 text-[12.5px] text-bad wrap-anywhere">
      {catalogue.search.notWhole(written.length, format)} <span className="font-mono">{shown.join(', ')}</span>
    </p>
  );
}

function faultText(fault: IdFault, texts: Catalogue['search'], format: Format) {
  if (fault.kind === 'character') {
    return { title: texts.damaged, hint: texts.wrongCharacter(shownText(fault.character, 4)) };
  }
  const { found, expected, group } = fault;
  const length =
    found < expected
      ? texts.missing(expected - found, found, expected, format)
      : texts.extra(found - expected, found, expected, format);
  const where = group === null ? '' : ` ${texts.group(group.place, group.found, group.expected, format)}`;
  return { title: length, hint: `${where.trim()} ${texts.copyAgain}`.trim() };
}
