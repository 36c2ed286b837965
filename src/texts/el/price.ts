/** Greek texts of the price panel. */
import type { price as english } from '../en/price.ts';

export const price: typeof english = {
  title: 'Κόστος',
  caption: 'Κόστος κάθε βήματος',
  chart: 'Μερίδιο κάθε βήματος στο κόστος',
  agrees: 'συμφωνεί με το totalPrice',
  differs: (difference) => `διαφέρει από το totalPrice κατά ${difference}`,
  noTotal: 'το totalPrice λείπει από την εγγραφή',
  noPrices: 'κανένα μήνυμα δεν έχει τιμή',
  columns: { step: 'Βήμα', messages: 'Μηνύματα', each: 'Το ένα', price: 'Κόστος', share: 'Μερίδιο' },
  step: (number, channel) => `${number} ${channel}`,
  total: 'Σύνολο',
  totalPrice: 'totalPrice της εγγραφής',
  spentOnFailed: (share) => `δαπάνη σε προσπάθειες που απέτυχαν: ${share}`,
  spentOnFailedMoney: (money) => `δαπάνη σε προσπάθειες που απέτυχαν: ${money}`,
  sum: (sum, total) => `Τα μηνύματα αθροίζουν ${sum}· το totalPrice λέει ${total}.`,
  explainedBy: (steps, one, oneEach) =>
    `Τόσο ${one ? 'κόστισε μόνο του' : 'κόστισαν μαζί'}: ${steps}${oneEach ? ', αν μετρηθεί ένα τμήμα από κάθε SMS' : ''}.`,
  notExplained: 'Καμία επιλογή βημάτων δεν δίνει αυτό το άθροισμα.',
  stepName: (number, channel) => `βήμα ${number} (${channel})`,
  none: '—',
  varies: 'ποικίλλει',
  nothing: 'Δεν υπάρχει τιμή σε αυτή την εγγραφή.',
  others: 'άλλα βήματα',
  inCurrency: (currency) => `σε ${currency}`,
  accountCurrency: 'στο νόμισμα του λογαριασμού',
  showMore: (left) => `Περισσότερα βήματα (απομένουν ${left})`,
};
