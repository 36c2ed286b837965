/** Sign and colour of a verdict on a terminal. */
import type { Verdict } from '#model/readings/clauses.ts';
import type { Colour } from './words.ts';

const looks: Readonly<Record<Verdict['tone'], { readonly colour: Colour; readonly sign: string }>> = {
  good: { colour: 'green', sign: '✓' },
  bad: { colour: 'red', sign: '✕' },
  running: { colour: 'cyan', sign: '◌' },
  doubtful: { colour: 'yellow', sign: '?' },
};

export function flowLook(tone: Verdict['tone']) {
  return looks[tone];
}
