/** Prices that are hard to add, or do not add up. */
import type { Price } from '../records/draft.ts';
import { exact, type RecordOptions, sms, viber, voice } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  prices: readonly [Price | null, Price | null, Price | null],
  options: Partial<RecordOptions> = {},
): Scenario {
  const [first, second, third] = prices;
  const steps = [
    viber({ until: 60, status: 'EXPIRED', ttl: 1, price: first }),
    sms({ at: 60.4, until: 65.2, status: 'Undelivered', detail: 'Roaming', price: second }),
    voice({ at: 66, price: third }),
  ];
  return recordScenario({ slug, trackingId, title, description, group: 'Odd records', flow: { steps, ...options } });
}

export const oddPrices: readonly Scenario[] = [
  scenario(
    [
      'price-does-not-add-up',
      '9199253b-8ce8-4518-aa09-5690c6bf534f',
      "Prices that don't add up",
      'No subset of 0.035, 0.036 and 0.075 makes the totalPrice 0.2.',
    ],
    [0.035, 0.036, 0.075],
    { totalPrice: 0.2 },
  ),
  scenario(
    [
      'price-last-step-only',
      '92f97ccb-f1f8-4b22-af8b-5c0522c23a4d',
      'Total is the last step alone',
      'totalPrice is what the call cost.',
    ],
    [0.035, 0.036, 0.075],
    { totalPrice: 0.075 },
  ),
  scenario(
    [
      'price-two-subsets',
      'a9211f54-dd84-4048-a906-1c654529c736',
      'Total explained in two ways',
      'Viber and Voice cost the same; totalPrice is one of them and the SMS.',
    ],
    [0.04, 0.03, 0.04],
    { totalPrice: 0.07 },
  ),
  scenario(
    [
      'price-tenths',
      'dca4f658-df02-4758-8b2c-3c4370c0d3a7',
      'A tenth, two tenths, three tenths',
      '0.1 + 0.2 + 0.3 is exactly 0.6, which floats do not say.',
    ],
    [0.1, 0.2, 0.3],
  ),
  scenario(
    [
      'price-many-digits',
      '43a91e0e-a1a7-4c5e-a560-5538fc7e473c',
      'Prices of many digits',
      'Prices with up to 21 digits, and a total that is exactly their sum.',
    ],
    [exact('0.123456789012345678901'), exact('12345678901234567.89'), exact('0.1')],
    { totalPrice: exact('12345678901234568.113456789012345678901') },
  ),
  scenario(
    [
      'price-off-by-a-digit',
      '3930125c-960e-4b6d-a636-a41e59fb2824',
      'Off in the 20th decimal',
      'totalPrice differs from the sum by 1 in the 20th decimal.',
    ],
    [exact('0.10000000000000000001'), exact('0.2'), exact('0.3')],
    { totalPrice: exact('0.6') },
  ),
  scenario(
    [
      'price-exponents',
      '5c3d3642-40cc-4ab0-bd74-859ebf520c11',
      'Prices with exponents',
      'The same numbers written as 3.5e-2, 36E-3 and 7.50e-2.',
    ],
    [exact('3.5e-2'), exact('36E-3'), exact('7.50e-2')],
    { totalPrice: exact('1.46e-1') },
  ),
  scenario(
    [
      'price-missing',
      'a769200c-52f8-48ba-bde5-3cbe4d95761d',
      'No prices',
      'Neither the messages nor the flow have a price.',
    ],
    [null, null, null],
    {
      totalPrice: null,
    },
  ),
  scenario(
    [
      'price-one-missing',
      'de5a90f6-a4df-413c-9d71-1d8e65612807',
      'One price missing',
      'The SMS has no price; the total is the sum of the others.',
    ],
    [0.035, null, 0.075],
  ),
  scenario(['price-free', '4ea578a6-b5ae-4d8a-a719-be919a62b80d', 'Free of charge', 'Every price is 0.'], [0, 0, 0]),
  scenario(
    ['price-negative', '3fae0f14-43d5-4ffb-88f7-02393fd08dfb', 'A refund', 'The SMS has a negative price.'],
    [0.035, -0.036, 0.075],
  ),
];
