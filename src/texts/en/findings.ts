/** Findings in English: one sentence each, with the figures. */
import type { Finding, FindingCode } from '#model/findings/finding.ts';
import type { Expected } from '#model/record/record.ts';
import { clip } from '../clip.ts';
import type { Format } from '../format.ts';
import { type Phrase, phrase, strong } from '../phrase.ts';

/** A word or two before the sentence, and on a row's tag. */
const title: Readonly<Record<FindingCode, string>> = {
  'price-total-differs': 'Price',
  'latency-unit': 'Latency unit',
  'latency-disagrees': 'Latency',
  'failover-not-listed': 'Not a trigger',
  'failover-missing': 'No failover',
  'delivered-twice': 'Got it twice?',
  'expired-after-delivery': 'Delivered, then expired',
  'reason-contradicts-status': 'Contradiction',
  'reported-otherwise': 'Reported twice',
  'call-contradicts-status': 'Answered or not?',
  'call-unheard': 'Nobody heard it',
  'termination-channel-mismatch': 'Ended by',
  'flow-status-mismatch': 'Flow status',
  'receipt-missing': 'No receipt',
  'parts-missing': 'Parts missing',
  'parts-doubled': 'Parts doubled',
  'parts-count-differs': 'Part count',
  'times-out-of-order': 'Times',
  'zone-offset': 'Time zone',
  'steps-overlap': 'Steps overlap',
  'updated-before-newest': 'updatedAt',
  'ended-after-ttl': 'TTL',
  'expired-off-ttl': 'Not its TTL',
  'unfinished-past-ttl': 'Overdue',
  'recipient-differs': 'Recipient',
  'country-differs': 'Country',
  'unknown-status': 'Unknown status',
  'unknown-value': 'Unknown value',
  'field-wrong-type': 'Not used',
  'duplicate-keys': 'Keys twice',
  'tracking-id-differs': 'Another flow',
  'status-code': 'statusCode',
  'receipt-after-end': 'Receipt after the end',
  'status-went-back': 'Status went back',
  'price-changed': 'Price changed',
};

const severity = { info: 'Note', warning: 'Warning', problem: 'Problem' };

const expected: Readonly<Record<Expected, string>> = {
  text: 'text',
  number: 'a number',
  trueOrFalse: 'true or false',
  list: 'a list',
  object: 'an object',
  time: 'an ISO 8601 time',
  addresses: 'an address',
};

/** A step by number and channel, "step 2". */
const step = (index: number, format: Format) => `step ${format.number(index + 1)}`;
const steps = (indexes: readonly number[], format: Format) => format.list(indexes.map((index) => step(index, format)));
const quoted = (value: string) => `“${clip(value, 40)}”`;

function terminationText(finding: Extract<Finding, { code: 'termination-channel-mismatch' }>, format: Format): Phrase {
  const ended = format.channelName(finding.channel ?? { kind: 'missing' });
  const last = format.channelName(finding.last ?? { kind: 'missing' });
  switch (finding.why) {
    case 'missing':
      return phrase`The flow ended, but ${strong('terminationChannel')} is empty; ${last} was tried last.`;
    case 'stillRunning':
      return phrase`${strong('terminationChannel')} is ${ended}, although the flow has not ended.`;
    case 'noSuchStep':
      return phrase`${strong('terminationChannel')} is ${ended}, but no step is ${ended}.`;
    case 'notSent':
      return phrase`${strong('terminationChannel')} is ${ended}, but the ${ended} step was never sent.`;
    case 'notDelivered':
      return phrase`The flow succeeded by ${ended} according to ${strong('terminationChannel')}, but ${ended} shows no delivery.`;
    case 'notLast':
      return phrase`${strong('terminationChannel')} is ${ended}, but ${last} was tried after it.`;
  }
}

function flowStatusText(finding: Extract<Finding, { code: 'flow-status-mismatch' }>, format: Format): Phrase {
  const channel = format.channelName(finding.channel ?? { kind: 'missing' });
  switch (finding.why) {
    case 'succeededNotDelivered':
      return phrase`The flow is ${strong(finding.status)}, but no step shows a delivery.`;
    case 'failedButDelivered':
      return phrase`The flow is ${strong(finding.status)}, but ${channel} shows a delivery.`;
    case 'queuedButSent':
      return phrase`The flow is ${strong(finding.status)}, but ${channel} already has a final status.`;
    case 'openButDone':
      return phrase`The flow is still ${strong(finding.status)}, although ${channel} delivered more than a minute ago.`;
  }
}

function timesText(finding: Extract<Finding, { code: 'times-out-of-order' }>, format: Format): Phrase {
  const by = format.duration(finding.byMs);
  const channel = format.channelName(finding.channel ?? { kind: 'missing' });
  switch (finding.why) {
    case 'statusBeforeCreation':
      return phrase`${channel} has a status date ${by} before its own createdAt.`;
    case 'messageBeforeFlow':
      return phrase`${channel} was created ${by} before the flow itself.`;
    case 'stepBeforePrevious':
      return phrase`${channel} was created ${by} before the step that comes before it.`;
    case 'inTheFuture':
      return phrase`${channel} has a time ${by} ahead of when the record was fetched.`;
    case 'updatedBeforeCreation':
      return phrase`updatedAt of the flow is ${by} before its own createdAt.`;
  }
}

const agreesWith = {
  latency: 'it agrees with latency',
  creation: 'the status follows the creation',
  flow: 'it follows the flow’s creation',
  nextStep: 'the next step follows it',
} as const;

function zoneText(finding: Extract<Finding, { code: 'zone-offset' }>, format: Format): Phrase {
  const by = format.duration(Math.abs(finding.byMs));
  const what = finding.against === 'flow' ? 'Times of the flow and of' : 'Times of';
  const as = finding.zone === null ? 'without that' : `as ${finding.zone}`;
  return phrase`${what} ${format.channelName(finding.channel)} are off by ${strong(`exactly ${by}`)}: ${as} ${agreesWith[finding.against]}. Probably one was written in local time.`;
}

function reportText(
  finding: Extract<Finding, { code: 'reported-otherwise' | 'reason-contradicts-status' }>,
  format: Format,
): Phrase {
  const name = format.channelName(finding.channel);
  if (finding.code === 'reason-contradicts-status') {
    return phrase`${name} is ${strong(clip(finding.status, 40))}, but its reason says ${strong(clip(finding.reason, 60))}: one of the two is wrong.`;
  }
  const what = finding.part === null ? name : `${name} part ${format.number(finding.part)}`;
  return phrase`${what} stands twice in the record: ${strong(clip(finding.first, 40))}, later ${strong(clip(finding.later, 40))}. It counts as delivered.`;
}

function takenText(finding: Extract<Finding, { code: 'call-contradicts-status' }>, format: Format): Phrase {
  const lasted = finding.durationS === null ? '' : `, ${format.duration(finding.durationS * 1000)}`;
  return phrase`The call is ${strong(clip(finding.status, 40))}, but the record says that it was answered (answeredBy ${clip(finding.answeredBy, 40)}${lasted}): one of the two is wrong.`;
}

function unheardText(finding: Extract<Finding, { code: 'call-unheard' }>): Phrase {
  const by = finding.answeredBy === null ? '' : ` (answeredBy ${clip(finding.answeredBy, 40)})`;
  switch (finding.by) {
    case 'machine':
      return phrase`The call was completed by ${strong('a machine')}${by}: nobody is known to have heard it.`;
    case 'nobody':
      return phrase`The call was completed but lasted ${strong('0 s')}${by}: nobody can have heard it.`;
    case 'unknown':
      return phrase`The call was completed, but the record does not say that a person took it${by}.`;
  }
}

function offTtlText(finding: Extract<Finding, { code: 'expired-off-ttl' }>, format: Format): Phrase {
  const { channel, afterMs, ttlMs, fits } = finding;
  const says = phrase`${format.channelName(channel)} expired after ${strong(format.duration(afterMs))}, which is not its TTL of ${format.duration(ttlMs)}`;
  return fits === null
    ? phrase`${says}.`
    : phrase`${says}: ${format.number(fits.written)} read as ${fits.unit} would fit.`;
}

function unfinishedText(finding: Extract<Finding, { code: 'unfinished-past-ttl' }>, format: Format): Phrase {
  const since = strong(format.moment(finding.since, finding.now));
  const late = format.duration(finding.now - finding.since);
  if (finding.channel === null) {
    return phrase`Nothing has happened since ${since}, ${late} ago: a step or the end should have come.`;
  }
  const name = format.channelName(finding.channel);
  if (finding.ttlMs === null) return phrase`${name} should have ended by ${since}, ${late} ago: no call lasts so long.`;
  const ttl = format.duration(finding.ttlMs);
  const whose = finding.byDefault ? `Routee’s default TTL of ${ttl}` : `its TTL of ${ttl}`;
  return phrase`${name} should have ended at ${since}, ${late} ago, when ${whose} was over.`;
}

function valueText(finding: Extract<Finding, { code: 'unknown-value' }>): Phrase {
  return finding.value === null
    ? phrase`A message has no ${strong(finding.field)}.`
    : phrase`${strong(finding.field)} has the value ${quoted(finding.value)}, which is not documented.`;
}

const statusCodeMeaning = {
  '0': 'a server error at Routee',
  '1': 'insufficient balance of the account',
  '2': 'there was no next step to fail over to',
  '3': 'the failover was not triggered by the last status',
} as const;

function partsText(
  finding: Extract<Finding, { code: 'parts-missing' | 'parts-doubled' | 'parts-count-differs' }>,
  format: Format,
): Phrase {
  const name = format.channelName(finding.channel);
  switch (finding.code) {
    case 'parts-missing': {
      if (finding.first.length === 0) {
        return phrase`The record lacks ${strong(format.number(finding.missing))} of the ${format.number(finding.parts)} ${name} parts.`;
      }
      const first = format.list(finding.first.map((part) => format.number(part)));
      const more =
        finding.missing > finding.first.length
          ? ` and ${format.number(finding.missing - finding.first.length)} more`
          : '';
      const what = finding.missing === 1 ? 'part' : 'parts';
      return phrase`The record lacks ${what} ${strong(`${first}${more}`)} of the ${format.number(finding.parts)} ${name} parts.`;
    }
    case 'parts-doubled':
      return finding.doubled.length === 0
        ? phrase`${name} stands more than once in the record; it is counted once.`
        : phrase`${name} part ${format.list(finding.doubled.map((part) => format.number(part)))} stands more than once in the record; it is counted once.`;
    case 'parts-count-differs':
      return phrase`The ${name} parts do not agree how many there are: ${format.list(finding.counts.map((count) => format.number(count)))}.`;
  }
}

function latencyText(
  finding: Extract<Finding, { code: 'latency-unit' | 'latency-disagrees' }>,
  format: Format,
): Phrase {
  const name = format.channelName(finding.channel);
  const says = phrase`${name} reports latency ${strong(format.number(finding.reported))}; its timestamps say ${strong(format.milliseconds(finding.measuredMs))}`;
  const others = finding.count > 1 ? ` (and so on ${format.number(finding.count - 1)} more)` : '';
  return finding.code === 'latency-unit'
    ? phrase`${says}: the field is probably in seconds${others}.`
    : phrase`${says}, which fits neither milliseconds nor seconds${others}.`;
}

function priceText(finding: Extract<Finding, { code: 'price-total-differs' }>, format: Format): Phrase {
  const sum = format.money(finding.sum, finding.decimals);
  const total = format.money(finding.total, finding.decimals);
  const says = phrase`The messages add up to ${strong(sum)}, totalPrice says ${strong(total)}`;
  if (finding.explainedBy === null) return phrase`${says}; no selection of steps gives that.`;
  const { steps: indexes, oneEach } = finding.explainedBy;
  return phrase`${says}: that is ${steps(indexes, format)} alone${oneEach ? ', with one part of each SMS counted' : ''}.`;
}

function notListedText(finding: Extract<Finding, { code: 'failover-not-listed' }>, format: Format): Phrase {
  const where = finding.byDefault ? 'Routee’s default failoverOnStatuses' : 'failoverOnStatuses';
  const late = finding.late ? ' The status was set after that, so it may not be what triggered it.' : '';
  return phrase`${format.channelName(finding.to)} was sent although ${strong(finding.status)} is not among ${format.channelName(finding.from)}’s ${where}.${late}`;
}

const smppWords = {
  enroute: '“on its way”',
  delivered: '“delivered”',
  expired: '“expired”',
  deleted: '“deleted”',
  undeliverable: '“undeliverable”',
  accepted: '“accepted”',
  unknown: '“unknown”',
  rejected: '“rejected”',
} as const;

function wrongTypeText(
  { field, expected: wanted, why, count }: Extract<Finding, { code: 'field-wrong-type' }>,
  format: Format,
): Phrase {
  const name = strong(clip(field, 60));
  const places = count === 1 ? '' : ` in ${format.number(count)} places`;
  const kept =
    count === 1 ? 'it is not used and is shown as it stands' : 'they are not used and are shown as they stand';
  switch (why) {
    case 'type':
      return phrase`${name} should be ${expected[wanted]}${places}; ${count === 1 ? 'its value was set aside and is shown as it stands' : 'the values were set aside and are shown as they stand'}.`;
    case 'ambiguous':
      return phrase`${name} can be read in two ways${places} (day or month first, a comma for decimals or thousands, a zone of several countries); ${kept}.`;
    case 'dayOnly':
      return phrase`${name} names a day without a time of day${places}; ${kept}.`;
    case 'outOfRange':
      return phrase`${name} is out of any possible range${places}; ${kept}.`;
  }
}

type Changed = Extract<Finding, { code: 'receipt-after-end' | 'status-went-back' | 'price-changed' }>;

/** "between 12:01:00 and 12:10:00": the history knows no more of when it changed. */
function historyText(finding: Changed, format: Format): Phrase {
  const span = `between ${format.moment(finding.after, finding.before)} and ${format.dateTime(finding.before)}`;
  const whose = finding.channel === null ? 'The flow' : format.channelName(finding.channel);
  if (finding.code === 'price-changed') {
    const what = finding.channel === null ? 'totalPrice' : `The price of ${whose}`;
    const [from, to] = [format.money(finding.from, finding.decimals), format.money(finding.to, finding.decimals)];
    return phrase`${what} was ${strong(from)} and became ${strong(to)} ${span}, after it had ended.`;
  }
  const [from, to] = [strong(clip(finding.from, 40)), strong(clip(finding.to, 40))];
  return finding.code === 'status-went-back'
    ? phrase`${whose} was ${from} and then ${to}, ${span}: a status that does not come after the other.`
    : phrase`${whose} turned from ${from} to ${to} ${span}, after ${finding.channel === null ? 'it' : 'the flow'} had ended.`;
}

/** One sentence (two at most) for a finding. Recipients in it are written by `address`, which may mask them. */
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
      return phrase`${format.channelName(finding.from)} ended ${strong(finding.status)}, which is among its failoverOnStatuses, but ${format.channelName(finding.to)} was never sent.`;
    case 'delivered-twice':
      return phrase`Delivered by ${format.list(finding.channels.map((channel) => format.channelName(channel)))}: the recipient probably got it more than once.`;
    case 'expired-after-delivery':
      return finding.ttlMs === null
        ? phrase`${format.channelName(finding.channel)} was delivered and then set EXPIRED by expireOnDelivery: the recipient has it.`
        : phrase`${format.channelName(finding.channel)} was delivered and then set EXPIRED by expireOnDelivery, as nobody saw it within ${format.duration(finding.ttlMs)}: the recipient has it.`;
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
      return phrase`${format.channelName(finding.to)} was sent ${format.duration(finding.byMs)} before ${format.channelName(finding.from)} had its last status.`;
    case 'updated-before-newest':
      return phrase`updatedAt of the flow is ${format.duration(finding.byMs)} older than its newest message.`;
    case 'ended-after-ttl':
      return phrase`${format.channelName(finding.channel)} got ${strong(finding.status)} ${format.duration(finding.byMs)} after its TTL of ${format.duration(finding.ttlMs)} was over.`;
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
      return phrase`${format.number(finding.open)} of the ${format.channelName(finding.channel)} parts ${finding.open === 1 ? 'has' : 'have'} no receipt, ${format.number(finding.delivered)} ${finding.delivered === 1 ? 'is' : 'are'} delivered: usual on routes that receipt one part only.`;
    case 'recipient-differs':
      return phrase`The messages went to different recipients: ${format.list(finding.recipients.slice(0, 4).map((recipient) => clip(address(recipient), 40)))}.`;
    case 'country-differs':
      return phrase`The messages name different countries: ${format.list(finding.countries.slice(0, 6).map((country) => clip(format.countryName(country), 40)))}.`;
    case 'unknown-status':
      if (finding.smpp !== null && finding.channel !== null)
        return phrase`${format.channelName(finding.channel)} has the status ${quoted(finding.status)}, the SMPP word for ${smppWords[finding.smpp]}; Routee does not document it, so nothing is concluded from it.`;
      return finding.channel === null
        ? phrase`The flow’s status ${quoted(finding.status)} is not documented.`
        : phrase`${format.channelName(finding.channel)} has the status ${quoted(finding.status)}, which is not documented for it.`;
    case 'unknown-value':
      return valueText(finding);
    case 'field-wrong-type':
      return wrongTypeText(finding, format);
    case 'duplicate-keys': {
      const keys = format.list(finding.keys.map((key) => quoted(key)));
      return finding.same
        ? phrase`${keys} stands twice in one object with the same value.`
        : phrase`${keys} stands twice in one object with different values; the last one is used.`;
    }
    case 'tracking-id-differs':
      return phrase`Asked for ${strong(clip(finding.asked, 40))}, but the record says ${strong(clip(finding.found, 40))}: it is another flow.`;
    case 'status-code':
      return phrase`statusCode ${finding.statusCode} means ${statusCodeMeaning[finding.statusCode]}, yet the flow did not fail.`;
    case 'receipt-after-end':
    case 'status-went-back':
    case 'price-changed':
      return historyText(finding, format);
  }
}

export const findings = { title, severity, sentence };
