/** The price of each step in exact figures, with the sum and what failed attempts cost. */
import { useState } from 'react';
import type { Flow } from '#model/flow/flow.ts';
import type { PriceReading, StepPrice } from '#model/readings/price.ts';
import { useViewer } from '#ui/viewer.tsx';
import { channelColours } from '../look/looks.ts';
import { channelText } from '../look/row-texts.ts';

interface PriceTableProps {
  readonly reading: PriceReading;
  readonly flow: Flow;
}

const rowsAtOnce = 20;
const head = 'border-b border-line px-2.5 py-[7px] text-[12px] font-medium text-ink3 max-sm:px-1.5';
const cell = 'border-b border-line2 px-2.5 py-2 max-sm:px-1.5';
const number = `${cell} text-right wrap-anywhere`;

export function PriceTable({ reading, flow }: PriceTableProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.price;
  const [shown, setShown] = useState(rowsAtOnce);
  const left = reading.steps.length - shown;
  const failed = spentOnFailed();
  return (
    <>
      <table className="w-full border-collapse text-[13px]">
        <caption className="sr-only">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {texts.columns.step}
            </th>
            {[texts.columns.messages, texts.columns.each, texts.columns.price, texts.columns.share].map((name) => (
              <th key={name} scope="col" className={`${head} text-right`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reading.steps.slice(0, shown).map((step) => (
            <PriceRow key={step.stepIndex} price={step} flow={flow} decimals={reading.decimals} />
          ))}
          <tr>
            <th scope="row" className={`${cell} text-left font-semibold`}>
              {texts.total}
            </th>
            <td className={number}>{format.number(reading.messageCount)}</td>
            <td className={cell} />
            <td className={`${number} font-semibold`}>
              {reading.sum === null ? texts.none : format.money(reading.sum, reading.decimals)}
            </td>
            <td className={`${number} text-ink3 max-md:hidden`}>{failed}</td>
            <td className={`${cell} md:hidden`} />
          </tr>
          {reading.agreement.kind === 'differs' && reading.total !== null && (
            <tr>
              <th scope="row" colSpan={3} className={`${cell} text-left font-normal text-warn`}>
                {texts.totalPrice}
              </th>
              <td className={`${number} font-semibold text-warn`}>{format.money(reading.total, reading.decimals)}</td>
              <td className={cell} />
            </tr>
          )}
        </tbody>
      </table>
      {failed !== null && <p className="px-1.5 pt-2 text-right text-[12px] text-ink3 md:hidden">{failed}</p>}
      {left > 0 && (
        <button
          type="button"
          className="mt-2 cursor-pointer text-[12px] underline"
          onClick={() => setShown(shown + 5 * rowsAtOnce)}
        >
          {texts.showMore(format.number(left))}
        </button>
      )}
    </>
  );

  function spentOnFailed(): string | null {
    if (reading.spentOnFailed.eq(0)) return null;
    return reading.failedShare === null
      ? texts.spentOnFailedMoney(format.money(reading.spentOnFailed, reading.decimals))
      : texts.spentOnFailed(format.percent(reading.failedShare));
  }
}

interface PriceRowProps {
  readonly price: StepPrice;
  readonly flow: Flow;
  readonly decimals: number;
}

function PriceRow({ price, flow, decimals }: PriceRowProps) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const texts = catalogue.price;
  const step = flow.steps[price.stepIndex];
  if (step === undefined) return null;
  const each =
    price.each === null ? (price.sum === null ? texts.none : texts.varies) : format.money(price.each, decimals);
  return (
    <tr>
      <th scope="row" className={`${cell} text-left font-normal wrap-anywhere`}>
        <span
          aria-hidden="true"
          className="mr-1.5 inline-block size-[9px] rounded-[3px]"
          style={{ background: channelColours(step.channel).solid }}
        />
        {texts.step(format.number(step.index + 1), channelText(step, viewer))}
      </th>
      <td className={number}>{format.number(price.messages.length)}</td>
      <td className={number}>{each}</td>
      <td className={number}>{price.sum === null ? texts.none : format.money(price.sum, decimals)}</td>
      <td className={number}>{price.share === null ? texts.none : format.percent(price.share)}</td>
    </tr>
  );
}
