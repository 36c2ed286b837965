/** Greek texts of the frame around every page. */
import type { app as english } from '../en/app.ts';

export const app: typeof english = {
  name: 'Cascade',
  skip: 'Μετάβαση στη σελίδα',
  navigation: 'Σελίδες',
  nav: { home: 'Ροή', explore: 'Εξερεύνηση', lookup: 'Λίστα', open: 'Άνοιγμα αρχείου' },
  demo: 'Επίδειξη: χωρίς διαπιστευτήρια Routee',
  demoShort: 'Επίδειξη',
  settings: 'Οι ρυθμίσεις σας',
  signOut: 'Αποσύνδεση',
  signedInAs: (name) => `Συνδεδεμένος χρήστης: ${name}`,

  zone: {
    label: (zone) => `Ζώνη ώρας: ${zone}`,
    title: 'Ζώνη ώρας',
    utc: 'UTC',
    local: (zone) => `Του προγράμματος περιήγησης (${zone})`,
    recipient: (zone, country) => `Του παραλήπτη, ${country} (${zone})`,
    other: 'Άλλη ζώνη',
    placeholder: 'Πόλη ή περιοχή',
    none: 'Καμία ζώνη δεν έχει αυτό το όνομα.',
    fromLink: 'Τη ζώνη την ορίζει αυτός ο σύνδεσμος· η δική σας ρύθμιση μένει όπως είναι.',
  },
  mask: {
    masked: 'Με απόκρυψη',
    revealed: 'Χωρίς απόκρυψη',
    reveal: 'Εμφάνιση παραληπτών και κειμένων',
    hide: 'Απόκρυψη παραληπτών και κειμένων',
    always: 'Η πύλη αποκρύπτει παραλήπτες και κείμενα για όλους.',
  },
  theme: {
    label: (theme) => `Εμφάνιση: ${theme}`,
    title: 'Εμφάνιση',
    light: 'Φωτεινή',
    dark: 'Σκούρα',
    system: 'Όπως το σύστημα',
  },
  language: { title: 'Γλώσσα', en: 'English', el: 'Ελληνικά' },
  shortcuts: {
    title: 'Πλήκτρα',
    open: 'Πλήκτρα και βοήθεια',
    on: 'Χρήση πλήκτρων',
    off: 'Τα πλήκτρα είναι ανενεργά. Το Ctrl ή Cmd με το K ανοίγει ακόμη την παλέτα.',
    next: 'μετά',
    close: 'Κλείσιμο',
  },

  credentials: {
    refused: 'Η Routee δεν δέχεται τα διαπιστευτήρια αυτής της πύλης.',
    refusedNext: 'Ο διαχειριστής του Cascade πρέπει να ελέγξει τα ROUTEE_APP_ID και ROUTEE_APP_SECRET.',
    roleMissing: 'Η Routee δεν επιτρέπει σε αυτόν τον λογαριασμό να διαβάζει ροές failover.',
    roleMissingNext: 'Ζητήστε από τη Routee να δώσει στην εφαρμογή τον ρόλο failover.',
  },
  offline: {
    title: 'Ο διακομιστής του Cascade δεν απαντά',
    since: (clock) => `από τις ${clock}. Ό,τι φαίνεται παραμένει· το Cascade δοκιμάζει ξανά μόνο του.`,
    retry: 'Δοκιμή τώρα',
    back: 'Ο διακομιστής του Cascade απαντά και πάλι.',
  },

  time: {
    exact: (dateTime, iso) => `${dateTime} · ${iso}`,
    copy: 'αντιγραφή ως ISO 8601',
    copied: 'αντιγράφηκε',
  },
  copy: { copy: 'Αντιγραφή', copied: 'Αντιγράφηκε', failed: 'Η αντιγραφή δεν έγινε' },
  crash: {
    panel: 'Αυτό το μέρος της σελίδας δεν μπόρεσε να σχεδιαστεί.',
    page: 'Αυτή η σελίδα δεν μπόρεσε να σχεδιαστεί.',
    next: 'Η υπόλοιπη σελίδα λειτουργεί. Δοκιμάστε ξανά· αν επαναληφθεί, αναφέρετέ το με το κείμενο που ακολουθεί.',
    retry: 'Νέα δοκιμή',
    details: 'Τεχνικές λεπτομέρειες',
    chunk: 'Ένα μέρος του Cascade δεν φορτώθηκε: ίσως έχει εγκατασταθεί νεότερη έκδοση.',
    reload: 'Επαναφόρτωση της σελίδας',
  },
  loading: 'Φόρτωση…',
};
