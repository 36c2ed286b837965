/** Countries and operators of the generated flows, what a message costs there and how often one arrives. */
import type { Choices } from '../random.ts';

export interface Operator {
  readonly name: string;
  /** Share of SMS that do not arrive. */
  readonly smsLoss: number;
  /** Median of seconds until an SMS receipt. */
  readonly smsDelayS: number;
  /** Reports `latency` in seconds, as the vendor's own example does. */
  readonly latencyInSeconds?: boolean;
}

export interface Country {
  readonly code: string;
  readonly prefix: string;
  /** Digits after the prefix. */
  readonly digits: number;
  /** Share of recipients a Viber message reaches. */
  readonly viberReach: number;
  readonly price: { readonly viber: number; readonly sms: number; readonly voice: number };
  readonly operators: Choices<Operator>;
}

const operator = (name: string, smsLoss: number, smsDelayS: number): Operator => ({ name, smsLoss, smsDelayS });

export const countries: Choices<Country> = [
  [
    {
      code: 'GR',
      prefix: '+3069',
      digits: 8,
      viberReach: 0.7,
      price: { viber: 0.035, sms: 0.036, voice: 0.075 },
      operators: [
        [operator('Cosmote', 0.09, 3.1), 46],
        [operator('Vodafone', 0.1, 3.6), 31],
        [operator('Nova', 0.15, 4.4), 23],
      ],
    },
    40,
  ],
  [
    {
      code: 'CY',
      prefix: '+3579',
      digits: 7,
      viberReach: 0.68,
      price: { viber: 0.032, sms: 0.031, voice: 0.09 },
      operators: [
        [operator('Cytamobile-Vodafone', 0.07, 2.9), 60],
        [operator('Epic', 0.1, 3.4), 40],
      ],
    },
    8,
  ],
  [
    {
      code: 'BG',
      prefix: '+3598',
      digits: 8,
      viberReach: 0.8,
      price: { viber: 0.0245, sms: 0.0615, voice: 0.11 },
      operators: [
        [operator('A1', 0.09, 3.3), 45],
        [operator('Yettel', 0.1, 3.9), 35],
        [operator('Vivacom', 0.12, 3.5), 20],
      ],
    },
    10,
  ],
  [
    {
      code: 'RO',
      prefix: '+407',
      digits: 8,
      viberReach: 0.58,
      price: { viber: 0.021, sms: 0.0405, voice: 0.065 },
      operators: [
        [operator('Orange', 0.09, 3.2), 55],
        [{ ...operator('Digi', 0.14, 4.6), latencyInSeconds: true }, 45],
      ],
    },
    9,
  ],
  [
    {
      code: 'GB',
      prefix: '+447',
      digits: 9,
      viberReach: 0.47,
      price: { viber: 0.058, sms: 0.0337, voice: 0.024 },
      operators: [
        [operator('EE', 0.07, 2.6), 40],
        [operator('O2', 0.09, 2.8), 35],
        [operator('Three', 0.1, 3.0), 25],
      ],
    },
    10,
  ],
  [
    {
      code: 'DE',
      prefix: '+4915',
      digits: 9,
      viberReach: 0.44,
      price: { viber: 0.0905, sms: 0.0725, voice: 0.031 },
      operators: [
        [operator('Telekom', 0.07, 2.7), 50],
        [operator('O2', 0.1, 3.1), 50],
      ],
    },
    9,
  ],
  [
    {
      code: 'IT',
      prefix: '+393',
      digits: 9,
      viberReach: 0.49,
      price: { viber: 0.061, sms: 0.0518, voice: 0.045 },
      operators: [
        [operator('TIM', 0.09, 3.0), 50],
        [operator('WindTre', 0.12, 3.7), 50],
      ],
    },
    8,
  ],
  [
    {
      code: 'RS',
      prefix: '+3816',
      digits: 8,
      viberReach: 0.79,
      price: { viber: 0.0265, sms: 0.0341, voice: 0.16 },
      operators: [
        [operator('mts', 0.1, 3.8), 60],
        [operator('A1', 0.12, 3.6), 40],
      ],
    },
    6,
  ],
];

/** One bad hour a day for one operator: by weekday from Monday, the hour in UTC and whose SMS then mostly fail. */
const badHours: readonly (readonly [hour: number, operator: string])[] = [
  [9, 'Vodafone'],
  [14, 'Cosmote'],
  [8, 'Nova'],
  [16, 'Vodafone'],
  [11, 'Cosmote'],
  [10, 'Cosmote'],
  [17, 'Vodafone'],
];

/** True where SMS through an operator mostly fail; `offset` is milliseconds after Monday 00:00 UTC. */
export function isBadHour(operatorName: string, offset: number): boolean {
  const hour = Math.floor(offset / 3_600_000);
  const bad = badHours[Math.floor(hour / 24)];
  return bad !== undefined && bad[0] === hour % 24 && bad[1] === operatorName;
}

/** Each day from Monday on: the hour (UTC) in which one sender's SMS fail at one operator, whoever they are for. */
const senderHours = [10, 13, 9, 15, 11, 14, 12];

/** Whether SMS of a sender fail at an operator at a moment of the week; others at that operator arrive as usual. */
export function isBadHourOfSender(sender: string, operator: string, offset: number): boolean {
  if (sender !== 'Clinic' || operator !== 'Cosmote') return false;
  const hour = Math.floor(offset / 3_600_000);
  return senderHours[Math.floor(hour / 24) % 7] === hour % 24;
}
