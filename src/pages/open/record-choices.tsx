/** Several records in one text: each is read here, and one is chosen. */
import { useNavigate } from 'react-router';
import { shownText } from '#features/look/visible-text.ts';
import { keepText } from '#features/search/opened-texts.ts';
import { verdict } from '#model/readings/verdict.ts';
import type { RecordChoice } from '#model/record/read-flow.ts';
import { pathText } from '#model/values/json.ts';
import { useViewer } from '#ui/viewer.tsx';

interface RecordChoicesProps {
  readonly records: readonly RecordChoice[];
  /** All that were found; more than are offered in a very long file. */
  readonly count: number;
  readonly fileName: string | null;
}

/** More would be a list that nobody chooses from. */
const mostListed = 100;

export function RecordChoices({ records, count, fileName }: RecordChoicesProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.errors.refusal.several;
  const listed = records.slice(0, mostListed);
  return (
    <section aria-label={texts.list} className="rounded-xl border border-line bg-panel">
      <ul className="max-h-[480px] overflow-auto">
        {listed.map((choice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records of a text may be alike
          <li key={index} className="border-line not-first:border-t">
            <Choice choice={choice} fileName={fileName} />
          </li>
        ))}
      </ul>
      {count > listed.length && (
        <p className="border-t border-line px-3 py-2 text-[12.5px] text-ink3">
          {texts.more(format.number(count - listed.length))}
        </p>
      )}
    </section>
  );
}

function Choice({ choice, fileName }: { readonly choice: RecordChoice; readonly fileName: string | null }) {
  const { catalogue, format } = useViewer();
  const navigate = useNavigate();
  const texts = catalogue.errors.refusal.several;
  const { flow, text, place } = choice;
  const id = flow.trackingId === null ? texts.noId : shownText(flow.trackingId, 80);
  const at = flow.createdAt ?? flow.updatedAt ?? 0;
  // A finished flow says the same at any time; of a running one its own last moment is the surest.
  const heading = catalogue.verdict.heading(verdict(flow, flow.updatedAt ?? at).heading, format);
  const where = [
    place === null || place.path.length === 0 ? null : texts.at(shownText(pathText(place.path), 80)),
    place?.amongText === true ? texts.line(format.number(place.line)) : null,
    flow.createdAt === null ? null : format.dateTime(flow.createdAt),
  ].filter((piece) => piece !== null);
  return (
    <button
      type="button"
      aria-label={`${texts.open(id)}: ${heading}`}
      // No link: its state would hold every record before one is chosen.
      onClick={() => void navigate('/open', { state: keepText({ text, fileName }) })}
      className="block w-full cursor-pointer px-3 py-2 text-left -outline-offset-2 hover:bg-line2"
    >
      <span className="block font-mono text-[12.5px] wrap-anywhere">{id}</span>
      <span className="block text-[13px] font-medium">{heading}</span>
      {where.length > 0 && <span className="block text-[12px] text-ink3">{where.join(' · ')}</span>}
    </button>
  );
}
