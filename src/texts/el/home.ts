/** Greek texts of the start page, and of the page for an address that leads nowhere. */
import type { home as english } from '../en/home.ts';

export const home: typeof english = {
  tabTitle: 'Cascade',
  title: 'Τι απέγινε αυτό το μήνυμα;',
  intro:
    'Επικολλήστε ένα tracking ID, έναν σύνδεσμο, μια γραμμή καταγραφής, μια εγγραφή ή έναν αριθμό τηλεφώνου. Πολλά ID γίνονται λίστα.',
  dropHint: 'ή αφήστε οπουδήποτε ένα αρχείο JSON: διαβάζεται μέσα στο πρόγραμμα περιήγησης και δεν στέλνεται πουθενά.',
  choose: 'Επιλογή αρχείου',

  recent: 'Πρόσφατες',
  recentKept: 'κρατούνται σε αυτό το πρόγραμμα περιήγησης',
  clear: 'εκκαθάριση',
  clearLabel: 'Εκκαθάριση της λίστας πρόσφατων ροών',
  noRecent: 'Οι ροές που ανοίγετε εμφανίζονται εδώ, μόνο σε αυτό το πρόγραμμα περιήγησης.',
  forget: (id) => `Αφαίρεση της ${id} από τη λίστα`,
  noStatus: 'χωρίς κατάσταση',
  nothingSent: 'δεν στάλθηκε τίποτα',
  seenAt: (dateTime) => `Τελευταία προβολή ${dateTime}`,

  demo: 'Δοκιμάστε μια ροή επίδειξης',
  demoFilter: 'Φίλτρο ροών επίδειξης',
  demoCount: (count, format) => `${format.number(count)} ${format.plural(count, { one: 'ροή', other: 'ροές' })}`,
  demoNone: 'Καμία ροή επίδειξης δεν έχει αυτό το όνομα.',
  demoMore: (left, format) => `${format.number(left)} ακόμη`,
  demoMoreLabel: (left, group, format) => `Εμφάνιση ${format.number(left)} ακόμη από «${group}»`,
  demoFewer: 'Λιγότερες',
  demoFewerLabel: (group) => `Λιγότερες από «${group}»`,

  notFound: {
    tabTitle: 'Δεν βρέθηκε · Cascade',
    title: 'Δεν υπάρχει σελίδα σε αυτή τη διεύθυνση.',
    text: 'Ίσως είναι κομμένη ή έχει λάθος. Μια ροή βρίσκεται από το tracking ID της: επικολλήστε το στην αναζήτηση επάνω.',
    home: 'Μετάβαση στην αρχική σελίδα',
  },
};
