/** Why nobody was found under a number, and what else the number can be. */
import { conditionText } from '#features/explore/filter-text.ts';
import { usePhoneReadings } from '#features/search/use-phone-readings.ts';
import type { Filter } from '#model/explore/filters.ts';
import { otherReadings } from '#model/explore/other-readings.ts';
import { numberDigits } from '#model/explore/recipient.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface RecipientReadingsProps {
  /** Of the field `to`. */
  readonly filter: Filter;
  readonly wholeNumbersOnly: boolean;
  readonly onFilter: (filter: Filter) => void;
}

export function RecipientReadings({ filter, wholeNumbersOnly, onFilter }: RecipientReadingsProps) {
  const viewer = useViewer();
  const texts = viewer.catalogue.explore.empty;
  const value = filter.values[0] ?? '';
  const numbers = usePhoneReadings(value).map(({ e164 }) => e164);
  const others = otherReadings(filter, { numbers, wholeNumbersOnly });
  const shown = conditionText(filter, viewer);
  const whole = filter.operator === 'is' && numberDigits(value) !== null;
  return (
    <div className="grid justify-items-center gap-2">
      <p className="max-w-[60ch] text-[13px] text-ink2">
        {(whole && !wholeNumbersOnly ? texts.wholeNumber : texts.asWritten)(shown)}
      </p>
      {others.length > 0 && (
        <div className="flex flex-wrap justify-center gap-2">
          {others.map((other) => (
            <Button key={JSON.stringify(other)} onClick={() => onFilter(other)}>
              {texts.tryInstead(conditionText(other, viewer))}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
