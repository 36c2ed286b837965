/** Greek texts of a flow's page around its panels. */
import type { flow as english } from '../en/flow.ts';

const noStatus = 'χωρίς κατάσταση';

export const flow: typeof english = {
  tabTitle: (status, id) => `${status} · ${id} · Cascade`,
  loadingTitle: (id) => `${id} · Cascade`,
  shortId: (id) => id.slice(0, 8),

  actions: {
    share: 'Σύνδεσμος',
    shareHint: 'Αντιγραφή συνδέσμου για ό,τι βλέπετε',
    export: 'Εξαγωγή',
    exportTitle: 'Αντιγραφή ή αποθήκευση της ροής',
    text: 'Αντιγραφή ως κείμενο, για αίτημα',
    customerIn: { en: 'Μια παράγραφος για τον πελάτη, στα αγγλικά', el: 'Μια παράγραφος για τον πελάτη, στα ελληνικά' },
    curl: 'Αντιγραφή ως curl, με κενή θέση για το token',
    id: 'Αντιγραφή tracking ID',
    download: 'Αποθήκευση της εγγραφής ως JSON',
    evidence: 'Σελίδα τεκμηρίων, για εκτύπωση',
    raw: 'JSON',
    rawHint: 'Εμφάνιση μόνο της εγγραφής',
    overview: 'Εμφάνιση χρονολογίου και βημάτων',
  },

  live: {
    startAnew: 'Νέα έναρξη',
    title: 'Ενημέρωση',
    asOf: (clock, zone) => `στις ${clock} ${zone}`,
    nextIn: (duration) => `επόμενη σε ${duration}`,
    refreshing: 'ανανέωση…',
    paused: 'σε παύση',
    done: 'τελική',
    late: 'τελική, μία ακόμη ματιά',
    unknown: 'άγνωστο αν τελείωσε',
    refresh: 'Ανανέωση',
    pause: 'Παύση',
    resume: 'Συνέχεια',
    notify: 'Ειδοποίηση στο τέλος',
    notifyOn: 'Θα ειδοποιηθείτε στο τέλος',
    notifyDenied: 'Το πρόγραμμα περιήγησης δεν επιτρέπει ειδοποιήσεις από το Cascade.',
    changed: (clock) => `Άλλαξε στις ${clock}:`,
    changedBadge: 'άλλαξε',
    stepChange: (channel, from, to, format) => {
      const name = format.channelName(channel);
      return from === null || from === to ? `${name}: ${to ?? noStatus}` : `${name}: ${from} → ${to ?? noStatus}`;
    },
    flowChange: (from, to) => `ροή: ${from ?? noStatus} → ${to ?? noStatus}`,
    ended: (status) => `Τέλος ροής: ${status}`,
    refreshFailed: (clock, date) => `Η ανανέωση δεν έγινε. Ό,τι βλέπετε είναι από τις ${clock}, ${date}.`,
  },

  text: {
    link: 'Σύνδεσμος',
    flow: 'Ροή',
    status: 'Κατάσταση',
    step: (number, channel, status) => `${number}. ${channel}: ${status}`,
    sentAt: (time) => `αποστολή ${time}`,
    resultAt: (time) => `αποτέλεσμα ${time}`,
    priceOf: (price) => `κόστος ${price}`,
    inCurrency: (price, currency) => `${price} ${currency ?? '(στο νόμισμα του λογαριασμού)'}`,
    findings: 'Ευρήματα',
    steps: 'Βήματα',
    asOf: 'Στις',
    masked: 'Οι παραλήπτες και τα κείμενα είναι κρυμμένα.',
  },
};
