/** Findings in Greek: one sentence each, with the figures. Names of channels are neuter and undeclined. */
import type { Finding, FindingCode } from '#model/findings/finding.ts';
import type { Expected } from '#model/record/record.ts';
import { clip } from '../clip.ts';
import type { findings as english } from '../en/findings.ts';
import type { Format } from '../format.ts';
import { type Phrase, phrase, strong } from '../phrase.ts';

const title: Readonly<Record<FindingCode, string>> = {
  'price-total-differs': 'Κόστος',
  'latency-unit': 'Μονάδα latency',
  'latency-disagrees': 'Latency',
  'failover-not-listed': 'Όχι αιτία',
  'failover-missing': 'Χωρίς failover',
  'delivered-twice': 'Το έλαβε δύο φορές;',
  'expired-after-delivery': 'Παραδόθηκε, μετά έληξε',
  'reason-contradicts-status': 'Αντίφαση',
  'reported-otherwise': 'Δύο αναφορές',
  'call-contradicts-status': 'Απαντήθηκε ή όχι;',
  'call-unheard': 'Δεν το άκουσε κανείς',
  'termination-channel-mismatch': 'Κανάλι τέλους',
  'flow-status-mismatch': 'Κατάσταση ροής',
  'receipt-missing': 'Χωρίς απόδειξη',
  'parts-missing': 'Λείπουν τμήματα',
  'parts-doubled': 'Διπλά τμήματα',
  'parts-count-differs': 'Πλήθος τμημάτων',
  'times-out-of-order': 'Χρόνοι',
  'zone-offset': 'Ζώνη ώρας',
  'steps-overlap': 'Επικάλυψη βημάτων',
  'updated-before-newest': 'updatedAt',
  'ended-after-ttl': 'TTL',
  'expired-off-ttl': 'Όχι το TTL του',
  'unfinished-past-ttl': 'Εκπρόθεσμη',
  'recipient-differs': 'Παραλήπτης',
  'country-differs': 'Χώρα',
  'unknown-status': 'Άγνωστη κατάσταση',
  'unknown-value': 'Άγνωστη τιμή',
  'field-wrong-type': 'Δεν χρησιμοποιείται',
  'duplicate-keys': 'Διπλά πεδία',
  'tracking-id-differs': 'Άλλη ροή',
  'status-code': 'statusCode',
  'receipt-after-end': 'Αναφορά μετά το τέλος',
  'status-went-back': 'Η κατάσταση γύρισε πίσω',
  'price-changed': 'Η τιμή άλλαξε',
};

const severity = { info: 'Σημείωση', warning: 'Προειδοποίηση', problem: 'Πρόβλημα' };

const expected: Readonly<Record<Expected, string>> = {
  text: 'κείμενο',
  number: 'αριθμός',
  trueOrFalse: 'true ή false',
  list: 'λίστα',
  object: 'αντικείμενο',
  time: 'χρόνος κατά ISO 8601',
  addresses: 'διεύθυνση',
};

const step = (index: number, format: Format) => `το βήμα ${format.number(index + 1)}`;
const steps = (indexes: readonly number[], format: Format) => format.list(indexes.map((index) => step(index, format)));
const quoted = (value: string) => `«${clip(value, 40)}»`;

function terminationText(finding: Extract<Finding, { code: 'termination-channel-mismatch' }>, format: Format): Phrase {
  const ended = format.channelName(finding.channel ?? { kind: 'missing' });
  const last = format.channelName(finding.last ?? { kind: 'missing' });
  switch (finding.why) {
    case 'missing':
      return phrase`Η ροή τελείωσε, αλλά το ${strong('terminationChannel')} είναι κενό· τελευταίο δοκιμάστηκε το ${last}.`;
    case 'stillRunning':
      return phrase`Το ${strong('terminationChannel')} είναι ${ended}, παρότι η ροή δεν έχει τελειώσει.`;
    case 'noSuchStep':
      return phrase`Το ${strong('terminationChannel')} είναι ${ended}, αλλά κανένα βήμα δεν είναι ${ended}.`;
    case 'notSent':
      return phrase`Το ${strong('terminationChannel')} είναι ${ended}, αλλά το βήμα ${ended} δεν στάλθηκε ποτέ.`;
    case 'notDelivered':
      return phrase`Σύμφωνα με το ${strong('terminationChannel')} η ροή πέτυχε με ${ended}, αλλά το ${ended} δεν δείχνει παράδοση.`;
    case 'notLast':
      return phrase`Το ${strong('terminationChannel')} είναι ${ended}, αλλά μετά από αυτό δοκιμάστηκε το ${last}.`;
  }
}

function flowStatusText(finding: Extract<Finding, { code: 'flow-status-mismatch' }>, format: Format): Phrase {
  const channel = format.channelName(finding.channel ?? { kind: 'missing' });
  switch (finding.why) {
    case 'succeededNotDelivered':
      return phrase`Η ροή είναι ${strong(finding.status)}, αλλά κανένα βήμα δεν δείχνει παράδοση.`;
    case 'failedButDelivered':
      return phrase`Η ροή είναι ${strong(finding.status)}, αλλά το ${channel} δείχνει παράδοση.`;
    case 'queuedButSent':
      return phrase`Η ροή είναι ${strong(finding.status)}, αλλά το ${channel} έχει ήδη τελική κατάσταση.`;
    case 'openButDone':
      return phrase`Η ροή είναι ακόμη ${strong(finding.status)}, παρότι το ${channel} παραδόθηκε πριν από περισσότερο από ένα λεπτό.`;
  }
}

function timesText(finding: Extract<Finding, { code: 'times-out-of-order' }>, format: Format): Phrase {
  const by = format.duration(finding.byMs);
  const channel = format.channelName(finding.channel ?? { kind: 'missing' });
  switch (finding.why) {
    case 'statusBeforeCreation':
      return phrase`Το ${channel} έχει ημερομηνία κατάστασης ${by} πριν από το δικό του createdAt.`;
    case 'messageBeforeFlow':
      return phrase`Το ${channel} δημιουργήθηκε ${by} πριν από την ίδια τη ροή.`;
    case 'stepBeforePrevious':
      return phrase`Το ${channel} δημιουργήθηκε ${by} πριν από το προηγούμενο βήμα.`;
    case 'inTheFuture':
      return phrase`Το ${channel} έχει χρόνο ${by} μετά τη στιγμή που λήφθηκε η εγγραφή.`;
    case 'updatedBeforeCreation':
      return phrase`Το updatedAt της ροής είναι ${by} πριν από το δικό της createdAt.`;
  }
}

const agreesWith = {
  latency: 'συμφωνούν με το latency',
  creation: 'η κατάσταση έρχεται μετά τη δημιουργία',
  flow: 'έρχονται μετά τη δημιουργία της ροής',
  nextStep: 'το επόμενο βήμα έρχεται μετά',
} as const;

function zoneText(finding: Extract<Finding, { code: 'zone-offset' }>, format: Format): Phrase {
  const by = format.duration(Math.abs(finding.byMs));
  const what = finding.against === 'flow' ? 'Οι χρόνοι της ροής και του' : 'Οι χρόνοι του';
  const as = finding.zone === null ? 'χωρίς αυτό' : `ως ${finding.zone}`;
  return phrase`${what} ${format.channelName(finding.channel)} απέχουν ${strong(`ακριβώς ${by}`)}: ${as} ${agreesWith[finding.against]}. Μάλλον κάποιος γράφτηκε σε τοπική ώρα.`;
}

function reportText(
  finding: Extract<Finding, { code: 'reported-otherwise' | 'reason-contradicts-status' }>,
  format: Format,
): Phrase {
  const name = format.channelName(finding.channel);
  if (finding.code === 'reason-contradicts-status') {
    return phrase`Το ${name} είναι ${strong(clip(finding.status, 40))}, αλλά η αιτία του λέει ${strong(clip(finding.reason, 60))}: ένα από τα δύο είναι λάθος.`;
  }
  const what = finding.part === null ? `Το ${name}` : `Το τμήμα ${format.number(finding.part)} του ${name}`;
  return phrase`${what} υπάρχει δύο φορές στην εγγραφή: ${strong(clip(finding.first, 40))}, αργότερα ${strong(clip(finding.later, 40))}. Μετρά ως παραδομένο.`;
}

function takenText(finding: Extract<Finding, { code: 'call-contradicts-status' }>, format: Format): Phrase {
  const lasted = finding.durationS === null ? '' : `, ${format.duration(finding.durationS * 1000)}`;
  return phrase`Η κλήση είναι ${strong(clip(finding.status, 40))}, αλλά η εγγραφή λέει ότι απαντήθηκε (answeredBy ${clip(finding.answeredBy, 40)}${lasted}): ένα από τα δύο είναι λάθος.`;
}

function unheardText(finding: Extract<Finding, { code: 'call-unheard' }>): Phrase {
  const by = finding.answeredBy === null ? '' : ` (answeredBy ${clip(finding.answeredBy, 40)})`;
  switch (finding.by) {
    case 'machine':
      return phrase`Την κλήση ολοκλήρωσε ${strong('τηλεφωνητής')}${by}: δεν είναι γνωστό να την άκουσε κανείς.`;
    case 'nobody':
      return phrase`Η κλήση ολοκληρώθηκε, αλλά διήρκεσε ${strong('0 δ')}${by}: δεν μπορεί να την άκουσε κανείς.`;
    case 'unknown':
      return phrase`Η κλήση ολοκληρώθηκε, αλλά η εγγραφή δεν λέει ότι την πήρε άνθρωπος${by}.`;
  }
}

const unitNames = { seconds: 'δευτερόλεπτα', hours: 'ώρες' };

function offTtlText(finding: Extract<Finding, { code: 'expired-off-ttl' }>, format: Format): Phrase {
  const { channel, afterMs, ttlMs, fits } = finding;
  const says = phrase`Το ${format.channelName(channel)} έληξε μετά από ${strong(format.duration(afterMs))}, που δεν είναι το TTL του, ${format.duration(ttlMs)}`;
  return fits === null
    ? phrase`${says}.`
    : phrase`${says}: το ${format.number(fits.written)} ως ${unitNames[fits.unit]} θα ταίριαζε.`;
}

function unfinishedText(finding: Extract<Finding, { code: 'unfinished-past-ttl' }>, format: Format): Phrase {
  const since = strong(format.moment(finding.since, finding.now));
  const late = format.duration(finding.now - finding.since);
  if (finding.channel === null) {
    return phrase`Δεν έχει συμβεί τίποτα από τις ${since}, πριν από ${late}: έπρεπε να έχει έρθει κάποιο βήμα ή το τέλος.`;
  }
  const name = format.channelName(finding.channel);
  if (finding.ttlMs === null) {
    return phrase`Το ${name} έπρεπε να έχει τελειώσει στις ${since}, πριν από ${late}: καμία κλήση δεν διαρκεί τόσο.`;
  }
  const ttl = format.duration(finding.ttlMs);
  const whose = finding.byDefault ? `το προεπιλεγμένο TTL της Routee, ${ttl}` : `το TTL του, ${ttl}`;
  return phrase`Το ${name} έπρεπε να έχει τελειώσει στις ${since}, πριν από ${late}, όταν τελείωσε ${whose}.`;
}

function receiptText(finding: Extract<Finding, { code: 'receipt-missing' }>, format: Format): Phrase {
  const has = format.plural(finding.open, { one: 'τμήμα δεν έχει', other: 'τμήματα δεν έχουν' });
  const arrived = format.plural(finding.delivered, { one: 'παραδόθηκε', other: 'παραδόθηκαν' });
  return phrase`${format.number(finding.open)} ${has} απόδειξη παράδοσης στο ${format.channelName(finding.channel)}, ${format.number(finding.delivered)} ${arrived}: συνηθισμένο σε διαδρομές που δίνουν απόδειξη για ένα μόνο τμήμα.`;
}

function valueText(finding: Extract<Finding, { code: 'unknown-value' }>): Phrase {
  return finding.value === null
    ? phrase`Ένα μήνυμα δεν έχει ${strong(finding.field)}.`
    : phrase`Το ${strong(finding.field)} έχει την τιμή ${quoted(finding.value)}, που δεν είναι τεκμηριωμένη.`;
}

const statusCodeMeaning = {
  '0': 'σφάλμα διακομιστή στη Routee',
  '1': 'ανεπαρκές υπόλοιπο του λογαριασμού',
  '2': 'ότι δεν υπήρχε επόμενο βήμα για failover',
  '3': 'ότι η τελευταία κατάσταση δεν ενεργοποίησε το failover',
} as const;

function partsText(
  finding: Extract<Finding, { code: 'parts-missing' | 'parts-doubled' | 'parts-count-differs' }>,
  format: Format,
): Phrase {
  const name = format.channelName(finding.channel);
  switch (finding.code) {
    case 'parts-missing': {
      if (finding.first.length === 0) {
        const lacks = format.plural(finding.missing, { one: 'λείπει', other: 'λείπουν' });
        return phrase`Από τα ${format.number(finding.parts)} τμήματα ${name} ${lacks} ${strong(format.number(finding.missing))}.`;
      }
      const first = format.list(finding.first.map((part) => format.number(part)));
      const left = finding.missing - finding.first.length;
      const more = left > 0 ? ` και άλλα ${format.number(left)}` : '';
      const what = format.plural(finding.missing, { one: 'λείπει το τμήμα', other: 'λείπουν τα τμήματα' });
      return phrase`Από τα ${format.number(finding.parts)} τμήματα ${name} ${what} ${strong(`${first}${more}`)}.`;
    }
    case 'parts-doubled': {
      if (finding.doubled.length === 0)
        return phrase`Το ${name} υπάρχει περισσότερες από μία φορές στην εγγραφή· μετρά μία.`;
      const several = finding.doubled.length > 1;
      const doubled = format.list(finding.doubled.map((part) => format.number(part)));
      return phrase`${several ? 'Τα τμήματα' : 'Το τμήμα'} ${name} ${doubled} ${several ? 'υπάρχουν' : 'υπάρχει'} περισσότερες από μία φορές στην εγγραφή· ${several ? 'μετρούν' : 'μετρά'} μία.`;
    }
    case 'parts-count-differs':
      return phrase`Τα τμήματα ${name} δεν συμφωνούν πόσα είναι: ${format.list(finding.counts.map((count) => format.number(count)))}.`;
  }
}

function latencyText(
  finding: Extract<Finding, { code: 'latency-unit' | 'latency-disagrees' }>,
  format: Format,
): Phrase {
  const name = format.channelName(finding.channel);
  const says = phrase`Το ${name} αναφέρει latency ${strong(format.number(finding.reported))}· οι χρονοσημάνσεις λένε ${strong(format.milliseconds(finding.measuredMs))}`;
  const others = finding.count > 1 ? ` (το ίδιο σε ${format.number(finding.count - 1)} ακόμη)` : '';
  return finding.code === 'latency-unit'
    ? phrase`${says}: το πεδίο είναι μάλλον σε δευτερόλεπτα${others}.`
    : phrase`${says}, που δεν ταιριάζει ούτε με χιλιοστά ούτε με δευτερόλεπτα${others}.`;
}

function priceText(finding: Extract<Finding, { code: 'price-total-differs' }>, format: Format): Phrase {
  const sum = format.money(finding.sum, finding.decimals);
  const total = format.money(finding.total, finding.decimals);
  const says = phrase`Τα μηνύματα αθροίζουν ${strong(sum)}, το totalPrice λέει ${strong(total)}`;
  if (finding.explainedBy === null) return phrase`${says}· καμία επιλογή βημάτων δεν το δίνει.`;
  const { steps: indexes, oneEach } = finding.explainedBy;
  return phrase`${says}: τόσο δίνει μόνο ${steps(indexes, format)}${oneEach ? ', αν μετρηθεί ένα τμήμα από κάθε SMS' : ''}.`;
}

function notListedText(finding: Extract<Finding, { code: 'failover-not-listed' }>, format: Format): Phrase {
  const where = finding.byDefault ? 'προεπιλεγμένα failoverOnStatuses της Routee' : 'failoverOnStatuses';
  const late = finding.late ? ' Η κατάσταση ορίστηκε μετά, οπότε ίσως δεν ήταν αυτή η αιτία.' : '';
  return phrase`Το ${format.channelName(finding.to)} στάλθηκε, παρότι το ${strong(finding.status)} δεν ανήκει στα ${where} για το ${format.channelName(finding.from)}.${late}`;
}

function expiredText(finding: Extract<Finding, { code: 'expired-after-delivery' }>, format: Format): Phrase {
  const seen = finding.ttlMs === null ? '' : `, αφού κανείς δεν το είδε μέσα σε ${format.duration(finding.ttlMs)}`;
  return phrase`Το ${format.channelName(finding.channel)} παραδόθηκε και μετά έγινε EXPIRED λόγω expireOnDelivery${seen}: ο παραλήπτης το έχει.`;
}

const smppWords = {
  enroute: '«καθ’ οδόν»',
  delivered: '«παραδόθηκε»',
  expired: '«έληξε»',
  deleted: '«διαγράφηκε»',
  undeliverable: '«δεν μπορεί να παραδοθεί»',
  accepted: '«έγινε δεκτό»',
  unknown: '«άγνωστο»',
  rejected: '«απορρίφθηκε»',
} as const;

function wrongTypeText(
  { field, expected: wanted, why, count }: Extract<Finding, { code: 'field-wrong-type' }>,
  format: Format,
): Phrase {
  const name = strong(clip(field, 60));
  const places = count === 1 ? '' : ` σε ${format.number(count)} σημεία`;
  const kept = 'δεν χρησιμοποιείται και εμφανίζεται όπως είναι';
  switch (why) {
    case 'type':
      return phrase`Το ${name} θα έπρεπε να είναι ${expected[wanted]}${places}· η τιμή ${kept}.`;
    case 'ambiguous':
      return phrase`Το ${name} διαβάζεται με δύο τρόπους${places} (πρώτα ημέρα ή μήνας, κόμμα για δεκαδικά ή χιλιάδες, ζώνη πολλών χωρών)· ${kept}.`;
    case 'dayOnly':
      return phrase`Το ${name} γράφει ημέρα χωρίς ώρα${places}· ${kept}.`;
    case 'outOfRange':
      return phrase`Το ${name} είναι εκτός κάθε δυνατού εύρους${places}· ${kept}.`;
  }
}

type Changed = Extract<Finding, { code: 'receipt-after-end' | 'status-went-back' | 'price-changed' }>;

function historyText(finding: Changed, format: Format): Phrase {
  const span = `ανάμεσα στις ${format.moment(finding.after, finding.before)} και στις ${format.dateTime(finding.before)}`;
  const whose = finding.channel === null ? 'Η ροή' : `Το ${format.channelName(finding.channel)}`;
  if (finding.code === 'price-changed') {
    const what = finding.channel === null ? 'Το totalPrice' : `Η τιμή του ${format.channelName(finding.channel)}`;
    const [from, to] = [format.money(finding.from, finding.decimals), format.money(finding.to, finding.decimals)];
    return phrase`${what} ήταν ${strong(from)} και έγινε ${strong(to)} ${span}, αφού είχε τελειώσει.`;
  }
  const [from, to] = [strong(clip(finding.from, 40)), strong(clip(finding.to, 40))];
  return finding.code === 'status-went-back'
    ? phrase`${whose} ήταν ${from} και μετά ${to}, ${span}: κατάσταση που δεν ακολουθεί την άλλη.`
    : phrase`${whose} άλλαξε από ${from} σε ${to} ${span}, αφού ${finding.channel === null ? '' : 'η ροή '}είχε τελειώσει.`;
}

function sentence(finding: Finding, format: Format, address: (value: string) => string): Phrase {
  switch (finding.code) {
    case 'price-total-differs':
      return priceText(finding, format);
    case 'latency-unit':
    case 'latency-disagrees':
      return latencyText(finding, format);
    case 'failover-not-listed':
      return notListedText(finding, format);
    case 'failover-missing':
      return phrase`Το ${format.channelName(finding.from)} κατέληξε σε ${strong(finding.status)}, που ανήκει στα failoverOnStatuses του, αλλά το ${format.channelName(finding.to)} δεν στάλθηκε ποτέ.`;
    case 'delivered-twice':
      return phrase`Παραδόθηκε με ${format.list(finding.channels.map((channel) => format.channelName(channel)))}: ο παραλήπτης μάλλον το έλαβε περισσότερες από μία φορές.`;
    case 'expired-after-delivery':
      return expiredText(finding, format);
    case 'termination-channel-mismatch':
      return terminationText(finding, format);
    case 'flow-status-mismatch':
      return flowStatusText(finding, format);
    case 'parts-missing':
    case 'parts-doubled':
    case 'parts-count-differs':
      return partsText(finding, format);
    case 'times-out-of-order':
      return timesText(finding, format);
    case 'steps-overlap':
      return phrase`Το ${format.channelName(finding.to)} στάλθηκε ${format.duration(finding.byMs)} πριν πάρει το ${format.channelName(finding.from)} την τελευταία του κατάσταση.`;
    case 'updated-before-newest':
      return phrase`Το updatedAt της ροής είναι ${format.duration(finding.byMs)} παλαιότερο από το νεότερο μήνυμά της.`;
    case 'ended-after-ttl':
      return phrase`Το ${format.channelName(finding.channel)} πήρε ${strong(finding.status)} ${format.duration(finding.byMs)} μετά το τέλος του TTL των ${format.duration(finding.ttlMs)}.`;
    case 'expired-off-ttl':
      return offTtlText(finding, format);
    case 'unfinished-past-ttl':
      return unfinishedText(finding, format);
    case 'zone-offset':
      return zoneText(finding, format);
    case 'reason-contradicts-status':
    case 'reported-otherwise':
      return reportText(finding, format);
    case 'call-contradicts-status':
      return takenText(finding, format);
    case 'call-unheard':
      return unheardText(finding);
    case 'receipt-missing':
      return receiptText(finding, format);
    case 'recipient-differs':
      return phrase`Τα μηνύματα πήγαν σε διαφορετικούς παραλήπτες: ${format.list(finding.recipients.slice(0, 4).map((recipient) => clip(address(recipient), 40)))}.`;
    case 'country-differs':
      return phrase`Τα μηνύματα αναφέρουν διαφορετικές χώρες: ${format.list(finding.countries.slice(0, 6).map((country) => clip(format.countryName(country), 40)))}.`;
    case 'unknown-status':
      if (finding.smpp !== null && finding.channel !== null)
        return phrase`Το ${format.channelName(finding.channel)} έχει κατάσταση ${quoted(finding.status)}, τη λέξη του SMPP για ${smppWords[finding.smpp]}· η Routee δεν την τεκμηριώνει, οπότε δεν βγαίνει συμπέρασμα από αυτήν.`;
      return finding.channel === null
        ? phrase`Η κατάσταση ροής ${quoted(finding.status)} δεν είναι τεκμηριωμένη.`
        : phrase`Το ${format.channelName(finding.channel)} έχει την κατάσταση ${quoted(finding.status)}, που δεν είναι τεκμηριωμένη για αυτό.`;
    case 'unknown-value':
      return valueText(finding);
    case 'field-wrong-type':
      return wrongTypeText(finding, format);
    case 'duplicate-keys': {
      const keys = format.list(finding.keys.map((key) => quoted(key)));
      return finding.same
        ? phrase`Το ${keys} υπάρχει δύο φορές στο ίδιο αντικείμενο με την ίδια τιμή.`
        : phrase`Το ${keys} υπάρχει δύο φορές στο ίδιο αντικείμενο με διαφορετικές τιμές· χρησιμοποιείται η τελευταία.`;
    }
    case 'tracking-id-differs':
      return phrase`Ζητήθηκε η ${strong(clip(finding.asked, 40))}, αλλά η εγγραφή γράφει ${strong(clip(finding.found, 40))}: είναι άλλη ροή.`;
    case 'status-code':
      return phrase`Το statusCode ${finding.statusCode} σημαίνει ${statusCodeMeaning[finding.statusCode]}, κι όμως η ροή δεν απέτυχε.`;
    case 'receipt-after-end':
    case 'status-went-back':
    case 'price-changed':
      return historyText(finding, format);
  }
}

export const findings: typeof english = { title, severity, sentence };
