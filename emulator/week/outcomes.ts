/** What becomes of one step of a generated flow. */

import { type Choices, delayAround, pick, type Random } from '../random.ts';
import type { StepDraft } from '../records/draft.ts';
import { smsParts, viber, voice } from '../records/record-builder.ts';
import type { Campaign, ChannelName } from './campaigns.ts';
import { type Country, isBadHour, isBadHourOfSender, type Operator } from './networks.ts';

/** Who a flow is for and where. Drawn once per flow. */
export interface Recipient {
  readonly country: Country;
  readonly operator: Operator;
  readonly to: string;
}

export interface Setting {
  readonly random: Random;
  readonly recipient: Recipient;
  readonly campaign: Campaign;
  readonly text: string;
  /** When the flow is created, milliseconds after Monday 00:00 UTC. */
  readonly offset: number;
}

export interface Outcome {
  readonly draft: StepDraft;
  readonly reached: boolean;
  /** When its last status is set, or the one that ends the flow if that is earlier: seconds after the flow's creation. */
  readonly until: number;
  /** The balance did not suffice, so nothing more will be sent. */
  readonly unpaid?: boolean;
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000;

const viberRefusals: Choices<readonly [status: string, detail: string]> = [
  [['UNDELIVERED', 'Not Viber User'], 50],
  [['UNDELIVERED', 'Opted Out'], 7],
  [['FAILED', 'Unsupported Equipment'], 4],
  [['FAILED', 'Timed Out'], 3],
  [['FAILED', 'System Failure'], 2],
  [['FAILED', 'Message Rejected'], 1],
];

function viberStep(setting: Setting, at: number): Outcome {
  const { random, recipient, campaign } = setting;
  const shared = {
    at,
    from: campaign.from,
    to: recipient.to,
    country: recipient.country.code,
    price: recipient.country.price.viber,
    label: campaign.label,
    ttl: campaign.viberTtl,
    expireOnDelivery: campaign.expireOnDelivery,
    body: campaign.viberBody(setting.text),
    ...(campaign.flowKind === 'transactional'
      ? { raw: { templateId: 'f2c81a70-code', templateLang: 'en', templateParams: { text: setting.text } } }
      : {}),
  };
  const ttlEnd = round(at + campaign.viberTtl * 60);
  const delivered = round(Math.min(ttlEnd - 1, at + delayAround(random, 1.3)));
  if (random() < recipient.country.viberReach) {
    const seen = round(delivered + delayAround(random, 40, 1.2));
    const deliveredStage = { status: 'DELIVERED', at: delivered };
    const via = [{ status: 'QUEUED', at }, deliveredStage];
    if (random() < (campaign.expireOnDelivery ? 0.7 : 0.35) && seen < ttlEnd) {
      const draft = viber({ ...shared, via, status: 'SEEN', until: seen });
      return { draft, reached: true, until: campaign.expireOnDelivery ? seen : delivered };
    }
    if (campaign.expireOnDelivery) {
      const draft = viber({ ...shared, via, status: 'EXPIRED', until: ttlEnd, expiredOnDeliveryAt: ttlEnd });
      return { draft, reached: false, until: ttlEnd };
    }
    return { draft: viber({ ...shared, until: delivered }), reached: true, until: delivered };
  }
  if (random() < 0.4)
    return { draft: viber({ ...shared, status: 'EXPIRED', until: ttlEnd }), reached: false, until: ttlEnd };
  const [status, detail] = pick(random, viberRefusals);
  const until = round(at + delayAround(random, 0.6));
  return { draft: viber({ ...shared, status, detail, until, price: 0 }), reached: false, until };
}

const smsLosses: Choices<readonly [status: string, detail: string]> = [
  [['Undelivered', 'Undelivered on Handset'], 40],
  [['Undelivered', 'Unknown Number'], 24],
  [['Undelivered', 'Roaming'], 8],
  [['Undelivered', 'Call Barred'], 7],
  [['Undelivered', 'Unknown Status'], 7],
  [['Undelivered', 'Expired'], 6],
  [['Failed', 'Carrier Violation'], 6],
];
const badHourLosses: typeof smsLosses = [
  [['Undelivered', 'Unknown Status'], 60],
  [['Undelivered', 'Expired'], 25],
  [['Failed', 'Failed'], 15],
];

/** What an operator says that has blocked a sender; draws what any loss would, so that nothing after it changes. */
function refusal(random: Random): readonly [status: string, detail: string] {
  pick(random, smsLosses);
  return ['Failed', 'Carrier Violation'];
}

function smsStep(setting: Setting, at: number): Outcome {
  const { random, recipient, campaign, text } = setting;
  const { operator, country } = recipient;
  const bad = isBadHour(operator.name, setting.offset + at * 1000);
  const shared = {
    at,
    from: campaign.from,
    to: recipient.to,
    country: country.code,
    price: country.price.sms,
    operator: operator.name,
    label: campaign.label,
    ttl: 1200,
  };
  if (random() < 0.0008) {
    const unsent = { ...shared, status: 'Unsent', price: 0, until: round(at + 0.05), body: text };
    return { draft: smsParts({ ...unsent, parts: [{}] }), reached: false, until: unsent.until, unpaid: true };
  }
  const refused = isBadHourOfSender(campaign.from, operator.name, setting.offset + at * 1000);
  const lost = random() < (refused ? 0.93 : bad ? 0.72 : operator.smsLoss);
  const [status, detail] = refused ? refusal(random) : pick(random, bad ? badHourLosses : smsLosses);
  const parts = textParts(text).map((body, index) => {
    const partLost = lost && (index === 0 || random() < 0.9);
    const lasts = delayAround(random, (bad ? 9 : 1) * operator.smsDelayS + (partLost ? 2 : 0));
    const latency = Math.round(operator.latencyInSeconds ? lasts : lasts * 1000);
    return { body, until: round(at + lasts), latency, ...(partLost ? { status, detail } : {}) };
  });
  const until = Math.max(...parts.map((part) => part.until));
  return { draft: smsParts({ ...shared, parts }), reached: !lost, until };
}

/** An SMS holds 160 characters, or 153 of each part of several. */
export function textParts(text: string): string[] {
  if (text.length <= 160) return [text];
  return Array.from({ length: Math.ceil(text.length / 153) }, (_, index) => text.slice(index * 153, (index + 1) * 153));
}

const callEnds: Choices<readonly [status: string, ringS: number, talkS: number]> = [
  [['Completed', 9, 24], 68],
  [['NoAnswer', 45, 0], 20],
  [['Busy', 4, 0], 9],
  [['Failed', 1, 0], 3],
];

function voiceStep(setting: Setting, at: number): Outcome {
  const { random, recipient, campaign } = setting;
  const [status, rings, talks] = pick(random, callEnds);
  const duration = talks === 0 ? 0 : Math.max(2, Math.round(delayAround(random, talks)));
  const until = round(at + duration + (status === 'NoAnswer' ? rings : delayAround(random, rings, 0.3)));
  const reached = status === 'Completed';
  const draft = voice({
    at,
    until,
    status,
    duration,
    to: recipient.to,
    country: recipient.country.code,
    label: campaign.label,
    price: reached ? recipient.country.price.voice : 0,
    answeredBy: reached ? (random() < 0.82 ? 'human' : 'machine') : null,
    failoverOnStatuses: ['Busy', 'NoAnswer', 'Failed'],
  });
  return { draft, reached, until };
}

/** Tries a channel `at` seconds after the flow's creation. */
export function tryChannel(channel: ChannelName, setting: Setting, at: number): Outcome {
  switch (channel) {
    case 'Viber':
      return viberStep(setting, at);
    case 'Sms':
      return smsStep(setting, at);
    case 'Voice':
      return voiceStep(setting, at);
  }
}

/** A step that is declared and never sent. */
export function unsentStep(channel: ChannelName, { recipient, campaign, text }: Setting): StepDraft {
  const shared = { status: null, to: recipient.to, label: campaign.label };
  switch (channel) {
    case 'Viber':
      return viber({ ...shared, from: campaign.from, ttl: campaign.viberTtl, body: campaign.viberBody(text) });
    case 'Sms':
      return smsParts({ ...shared, from: campaign.from, body: text, parts: [{}] });
    case 'Voice':
      return voice(shared);
  }
}
