/** Texts of choosing flows in a list, to compare them. */
import type { Format } from '../format.ts';

export const choice = {
  title: 'Chosen flows',
  column: 'Compare',
  choose: (id: string) => `Choose flow ${id} to compare`,
  one: '1 flow chosen: choose another one to compare it with.',
  several: (count: number, format: Format) =>
    count === 2 ? '2 flows chosen.' : `${format.number(count)} flows chosen: the first two are compared.`,
  compare: 'Compare',
  compareFirst: 'Compare the first two',
  clear: 'Choose none',
};
