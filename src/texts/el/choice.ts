/** Greek texts of choosing flows in a list, to compare them. */
import type { choice as english } from '../en/choice.ts';

export const choice: typeof english = {
  title: 'Επιλεγμένες ροές',
  column: 'Σύγκριση',
  choose: (id) => `Επιλογή της ροής ${id} για σύγκριση`,
  one: 'Επιλέχθηκε 1 ροή: επιλέξτε άλλη μία για σύγκριση.',
  several: (count, format) =>
    count === 2 ? 'Επιλέχθηκαν 2 ροές.' : `Επιλέχθηκαν ${format.number(count)} ροές: συγκρίνονται οι δύο πρώτες.`,
  compare: 'Σύγκριση',
  compareFirst: 'Σύγκριση των δύο πρώτων',
  clear: 'Καμία επιλογή',
};
