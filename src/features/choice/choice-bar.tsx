/** Says which flows were chosen and offers to compare them; nothing while none is. */
import { Link } from 'react-router';
import { Button, buttonLooks } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { compareAddress } from '../look/page-addresses.ts';
import { clearChosen, useChosenFlows } from './chosen-flows.ts';

export function ChoiceBar() {
  const { catalogue, format } = useViewer();
  const texts = catalogue.choice;
  const chosen = useChosenFlows();
  const [first, second] = chosen;
  const said = second === undefined ? texts.one : texts.several(chosen.length, format);
  const names = chosen.slice(0, 2).map(catalogue.flow.shortId);
  return (
    <>
      <p role="status" className="sr-only">
        {first === undefined ? '' : said}
      </p>
      {first !== undefined && (
        <section
          aria-label={texts.title}
          className="sticky bottom-3 z-20 mx-auto flex max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line bg-panel px-3.5 py-2 text-[0.8125rem] shadow-lg print:hidden"
        >
          <span>{said}</span>
          <span className="font-mono text-[0.75rem] text-ink3">{names.join(' · ')}</span>
          {second !== undefined && (
            <Link to={compareAddress({ first, second })} className={buttonLooks({ size: 'small', tone: 'accent' })}>
              {chosen.length > 2 ? texts.compareFirst : texts.compare}
            </Link>
          )}
          <Button size="small" onClick={clearChosen}>
            {texts.clear}
          </Button>
        </section>
      )}
    </>
  );
}
