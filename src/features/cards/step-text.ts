/** A step as plain text, for a ticket. It names no recipient and no text of a message. */
import type { Flow, Step } from '#model/flow/flow.ts';
import { decimalsOf } from '#model/readings/price.ts';
import type { EpochMs } from '#model/values/time.ts';
import type { Viewer } from '#ui/viewer.tsx';
import { outcomeText } from '../look/outcome-text.ts';
import { wentOnText, whyNotSent } from './step-texts.ts';

interface Around {
  /** A moment of the flow's day; times of other days carry their date. */
  readonly day: EpochMs | null;
  /** Null where the gateway was not told which. */
  readonly currency: string | null;
  readonly viewer: Viewer;
}

/** Place, channel, outcome, times and price on one line. */
export function stepLine(step: Step, { day, viewer, currency }: Around): string {
  const { catalogue, format } = viewer;
  const texts = catalogue.flow.text;
  const said = outcomeText(step.outcome, step.status, viewer);
  const prices = step.messages.flatMap(({ price }) => price ?? []);
  const [first, ...rest] = prices;
  const price = first === undefined ? null : rest.reduce((sum, each) => sum.plus(each), first);
  const pieces = [
    texts.step(format.number(step.index + 1), format.channelName(step.channel), said),
    step.detailedStatus,
    step.sentAt === null ? null : texts.sentAt(format.timeOn(step.sentAt, day)),
    step.endedAt === null ? null : texts.resultAt(format.timeOn(step.endedAt, day)),
    price === null ? null : texts.priceOf(texts.inCurrency(format.money(price, decimalsOf(price)), currency)),
  ];
  return pieces.filter((piece) => piece !== null && piece !== '').join(', ');
}

/** A step by itself: its line with the date, why it was not sent or why the flow went on, and which flow it is of. */
export function stepText(step: Step, flow: Flow, { currency, viewer }: Omit<Around, 'day'>): string {
  const handover = flow.handovers.find(({ fromStep }) => fromStep === step.index);
  const lines = [
    stepLine(step, { day: null, currency, viewer }),
    whyNotSent(step, flow, viewer),
    handover === undefined ? null : (wentOnText(handover, viewer)?.text ?? null),
    flow.trackingId === null ? null : `${viewer.catalogue.flow.text.flow}: ${flow.trackingId}`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}
