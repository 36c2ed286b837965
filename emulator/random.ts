/** Seeded chance: the same seed gives the same run of numbers. */

/** A run of numbers of at least 0 and below 1. */
export type Random = () => number;

/** A choice and how likely it is beside the others; weights need not sum to 1. */
export type Weighted<Choice> = readonly [choice: Choice, weight: number];
export type Choices<Choice> = readonly [Weighted<Choice>, ...Weighted<Choice>[]];

/** mulberry32: small, fast, and good enough for demo data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the choices, by weight. */
export function pick<Choice>(random: Random, choices: Choices<Choice>): Choice {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices[0][0];
}

/** A length of time around `median`, as network delays are: never 0, now and then several times as long. */
export function delayAround(random: Random, median: number, spread = 0.5): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(median * Math.exp(spread * normal) * 1000) / 1000;
}
