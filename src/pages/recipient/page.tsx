/** The flows to a telephone number, newest first: of the last day, or of the week where there are none. */
import { useState } from 'react';
import { useConfig } from '#api/use-config.ts';
import { usePhoneReader } from '#features/search/use-phone-readings.ts';
import { useWantedNumber } from '#features/search/wanted-number.ts';
import { maskRecipient } from '#model/masking/masking.ts';
import type { PhoneReading } from '#model/values/phone.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PartFailure } from '#ui/part-failure.tsx';
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';
import { RecipientFlows } from './recipient-flows.tsx';

export function RecipientPage() {
  const { catalogue, masked, format } = useViewer();
  const texts = catalogue.recipient;
  const text = useWantedNumber();
  const wholeOnly = useConfig()?.mask === 'always';
  const { read, retry } = usePhoneReader(text !== null);
  const readings = text === null || read === null ? null : readingsOf(read(text), text, wholeOnly);
  const [chosen, setChosen] = useState(0);
  useTitle(texts.tabTitle);
  if (text === null) return <Notice tone="info" title={texts.gone} />;
  if (retry !== null) return <PartFailure floating={false} onRetry={retry} />;
  if (readings === null) return <p className="text-ink3">{texts.loading}</p>;
  const reading = readings[Math.min(chosen, readings.length - 1)];
  if (reading === undefined) return <Notice tone="info" title={texts.gone} />;
  const shown = (e164: string) => (masked ? maskRecipient(e164) : e164);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h1 className="text-[1.375rem] leading-tight font-semibold tracking-[-0.01em]">
        {texts.title(shown(reading.e164))}
      </h1>
      <p className="text-[0.8125rem] text-ink3">{texts.intro}</p>
      {readings.length > 1 && (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="float-left text-[0.8125rem]">{texts.readings}</legend>
          {readings.map(({ e164, country: of }, place) => (
            <Button key={e164} size="small" pressed={e164 === reading.e164} onClick={() => setChosen(place)}>
              {of === null ? shown(e164) : texts.reading(shown(e164), format.countryName(of))}
            </Button>
          ))}
        </fieldset>
      )}
      <RecipientFlows key={reading.e164} recipient={{ number: reading.e164, whole: reading.whole }} />
    </div>
  );
}

interface Reading extends Pick<PhoneReading, 'e164' | 'country'> {
  readonly whole: boolean;
}

/**
 * Digits of a country that nobody named are looked for as the end of a number; where only whole numbers may be asked for, as
 * they stand.
 */
function readingsOf(read: readonly PhoneReading[], text: string, wholeOnly: boolean): readonly Reading[] {
  if (read.length > 0) return read.map((reading) => ({ ...reading, whole: true }));
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits === '' ? [] : [{ e164: digits, country: null, whole: wholeOnly }];
}
