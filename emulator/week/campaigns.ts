/** Who sends the generated flows: a few applications, each with its chains, texts, labels and times to live. */
import type { Json } from '#model/values/json.ts';
import type { Choices, Random } from '../random.ts';

export type ChannelName = 'Viber' | 'Sms' | 'Voice';

export interface Campaign {
  readonly applicationId: string;
  readonly label: string;
  readonly from: string;
  readonly chains: Choices<readonly [ChannelName, ...ChannelName[]]>;
  /** Minutes. */
  readonly viberTtl: number;
  /** Viber messages nobody saw expire, though delivered. */
  readonly expireOnDelivery: boolean;
  readonly flowKind?: string;
  /** Whether its records hold the steps that were not sent. */
  readonly declaresUnsent: boolean;
  readonly text: (random: Random) => string;
  readonly viberBody: (text: string) => Json;
}

const number = (random: Random, from: number, to: number) => String(Math.floor(from + random() * (to - from)));
const textOnly = (text: string): Json => ({ text });

const parcels: Campaign = {
  applicationId: '5b223c27e4b04b9cdaa71234',
  label: 'parcel-tracking',
  from: 'Parcels',
  chains: [[['Viber', 'Sms'], 1]],
  viberTtl: 10,
  expireOnDelivery: false,
  declaresUnsent: false,
  text: (random) => `Your parcel ${number(random, 1000, 9999)} arrives today between 14:00 and 16:00.`,
  viberBody: (text) => ({ text, action: { caption: 'Track it', targetUrl: 'https://example.com/track' } }),
};

const codes: Campaign = {
  applicationId: '5c91d0a7e4b0f3c2b8e04417',
  label: 'sign-in-code',
  from: 'Brand',
  chains: [
    [['Viber', 'Sms'], 5],
    [['Viber', 'Sms', 'Voice'], 2],
  ],
  viberTtl: 0.5,
  expireOnDelivery: false,
  flowKind: 'transactional',
  declaresUnsent: true,
  text: (random) => `Your code is ${number(random, 100_000, 999_999)}. It is valid for 10 minutes.`,
  viberBody: () => null,
};

const reminders: Campaign = {
  applicationId: '60d4f1b2e4b05a19c7f3a2d8',
  label: 'appointment',
  from: 'Clinic',
  chains: [
    [['Sms'], 8],
    [['Voice', 'Viber', 'Sms'], 1],
  ],
  viberTtl: 5,
  expireOnDelivery: false,
  declaresUnsent: true,
  text: (random) =>
    `Reminder: your appointment is tomorrow at ${number(random, 8, 19)}:30. Reply CHANGE to move it, or call us from Monday to Friday. Please bring the letter of your doctor and your insurance card with you, and come ten minutes early.`,
  viberBody: textOnly,
};

const alarms: Campaign = {
  applicationId: '61a80c55e4b0d27e9b1f6c03',
  label: 'alarm',
  from: 'Alarm',
  chains: [[['Viber', 'Sms', 'Voice'], 1]],
  viberTtl: 1,
  expireOnDelivery: false,
  declaresUnsent: true,
  text: (random) => `Alarm at site ${number(random, 1, 400)}: door opened. Call the control room if this was not you.`,
  viberBody: textOnly,
};

const offers: Campaign = {
  applicationId: '5f3e7b91e4b0c6d1a4278e5f',
  label: 'spring-offers',
  from: 'Brand Club',
  chains: [
    [['Viber', 'Sms'], 5],
    [['Viber'], 2],
  ],
  viberTtl: 30,
  expireOnDelivery: true,
  declaresUnsent: false,
  text: (random) => `Only today: ${number(random, 2, 7)}0 % off. Show this message at the till.`,
  viberBody: (text) => ({
    text,
    imageUrl: 'https://example.com/offers/today.jpg',
    action: { caption: 'See the offers', targetUrl: 'https://example.com/offers' },
  }),
};

export const campaigns: Choices<Campaign> = [
  [parcels, 42],
  [codes, 22],
  [reminders, 19],
  [alarms, 10],
  [offers, 7],
];
