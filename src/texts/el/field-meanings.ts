/** What each field of a record means, in Greek. */
import type { FieldId, FieldUnit } from '#model/record/fields.ts';
import type { fieldMeanings as english } from '../en/field-meanings.ts';

const fields: Readonly<Record<FieldId, (typeof english)['fields'][FieldId]>> = {
  trackingId: { label: 'Tracking ID', meaning: 'Το ID αυτής της ροής. Το δίνει η Routee όταν στέλνεται η ροή.' },
  messages: {
    label: 'Μηνύματα',
    meaning: 'Μία καταχώριση για κάθε βήμα· ένα SMS πολλών τμημάτων έχει μία για κάθε τμήμα.',
  },
  terminationChannel: {
    label: 'Κανάλι τέλους',
    meaning: 'Το κανάλι που τελείωσε τη ροή. Κενό όσο η ροή είναι σε εξέλιξη.',
  },
  status: { label: 'Κατάσταση ροής', meaning: 'Queued, InProgress, Succeeded ή Failed, για τη ροή συνολικά.' },
  statusCode: {
    label: 'Κωδικός κατάστασης',
    meaning:
      'Γιατί απέτυχε μια ροή: 0 σφάλμα διακομιστή, 1 ανεπαρκές υπόλοιπο, 2 κανένα επόμενο βήμα, 3 το failover δεν ενεργοποιήθηκε. Αλλιώς κενό.',
  },
  totalPrice: {
    label: 'Συνολικό κόστος',
    meaning: 'Πόσο κόστισε ολόκληρη η ροή κατά τη Routee, στο νόμισμα του λογαριασμού.',
  },
  originatingService: { label: 'Υπηρεσία προέλευσης', meaning: 'Η υπηρεσία της Routee που έστειλε τη ροή.' },
  applicationId: {
    label: 'ID εφαρμογής',
    meaning: 'Η εφαρμογή Routee με τα διαπιστευτήρια της οποίας στάλθηκε η ροή.',
  },
  flowKind: { label: 'Είδος ροής', meaning: '«transactional» για ροές από το transactional endpoint.' },
  createdAt: { label: 'Δημιουργία', meaning: 'Πότε παρέλαβε η Routee τη ροή.' },
  updatedAt: { label: 'Ενημέρωση', meaning: 'Πότε άλλαξε η Routee τελευταία φορά τη ροή.' },
  'message.type': { label: 'Κανάλι', meaning: 'Το κανάλι αυτού του βήματος: Sms, Viber ή Voice.' },
  'message.order': {
    label: 'Σειρά',
    meaning: 'Η θέση του βήματος στην αλυσίδα. Οι μικρότεροι αριθμοί προηγούνται.',
  },
  'message.failoverOnStatuses': {
    label: 'Failover σε',
    meaning: 'Αν το βήμα καταλήξει σε μία από αυτές τις καταστάσεις, η ροή περνά στο επόμενο βήμα.',
  },
  'message.createdAt': { label: 'Δημιουργία', meaning: 'Πότε δημιουργήθηκε αυτό το μήνυμα.' },
  'message.status': {
    label: 'Κατάσταση',
    meaning: 'Η τελευταία κατάσταση του μηνύματος. Κενή για μήνυμα που δεν στάλθηκε ποτέ.',
  },
  'message.status.name': { label: 'Κατάσταση', meaning: 'Η τελευταία κατάσταση του μηνύματος.' },
  'message.status.reason': { label: 'Αιτία', meaning: 'Η λεπτομέρεια πίσω από την κατάσταση.' },
  'message.status.reason.detailedStatus': {
    label: 'Αναλυτική κατάσταση',
    meaning: 'Το ακριβές αποτέλεσμα, όπως το ανέφερε ο πάροχος ή το Viber.',
  },
  'message.status.reason.description': {
    label: 'Περιγραφή',
    meaning: 'Η αναλυτική κατάσταση με τα λόγια της Routee.',
  },
  'message.status.updatedDate': {
    label: 'Χρόνος κατάστασης',
    meaning: 'Πότε πήρε το μήνυμα αυτή την κατάσταση.',
  },
  'message.status.status': {
    label: 'Κατάσταση (παλαιότερη)',
    meaning: 'Η τελευταία κατάσταση, με το όνομα που έχουν παλαιότερες εγγραφές.',
  },
  'message.status.date': {
    label: 'Χρόνος κατάστασης (παλαιότερο)',
    meaning: 'Πότε πήρε το μήνυμα αυτή την κατάσταση, με το όνομα που έχουν παλαιότερες εγγραφές.',
  },
  'message.status.expireOnDelivery': {
    label: 'Λήξη μετά την παράδοση (παλαιότερο)',
    meaning: 'Λήξη μετά την παράδοση, στη θέση που έχουν παλαιότερες εγγραφές.',
  },
  'message.status.expiredOnDeliveryAt': {
    label: 'Έληξε μετά την παράδοση (παλαιότερο)',
    meaning: 'Έληξε μετά την παράδοση, στη θέση που έχουν παλαιότερες εγγραφές.',
  },
  'message.from': { label: 'Από', meaning: 'Ο αποστολέας που βλέπει ο παραλήπτης.' },
  'message.from.phone': { label: 'Από (τηλέφωνο)', meaning: 'Ο αποστολέας ως αριθμός τηλεφώνου.' },
  'message.from.sip': { label: 'Από (SIP)', meaning: 'Ο αποστολέας ως διεύθυνση SIP.' },
  'message.from.viber': { label: 'Από (Viber)', meaning: 'Ο αποστολέας ως χρήστης Viber.' },
  'message.to': { label: 'Προς', meaning: 'Ο παραλήπτης αυτού του μηνύματος.' },
  'message.to.phone': { label: 'Προς (τηλέφωνο)', meaning: 'Ο παραλήπτης ως αριθμός τηλεφώνου.' },
  'message.to.sip': { label: 'Προς (SIP)', meaning: 'Ο παραλήπτης ως διεύθυνση SIP.' },
  'message.to.viber': { label: 'Προς (Viber)', meaning: 'Ο παραλήπτης ως χρήστης Viber.' },
  'message.country': { label: 'Χώρα', meaning: 'Η χώρα του παραλήπτη, ως κωδικός ISO 3166.' },
  'message.price': {
    label: 'Κόστος',
    meaning: 'Πόσο κόστισε αυτό το μήνυμα, στο νόμισμα του λογαριασμού. Για SMS, πόσο κόστισε αυτό το τμήμα.',
  },
  'message.label': {
    label: 'Ετικέτα',
    meaning: 'Το σημάδι που έβαλε ο αποστολέας στο μήνυμα, έως 350 χαρακτήρες.',
  },
  'message.ttl': {
    label: 'Χρόνος ζωής',
    meaning: 'Πόση ώρα μπορεί να προσπαθεί αυτό το κανάλι. Προεπιλογή 1.200 λεπτά για SMS και 10 για Viber.',
  },
  'message.messageId': {
    label: 'ID μηνύματος',
    meaning: 'Το ID του μηνύματος· όλα τα τμήματα ενός SMS το μοιράζονται.',
  },
  'message.smsId': { label: 'ID του SMS', meaning: 'Το ID αυτού του τμήματος του SMS.' },
  'message.body': { label: 'Περιεχόμενο', meaning: 'Τι στάλθηκε: το κείμενο ενός SMS ή τα μέρη ενός μηνύματος Viber.' },
  'message.message': {
    label: 'Κείμενο (παλαιότερο)',
    meaning: 'Το κείμενο του SMS, με το όνομα που έχουν παλαιότερες εγγραφές.',
  },
  'message.operator': { label: 'Πάροχος', meaning: 'Το δίκτυο κινητής του παραλήπτη.' },
  'message.part': { label: 'Τμήμα', meaning: 'Ποιο τμήμα του SMS είναι αυτό, με αρχή το 1.' },
  'message.parts': { label: 'Τμήματα', meaning: 'Πόσα τμήματα έχει το SMS.' },
  'message.latency': {
    label: 'Latency όπως αναφέρθηκε',
    meaning:
      'Πόση ώρα πήρε η παράδοση. Η τεκμηρίωση της Routee λέει χιλιοστά· το παράδειγμά της έχει δευτερόλεπτα. Συγκρίνετε με τους χρόνους.',
  },
  'message.trackingId': {
    label: 'ID μηνύματος Viber',
    meaning: 'Το ID αυτού του μηνύματος Viber, όχι της ροής.',
  },
  'message.body.text': { label: 'Κείμενο', meaning: 'Το κείμενο του μηνύματος.' },
  'message.body.imageUrl': { label: 'Εικόνα', meaning: 'Η διεύθυνση της εικόνας στο μήνυμα.' },
  'message.body.imageURL': {
    label: 'Εικόνα (παλαιότερο)',
    meaning: 'Η εικόνα, με το όνομα που έχουν παλαιότερες εγγραφές.',
  },
  'message.body.action': { label: 'Κουμπί', meaning: 'Το κουμπί κάτω από το μήνυμα.' },
  'message.body.action.caption': { label: 'Κείμενο κουμπιού', meaning: 'Τι γράφει το κουμπί.' },
  'message.body.action.targetUrl': { label: 'Διεύθυνση κουμπιού', meaning: 'Πού οδηγεί το κουμπί.' },
  'message.body.viberAction': {
    label: 'Κουμπί (παλαιότερο)',
    meaning: 'Το κουμπί, με το όνομα που έχουν παλαιότερες εγγραφές.',
  },
  'message.body.viberAction.caption': { label: 'Κείμενο κουμπιού (παλαιότερο)', meaning: 'Τι γράφει το κουμπί.' },
  'message.body.viberAction.targetUrl': {
    label: 'Διεύθυνση κουμπιού (παλαιότερο)',
    meaning: 'Πού οδηγεί το κουμπί.',
  },
  'message.body.viberFile': { label: 'Αρχείο', meaning: 'Το αρχείο που στάλθηκε με το μήνυμα.' },
  'message.body.viberFile.fileName': { label: 'Όνομα αρχείου', meaning: 'Το όνομα με το οποίο στάλθηκε το αρχείο.' },
  'message.body.viberFile.fileType': { label: 'Τύπος αρχείου', meaning: 'Το είδος του αρχείου, όπως pdf.' },
  'message.body.viberFile.fileUrl': { label: 'Διεύθυνση αρχείου', meaning: 'Από πού πήρε το Viber το αρχείο.' },
  'message.body.viberVideo': { label: 'Βίντεο', meaning: 'Το βίντεο που στάλθηκε με το μήνυμα.' },
  'message.body.viberVideo.videoUrl': { label: 'Διεύθυνση βίντεο', meaning: 'Από πού πήρε το Viber το βίντεο.' },
  'message.body.viberVideo.videoThumbnail': {
    label: 'Προεπισκόπηση βίντεο',
    meaning: 'Η διεύθυνση της εικόνας που φαίνεται πριν παίξει το βίντεο.',
  },
  'message.body.viberVideo.fileSize': { label: 'Μέγεθος βίντεο', meaning: 'Το μέγεθος του βίντεο, σε megabyte.' },
  'message.body.viberVideo.duration': {
    label: 'Διάρκεια βίντεο',
    meaning: 'Η διάρκεια του βίντεο, σε δευτερόλεπτα.',
  },
  'message.inboundUrl': {
    label: 'Απαντήσεις προς',
    meaning: 'Η διεύθυνση στην οποία στέλνει η Routee τις απαντήσεις του παραλήπτη.',
  },
  'message.expireOnDelivery': {
    label: 'Λήξη μετά την παράδοση',
    meaning: 'Αν είναι true, ένα μήνυμα που παραδόθηκε και δεν διαβάστηκε μέσα στον χρόνο ζωής του μετρά ως ληγμένο.',
  },
  'message.expiredOnDeliveryAt': {
    label: 'Έληξε μετά την παράδοση',
    meaning: 'Πότε ένα μήνυμα που παραδόθηκε ορίστηκε ως ληγμένο, επειδή δεν διαβάστηκε εγκαίρως.',
  },
  'message.templateId': { label: 'ID προτύπου', meaning: 'Το πρότυπο από το οποίο έγινε το μήνυμα.' },
  'message.templateLang': { label: 'Γλώσσα προτύπου', meaning: 'Η γλώσσα του προτύπου.' },
  'message.templateParams': { label: 'Τιμές προτύπου', meaning: 'Τι συμπληρώθηκε στα κενά του προτύπου.' },
  'message.duration': { label: 'Διάρκεια κλήσης', meaning: 'Πόσο διήρκεσε η κλήση, σε δευτερόλεπτα.' },
  'message.answeredBy': { label: 'Απάντησε', meaning: 'Ποιος απάντησε στην κλήση, όπως human ή machine.' },
};

const units: Readonly<Record<FieldUnit, string>> = {
  minutes: 'λεπτά',
  seconds: 'δευτερόλεπτα',
  megabytes: 'MB',
  money: 'νόμισμα λογαριασμού',
  time: 'χρόνος',
  country: 'κωδικός χώρας',
  uncertain: 'ms ή δευτερόλεπτα',
};

export const fieldMeanings: typeof english = {
  fields,
  units,
  other: { label: 'Άλλα πεδία', meaning: 'Πεδία που η Routee δεν τεκμηριώνει. Εμφανίζονται όπως ήρθαν.' },
};
