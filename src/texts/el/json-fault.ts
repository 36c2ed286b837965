/** Greek texts on why a text is no JSON, and where. */
import type { JsonFaultCause } from '#model/values/json-fault.ts';
import type { jsonFault as english } from '../en/json-fault.ts';

const causes: Readonly<Record<JsonFaultCause, string>> = {
  curlyQuote:
    'Υπάρχουν τυπογραφικά εισαγωγικά εκεί όπου το JSON χρειάζεται ίσια ("). Τα βάζουν επεξεργαστές κειμένου, συνομιλίες και προγράμματα αλληλογραφίας.',
  singleQuote:
    'Υπάρχει μονό εισαγωγικό εκεί όπου το JSON χρειάζεται διπλό ("). Έτσι γράφουν η JavaScript και η Python.',
  backtick: 'Υπάρχει βαρεία (`) εκεί όπου το JSON χρειάζεται διπλό εισαγωγικό (").',
  trailingComma: 'Υπάρχει κόμμα πριν από το τέλος λίστας ή αντικειμένου.',
  missingComma: 'Λείπει ένα κόμμα πριν από αυτό.',
  missingColon: 'Λείπει η άνω-κάτω τελεία ανάμεσα στο όνομα ενός πεδίου και την τιμή του.',
  missingValue: 'Εδώ λείπει μια τιμή.',
  unquotedKey: 'Το όνομα ενός πεδίου δεν έχει διπλά εισαγωγικά (").',
  pythonWord: 'Τα True, False και None είναι Python· το JSON γράφει true, false και null.',
  notANumber: 'Τα NaN και Infinity δεν είναι αριθμοί στο JSON.',
  unknownWord: 'Εδώ υπάρχει χωρίς εισαγωγικά μια λέξη που το JSON δεν γνωρίζει.',
  badNumber: 'Ένας αριθμός είναι γραμμένος με τρόπο που το JSON δεν γνωρίζει.',
  badEscape: 'Μια ανάποδη κάθετος βρίσκεται πριν από κάτι που δεν επιτρέπεται.',
  lineEndInText: 'Ένα κείμενο συνεχίζεται μετά το τέλος της γραμμής του· μάλλον κόπηκε κατά την αντιγραφή.',
  unterminatedText: 'Ένα κείμενο δεν τελειώνει: λείπει το τελικό εισαγωγικό (").',
  unterminated: 'Διακόπτεται: λείπει το τέλος.',
  ellipsis: 'Κάτι παραλείφθηκε εδώ και στη θέση του μπήκαν τελείες.',
  html: 'Είναι ιστοσελίδα, όχι JSON.',
  moreBehind: 'Ακολουθεί κάτι άλλο, ενώ το JSON έχει τελειώσει.',
  unexpected: 'Εδώ υπάρχει ένας χαρακτήρας που το JSON δεν επιτρέπει σε αυτή τη θέση.',
};

export const jsonFault: typeof english = {
  causes,
  place: (line, column, found) =>
    found === '' ? `Γραμμή ${line}, στήλη ${column}.` : `Γραμμή ${line}, στήλη ${column}: ${found}`,
  meaning: ({ cause }) => causes[cause],
};
