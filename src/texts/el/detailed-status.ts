/** What the vendor's detailed statuses mean, in Greek. */
import type { DetailedStatusId } from '#model/record/detailed-status.ts';
import type { detailedStatus as english } from '../en/detailed-status.ts';

const meanings: Readonly<Record<DetailedStatusId, string>> = {
  sent: 'Ο πάροχος παρέλαβε το μήνυμα. Δεν έχει έρθει ακόμη απόδειξη παράδοσης.',
  delivered: 'Το μήνυμα έφτασε στον παραλήπτη.',
  undelivered: 'Ο πάροχος δεν μπόρεσε να παραδώσει το μήνυμα.',
  failed: 'Το μήνυμα δεν μπόρεσε να σταλεί.',
  undeliveredOnHandset: 'Το τηλέφωνο ήταν κλειστό ή εκτός δικτύου.',
  unknownNumber: 'Ο πάροχος δεν γνωρίζει αυτόν τον αριθμό. Ίσως δεν υπάρχει πια.',
  roaming: 'Ο παραλήπτης ήταν στο εξωτερικό και το τηλέφωνο δεν μπορούσε να λάβει το μήνυμα σε περιαγωγή.',
  callBarred: 'Ο παραλήπτης έχει αποκλείσει μηνύματα από αυτόν τον αποστολέα.',
  unknownStatus: 'Ο πάροχος δεν έδωσε αιτία.',
  carrierViolation: 'Ο πάροχος φίλτραρε το μήνυμα ως ανεπιθύμητο.',
  expired: 'Η περίοδος ισχύος τελείωσε πριν παραδοθεί το μήνυμα.',
  notViberUser: 'Ο παραλήπτης δεν έχει Viber σε αυτόν τον αριθμό.',
  optedOut: 'Ο παραλήπτης επέλεξε να μη λαμβάνει μηνύματα από αυτόν τον αποστολέα.',
  systemFailure: 'Σφάλμα συστήματος στο Viber ή στη Routee σταμάτησε το μήνυμα.',
  messageRejected: 'Το Viber απέρριψε το μήνυμα, επειδή κάποια τιμή του ήταν λανθασμένη.',
  timedOut: 'Δεν ήρθε εγκαίρως απάντηση από το Viber.',
  unsupportedEquipment: 'Η συσκευή του παραλήπτη δεν μπορεί να δείξει τέτοιο μήνυμα.',
  ttlExpired: 'Τελείωσε ο χρόνος που είχε αυτό το κανάλι για την παράδοση.',
};

export const detailedStatus: typeof english = {
  meanings,
  undocumented: 'Η Routee δεν τεκμηριώνει αυτή την αιτία.',
};
