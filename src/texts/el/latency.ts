/** Greek texts of the latency panel. */
import type { latency as english } from '../en/latency.ts';

export const latency: typeof english = {
  title: 'Χρόνος παράδοσης',
  scale: 'λογαριθμική κλίμακα',
  byTimestamps: 'από τις χρονοσημάνσεις',
  asReported: 'όπως αναφέρθηκε',
  stillWaiting: 'πιο αχνό: ακόμη σε αναμονή',
  shortestToLongest: 'συντομότερο έως μεγαλύτερο τμήμα',
  step: (number, channel) => `${number} ${channel}`,
  chart: 'Πόσο κράτησε κάθε βήμα, σε λογαριθμική κλίμακα',
  nothing: 'Η εγγραφή δεν έχει χρόνους από τους οποίους να προκύπτει διάρκεια.',
  split: {
    title: 'Πού πήγε ο χρόνος',
    channel: 'Κανάλια',
    ttl: 'Αναμονή TTL',
    handover: 'Μετάβαση',
    other: 'Ανεξήγητος',
    total: 'Σύνολο',
  },
  seconds: (step, value, asWritten, measured) =>
    `${step}: αναφέρεται ${value}, που η τεκμηρίωση ορίζει ως ${asWritten}· οι χρονοσημάνσεις λένε ${measured}, άρα το πεδίο είναι μάλλον σε δευτερόλεπτα.`,
  neither: (step, value, measured) =>
    `${step}: αναφέρεται ${value}· οι χρονοσημάνσεις λένε ${measured}, που δεν ταιριάζει ούτε με χιλιοστά ούτε με δευτερόλεπτα.`,
  moreDoubts: (count) => `Το ίδιο ισχύει για ${count} ακόμη μηνύματα.`,
  table: 'Τα στοιχεία ως πίνακας',
  caption: 'Χρόνος παράδοσης κάθε μηνύματος, από τις χρονοσημάνσεις και όπως αναφέρθηκε',
  columns: { step: 'Βήμα', part: 'Τμήμα', measured: 'Από τις χρονοσημάνσεις', reported: 'Όπως αναφέρθηκε' },
  soFar: (duration) => `${duration} ως τώρα`,
  reported: (value, unit) => (unit === null ? value : `${value} (${unit})`),
  units: {
    milliseconds: 'χιλιοστά δευτερολέπτου',
    seconds: 'μάλλον δευτερόλεπτα',
    either: null,
    neither: 'καμία μονάδα δεν ταιριάζει',
  },
  before: (duration) => `−${duration}`,
  none: '—',
  drawn: (shown, all) => `Σχεδιάζονται ${shown} από ${all} βήματα· ο πίνακας έχει περισσότερα.`,
  showMore: (left) => `Περισσότερα (απομένουν ${left})`,
};
