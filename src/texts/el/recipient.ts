/** Greek texts of the page that lists the flows to a telephone number. */
import type { recipient as english } from '../en/recipient.ts';

export const recipient: typeof english = {
  tabTitle: 'Ροές προς αριθμό · Cascade',
  title: (number) => `Ροές προς ${number}`,
  intro: 'Ο αριθμός μένει σε αυτή την καρτέλα: δεν τον κρατά ούτε η διεύθυνση ούτε το ιστορικό.',
  gone: 'Ο αριθμός δεν υπάρχει πια εδώ: δεν φυλάσσεται πουθενά. Επικολλήστε τον ξανά στην αναζήτηση.',
  readings: 'Αυτά τα ψηφία μπορεί να είναι δύο αριθμοί:',
  reading: (number, country) => `${number} (${country})`,
  lastDay: 'τελευταίο 24ωρο',
  lastWeek: 'τελευταίο 7ήμερο',
  widen: 'Αναζήτηση σε 7 ημέρες',
  widened: 'Δεν υπήρχε καμία το τελευταίο 24ωρο, γι’ αυτό εμφανίζονται των τελευταίων 7 ημερών.',
  none: (range) => `Η Routee δεν έχει ροή προς αυτόν τον αριθμό το ${range}.`,
  noneHint: 'Παλαιότερες ροές βρίσκονται στην Εξερεύνηση, όσο τις κρατά ο λογαριασμός.',
  count: (count, range) => `${count} το ${range}, πρώτα οι νεότερες`,
  more: (shown, total) => `Οι νεότερες ${shown} από ${total}.`,
  explore: 'Εμφάνιση στην Εξερεύνηση',
  table: 'Ροές προς αυτόν τον αριθμό',
  loading: 'Αναζήτηση…',
  wasNumber: 'Αυτό είναι αριθμός τηλεφώνου.',
  asId: 'Να διαβαστεί ως tracking ID',
};
