/** Κείμενα για όσα κρατά το ιστορικό μιας ροής. */
import type { Difference } from '#model/history/differences.ts';
import { clip } from '../clip.ts';
import type { Catalogue } from '../en.ts';
import type { Format } from '../format.ts';

const none = 'καμία τιμή';
const word = (value: string | null) => (value === null ? 'χωρίς κατάσταση' : clip(value, 40));
const from = (before: string, after: string) => `${before} → ${after}`;

function place(change: Extract<Difference, { stepIndex: number }>, format: Format): string {
  const step = `βήμα ${format.number(change.stepIndex + 1)} (${format.channelName(change.channel)})`;
  const part = 'part' in change ? change.part : null;
  return part === null ? step : `${step}, μέρος ${format.number(part)}`;
}

function price(value: Extract<Difference, { kind: 'price' }>['from'], format: Format): string {
  return value === null ? none : format.money(value, Math.max(2, value.toFixed().split('.')[1]?.length ?? 0));
}

function difference(change: Difference, format: Format): string {
  const time = (at: number | null) => (at === null ? 'χωρίς ώρα' : format.dateTime(at));
  switch (change.kind) {
    case 'flowStatus':
      return `ροή: ${from(word(change.from), word(change.to))}`;
    case 'newStep':
      return `${place(change, format)}, νέο: ${word(change.to)}`;
    case 'stepGone':
      return `${place(change, format)}: δεν υπάρχει πια`;
    case 'status':
      return `${place(change, format)}: ${from(word(change.from), word(change.to))}`;
    case 'reason':
      return `${place(change, format)}, αιτία: ${from(clip(change.from ?? none, 40), clip(change.to ?? none, 40))}`;
    case 'statusTime':
      return `${place(change, format)}, ίδια κατάσταση με άλλη ώρα: ${from(time(change.from), time(change.to))}`;
    case 'price':
      return `${place(change, format)}, τιμή: ${from(price(change.from, format), price(change.to, format))}`;
    case 'totalPrice':
      return `συνολική τιμή: ${from(price(change.from, format), price(change.to, format))}`;
    case 'endedBy':
      return `τέλος από: ${from(clip(change.from ?? none, 40), clip(change.to ?? none, 40))}`;
    case 'statusCode':
      return `statusCode: ${from(clip(change.from ?? none, 40), clip(change.to ?? none, 40))}`;
  }
}

export const history: Catalogue['history'] = {
  title: 'Ιστορικό',
  intro: 'Τι είδε αυτή η πύλη από τη ροή, πρώτα το πιο νέο.',
  later: 'Αυτή η πύλη κρατά όσα βλέπει από τη ροή. Ο κατάλογος χρειάζεται script.',
  asJson: 'Ως JSON',
  loading: 'Αναζήτηση…',
  failed: (reason) => `Το ιστορικό δεν διαβάστηκε: ${reason}`,
  empty: 'Δεν έχει κρατηθεί ακόμη τίποτα από αυτή τη ροή.',
  sources: {
    page: 'ανοίχτηκε εδώ',
    search: 'βρέθηκε σε αναζήτηση',
    callback: 'στάλθηκε ως callback του Routee',
    upload: 'ανέβηκε από κάποιον',
  },
  claim: 'ισχυρισμός',
  claimHint: 'Μπορεί να το έστειλε οποιοσδήποτε: δεν θεωρείται απάντηση του Routee.',
  seenAt: (time) => `το είδε στις ${time}`,
  seenSo: (first, last) => `το είδε έτσι από ${first} έως ${last}`,
  times: (count, format) => `${format.number(count)} ${format.plural(count, { one: 'φορά', other: 'φορές' })}`,
  first: 'Το πρώτο που κρατήθηκε.',
  same: 'Δεν διαφέρει κατάσταση, αιτία, τιμή ή ώρα κατάστασης.',
  unread: 'Πολύ παλιό για να συγκριθεί εδώ.',
  refused: 'Δεν διαβάζεται ως ροή.',
  saysOtherwise: 'Διαφορετικά από την απάντηση του Routee τότε:',
  difference,
  pageThen: 'Η σελίδα τότε',
  pageThenOf: (time) => `Η σελίδα όπως ήταν στις ${time}`,
  compare: 'Σύγκριση δύο εκδοχών',
  compareFirst: 'Πρώτη εκδοχή',
  compareSecond: 'Δεύτερη εκδοχή',
  version: (number, time, source) => `${number}: ${time}, ${source}`,
  field: 'Πεδίο',
  absent: 'δεν υπάρχει',
  noDifference: 'Οι δύο είναι ίδιες.',
  moreFields: (count) => `και ${count} ακόμη`,
  asOfTitle: (time) => `Η σελίδα όπως ήταν στις ${time}`,
  asOfText: (time) =>
    `Κρατήθηκε στο ιστορικό της πύλης: έτσι ήταν η απάντηση του Routee, τελευταία φορά ως τότε, στις ${time}.`,
  now: 'Η σελίδα όπως είναι τώρα',
  nothingThen: 'Δεν έχει κρατηθεί τίποτα από αυτή τη ροή για εκείνη την ώρα.',
  goneTitle: 'Το Routee δεν έχει πια αυτή τη ροή',
  goneText: (time) => `Ό,τι βλέπετε κρατήθηκε στο ιστορικό της πύλης: τελευταία φορά στις ${time}.`,
  observed: (fromStatus, toStatus, after, before) =>
    after === before
      ? `Παρατηρήθηκε: ${from(word(fromStatus), word(toStatus))}, στις ${before}.`
      : `Παρατηρήθηκε: ${from(word(fromStatus), word(toStatus))}, ανάμεσα στις ${after} και στις ${before}.`,
  observedFlow: 'Η ροή.',
  legend: 'παρατηρήθηκε: άλλαξε ανάμεσα σε δύο ματιές',
  onceDelivered: (channel, status, time, now) =>
    `Από το ιστορικό: το ${channel} ήταν ${clip(status, 40)} στις ${time}· η εγγραφή γράφει τώρα ${word(now)}. Ο παραλήπτης μπορεί να το έχει.`,
  used: (versions, first, last, format) =>
    `Από το ιστορικό της πύλης: ${format.number(versions)} ${format.plural(versions, { one: 'εκδοχή', other: 'εκδοχές' })} απαντήσεων του Routee, από ${first} έως ${last}. Callbacks και αρχεία που ανέβηκαν δεν χρησιμοποιούνται.`,
  keep: 'Κράτημα στο ιστορικό',
  keepHint: 'Στέλνει την εγγραφή σε αυτή την πύλη, που την κρατά ως δικό σας ισχυρισμό',
  keeping: 'Αποστολή…',
  kept: 'Στάλθηκε: κρατείται ως ισχυρισμός.',
  notKept: (reason) => `Δεν κρατήθηκε: ${reason}`,
  noId: 'Η εγγραφή δεν έχει tracking ID για να κρατηθεί.',
};
