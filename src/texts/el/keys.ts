/** Greek texts of the keys that a page needs at once. */
import type { keys as english } from '../en/keys.ts';

export const keys: typeof english = {
  caps: { control: 'Ctrl', command: '⌘', escape: 'Esc' },
  hint: (text, held) => `${text} (${held})`,

  stepChosen: (number, channel) => `Βήμα ${number}, ${channel}`,
  noStepChosen: 'Δεν έχει επιλεγεί βήμα',
  copied: {
    copyLink: 'Ο σύνδεσμος αντιγράφηκε',
    copyId: 'Το tracking ID αντιγράφηκε',
    copyText: 'Το κείμενο αντιγράφηκε',
    copyCurl: 'Η εντολή curl αντιγράφηκε',
  },
  copyFailed: 'Η αντιγραφή δεν έγινε: δεν την επέτρεψε το πρόγραμμα περιήγησης.',
  notLoaded: 'Δεν φορτώθηκε. Δοκιμάστε ξανά όταν ο διακομιστής του Cascade απαντά.',
  maskedNow: 'Οι παραλήπτες και τα κείμενα είναι κρυμμένα.',
  revealedNow: 'Οι παραλήπτες και τα κείμενα εμφανίζονται.',
};
