/** One generated flow from beginning to end, told by the seed and its place in the week. */

import { type Choices, pick, type Random, seededRandom } from '../random.ts';
import type { StepDraft } from '../records/draft.ts';
import type { RecordOptions } from '../records/record-builder.ts';
import { hash32 } from '../records/uuid.ts';
import { type ChannelName, campaigns } from './campaigns.ts';
import { type Country, countries } from './networks.ts';
import { type Recipient, type Setting, tryChannel, unsentStep } from './outcomes.ts';

export interface Plan {
  readonly recipient: string;
  /** Sent steps; those that were never sent follow where the campaign's records hold them. */
  readonly steps: readonly StepDraft[];
  readonly options: Omit<RecordOptions, 'steps'>;
  readonly status: 'Succeeded' | 'Failed' | 'InProgress';
  readonly endedBy: ChannelName;
  /** When its status becomes final, seconds after creation; Infinity for one that never does. */
  readonly endS: number;
  /** Nothing is heard of it after this many seconds. */
  readonly silentAfterS: number;
  readonly declaresUnsent: boolean;
}

/** What is wrong with a few of the records. */
type Oddity = 'none' | 'totalOfLastStep' | 'stuck' | 'serverError' | 'countryDiffers' | 'failoverNotListed';

const oddities: Choices<Oddity> = [
  ['none', 9_760],
  ['totalOfLastStep', 120],
  ['failoverNotListed', 60],
  ['countryDiffers', 30],
  ['serverError', 15],
  ['stuck', 15],
];

/** People who are written to again and again: each of these numbers has a history of some flows a day. */
const regulars = 40;
/** One flow of so many is for one of them. */
const regularShare = 50;

/** The number of a regular; the draw is its own, so that it changes nothing else of the week. */
function regularNumber({ prefix, digits }: Country, seed: number, index: number): string | null {
  const draw = hash32(`${seed}/regular`, index);
  if (draw % regularShare !== 0) return null;
  return prefix + String(Math.floor(draw / regularShare) % regulars).padStart(digits, '0');
}

function drawRecipient(random: Random, seed: number, index: number): Recipient {
  const country = pick(random, countries);
  const digits = String(Math.floor(random() * 10 ** country.digits)).padStart(country.digits, '0');
  const to = regularNumber(country, seed, index) ?? country.prefix + digits;
  return { country, operator: pick(random, country.operators), to };
}

/** Whom the flow at a place in the week is for: what `planOf` draws first, at a fraction of its cost. */
export function recipientOf(seed: number, index: number): string {
  return drawRecipient(seededRandom(hash32(`${seed}`, index)), seed, index).to;
}

interface Run {
  readonly sent: StepDraft[];
  readonly left: readonly ChannelName[];
  readonly last: ChannelName;
  readonly reached: boolean;
  readonly unpaid: boolean;
  readonly until: number;
}

function run(setting: Setting, chain: readonly [ChannelName, ...ChannelName[]], limit: number): Run {
  const sent: StepDraft[] = [];
  let at = 0.05 + Math.round(setting.random() * 400) / 1000;
  let [last, reached, unpaid, until] = [chain[0], false, false, at];
  for (const channel of chain.slice(0, limit)) {
    const outcome = tryChannel(channel, setting, at);
    sent.push(outcome.draft);
    [last, reached, unpaid, until] = [channel, outcome.reached, outcome.unpaid === true, outcome.until];
    if (reached || unpaid) break;
    at = Math.round((until + 0.15 + setting.random() * 0.7) * 1000) / 1000;
  }
  return { sent, left: chain.slice(sent.length), last, reached, unpaid, until };
}

/** The sent steps of a chain that went on, with something odd about them. */
function withOddity(steps: readonly StepDraft[], oddity: Oddity): readonly StepDraft[] {
  if (steps.length < 2) return steps;
  if (oddity === 'failoverNotListed') return steps.map((step) => overridden(step, { failoverOnStatuses: ['FAILED'] }));
  if (oddity !== 'countryDiffers') return steps;
  return steps.map((step, index) => (index === 0 ? step : overridden(step, { country: 'US' })));
}

function overridden(step: StepDraft, fields: { country: string } | { failoverOnStatuses: string[] }): StepDraft {
  return { ...step, build: (context) => step.build(context).map((message) => ({ ...message, ...fields })) };
}

/** The flow of a seed at a place in the week; `offset` is when in the week it is created. */
export function planOf(seed: number, index: number, offset: number): Plan {
  const random = seededRandom(hash32(`${seed}`, index));
  const recipient = drawRecipient(random, seed, index);
  const campaign = pick(random, campaigns);
  const chain = pick(random, campaign.chains);
  const oddity = pick(random, oddities);
  const setting = { random, recipient, campaign, offset, text: campaign.text(random) };
  const result = run(setting, chain, oddity === 'serverError' ? 1 : chain.length);
  const { sent, left, last, reached, unpaid, until } = result;
  const unsent = campaign.declaresUnsent ? left.map((channel) => unsentStep(channel, setting)) : [];
  const statusCode = unpaid ? '1' : left.length > 0 ? '0' : '2';
  const status = oddity === 'stuck' ? 'InProgress' : reached ? 'Succeeded' : 'Failed';
  return {
    recipient: recipient.to,
    steps: [...withOddity(sent, oddity), ...unsent],
    status,
    endedBy: last,
    endS: oddity === 'stuck' ? Number.POSITIVE_INFINITY : until + 0.1,
    silentAfterS: oddity === 'stuck' ? until - 0.001 : Number.POSITIVE_INFINITY,
    declaresUnsent: campaign.declaresUnsent,
    options: {
      status,
      endedBy: last,
      ends: until + 0.1,
      statusCode: status === 'Failed' ? statusCode : null,
      applicationId: campaign.applicationId,
      ...(campaign.flowKind === undefined ? {} : { flowKind: campaign.flowKind }),
      ...(oddity === 'totalOfLastStep' && last === 'Sms' ? { totalPrice: recipient.country.price.sms } : {}),
    },
  };
}
