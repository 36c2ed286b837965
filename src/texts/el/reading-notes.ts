/** Greek texts on what was read in another spelling. */
import type { NoteKind } from '#model/record/reading.ts';
import { pathText } from '#model/values/json.ts';
import { clip } from '../clip.ts';
import type { readingNotes as english } from '../en/reading-notes.ts';

const sentences: Readonly<Record<NoteKind, string>> = {
  noValue: 'Τιμές που δεν σημαίνουν τίποτα (0001-01-01, 1970-01-01, N/A, …) διαβάστηκαν ως απουσία τιμής.',
  timeSpelling: 'Διαβάστηκαν χρόνοι με άλλη γραφή από το ISO 8601· ο καθένας μπορεί να είναι μόνο μία στιγμή.',
  zoneAssumed: 'Χρόνοι χωρίς ζώνη διαβάστηκαν ως UTC, όπως γράφει η Routee.',
  quoted: 'Αριθμοί ή true και false σε εισαγωγικά (ή το αντίστροφο) διαβάστηκαν ως αυτό που λένε.',
  listOfOne: 'Λίστες με μία τιμή διαβάστηκαν ως η τιμή αυτή.',
  mongodb: 'Τιμές σε JSON της MongoDB ($date, $numberDecimal, …) αποσυσκευάστηκαν.',
  dynamodb: 'Τιμές σε JSON της DynamoDB (S, N, M, L, …) αποσυσκευάστηκαν.',
  firestore: 'Τιμές σε JSON του Firestore (stringValue, …) αποσυσκευάστηκαν.',
  wrapped: 'Τιμές μέσα σε δικό τους αντικείμενο αποσυσκευάστηκαν.',
  money: 'Τιμές χρέωσης γραμμένες ως ποσό με νόμισμα διαβάστηκαν ως το ποσό.',
  statusAsText: 'Μια κατάσταση γραμμένη ως μία λέξη διαβάστηκε· δεν λέει πότε ορίστηκε.',
  triggersAsText: 'Το failoverOnStatuses ήταν ένα κείμενο και διαβάστηκε ως λίστα.',
  fieldNames: 'Ονόματα πεδίων με άλλη γραφή (tracking_id, TrackingId, …) διαβάστηκαν ως τα τεκμηριωμένα.',
  messagesShape: 'Μηνύματα που δεν ήταν λίστα διαβάστηκαν ως λίστα.',
  jsonInText: 'Ανοίχτηκε JSON μέσα σε κείμενο.',
  countrySpelling: 'Χώρες με άλλη μορφή (EL, GRC, Greece, gr) διαβάστηκαν ως ο διψήφιος κωδικός τους.',
  otp: 'Είναι εγγραφή του Failover OTP, αδελφής υπηρεσίας της Routee: τα TTL της είναι σε δευτερόλεπτα, και το API παρακολούθησης δεν γνωρίζει το ID της.',
  tooDeep: 'Ό,τι βρίσκεται πιο βαθιά από 200 επίπεδα κρατήθηκε ως κείμενο.',
  trailingComma: 'Κόμματα πριν από το τέλος λίστας ή αντικειμένου αγνοήθηκαν.',
  comment: 'Σχόλια μέσα στο JSON αγνοήθηκαν.',
  oddSpace: 'Κενά που το JSON δεν γνωρίζει (U+00A0 και παρόμοια) αγνοήθηκαν.',
};

export const readingNotes: typeof english = {
  title: 'Πώς διαβάστηκε',
  count: (value) => `σε ${value} σημεία`,
  fields: 'Πεδία',
  more: (left) => `και ${left} ακόμη`,
  sentences,
  place: ({ path, amongText, line, inText }) => {
    const inside = path.length === 0 ? '' : ` Βρισκόταν στο ${clip(pathText(path), 80)}.`;
    const around = amongText ? ` Γύρω της υπάρχει άλλο κείμενο· αρχίζει στη γραμμή ${line}.` : '';
    const text = inText ? ' Ήταν JSON μέσα σε κείμενο.' : '';
    return `Σε αυτό που ανοίξατε βρέθηκε μία εγγραφή.${inside}${text}${around}`;
  },
};
