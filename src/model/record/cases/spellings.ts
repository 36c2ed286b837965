/** Records in the spellings of the field: what is read of a message, and which notes are made. */
import type { Json } from '../../values/json.ts';

type Fields = { readonly [key: string]: Json };

export interface SpellingCase {
  readonly name: string;
  /** Laid over a delivered SMS. */
  readonly message?: Fields;
  /** Laid over its flow. */
  readonly root?: Fields;
  /** Read of the message: as the record's fields hold it. */
  readonly reads: Fields;
  readonly notes: readonly string[];
  /** Paths set aside, with their reason. */
  readonly aside?: readonly string[];
}

const delivered = { name: 'Delivered', updatedDate: '2026-11-20T12:00:04.000Z' };

export const spellingCases: readonly SpellingCase[] = [
  { name: 'no-value date', message: { createdAt: '0001-01-01T00:00:00Z' }, reads: { createdAt: null }, notes: ['noValue'] },
  { name: 'epoch milliseconds', message: { createdAt: 1795176000000 }, reads: { createdAt: '2026-11-20T12:00:00.000Z' }, notes: ['timeSpelling'] },
  { name: 'database time', message: { createdAt: '2026-11-20 12:00:00.123456' }, reads: { createdAt: '2026-11-20T12:00:00.123Z' }, notes: ['timeSpelling', 'zoneAssumed'] },
  { name: 'ambiguous date', message: { createdAt: '20/11/2026' }, reads: { createdAt: null }, notes: [], aside: ['messages[0].createdAt ambiguous'] },
  { name: 'everything in quotes', message: { order: '1', price: '0.036', ttl: '15', duration: '11', parts: '1', part: '1', expireOnDelivery: 'false' }, reads: { order: 1, price: 0.036, ttl: 15, duration: 11, parts: 1, expireOnDelivery: false }, notes: ['quoted'] },
  { name: 'decimal comma', message: { price: '0,036' }, reads: { price: 0.036 }, notes: ['quoted'] },
  { name: 'comma of two meanings', message: { price: '1,234' }, reads: { price: null }, notes: [], aside: ['messages[0].price ambiguous'] },
  { name: 'a number with its unit', message: { ttl: '15 min' }, reads: { ttl: null }, notes: [], aside: ['messages[0].ttl type'] },
  { name: 'price without bounds', message: { price: '1e999999999' }, reads: { price: null }, notes: [], aside: ['messages[0].price outOfRange'] },
  { name: 'negative ttl', message: { ttl: -5 }, reads: { ttl: null }, notes: [], aside: ['messages[0].ttl outOfRange'] },
  { name: 'status as text', message: { status: 'Delivered' }, reads: { status: { name: 'Delivered' } }, notes: ['statusAsText'] },
  { name: 'status as list of one', message: { status: ['Delivered'] }, reads: { status: { name: 'Delivered' } }, notes: ['statusAsText'] },
  { name: 'status as list of one object', message: { status: [delivered] }, reads: { status: delivered }, notes: ['listOfOne'] },
  { name: 'status as JSON text', message: { status: JSON.stringify(delivered) }, reads: { status: delivered }, notes: ['jsonInText'] },
  { name: 'flow status as object', root: { status: { name: 'Succeeded' } }, reads: {}, notes: ['wrapped'] },
  { name: 'triggers with commas', message: { failoverOnStatuses: 'Failed,Undelivered' }, reads: { failoverOnStatuses: ['Failed', 'Undelivered'] }, notes: ['triggersAsText'] },
  { name: 'triggers with semicolons', message: { failoverOnStatuses: 'Failed; No Answer' }, reads: { failoverOnStatuses: ['Failed', 'No Answer'] }, notes: ['triggersAsText'] },
  { name: 'triggers with spaces', message: { failoverOnStatuses: 'Failed Undelivered' }, reads: { failoverOnStatuses: ['Failed', 'Undelivered'] }, notes: ['triggersAsText'] },
  { name: 'one trigger of two words', message: { failoverOnStatuses: 'No Answer' }, reads: { failoverOnStatuses: ['No Answer'] }, notes: ['triggersAsText'] },
  { name: 'triggers as JSON text', message: { failoverOnStatuses: '["Failed","Undelivered"]' }, reads: { failoverOnStatuses: ['Failed', 'Undelivered'] }, notes: ['triggersAsText'] },
  { name: 'triggers unreadable', message: { failoverOnStatuses: 7 }, reads: { failoverOnStatuses: null }, notes: [], aside: ['messages[0].failoverOnStatuses type'] },
  { name: 'MongoDB', message: { createdAt: { $date: '2026-11-20T12:00:00Z' }, price: { $numberDecimal: '0.036' }, order: { $numberInt: '1' }, smsId: { $oid: '5b223c27e4b04b9cdaa71234' } }, reads: { createdAt: '2026-11-20T12:00:00Z', price: 0.036, order: 1, smsId: '5b223c27e4b04b9cdaa71234' }, notes: ['mongodb', 'quoted'] },
  { name: 'MongoDB, canonical', message: { createdAt: { $date: { $numberLong: '1795176000000' } }, price: { $numberDouble: '0.036' } }, reads: { createdAt: '2026-11-20T12:00:00.000Z', price: 0.036 }, notes: ['mongodb', 'timeSpelling', 'quoted'] },
  { name: 'DynamoDB', message: { type: { S: 'Sms' }, price: { N: '0.036' }, status: { M: { name: { S: 'Delivered' }, reason: { NULL: true } } }, failoverOnStatuses: { L: [{ S: 'Failed' }] }, expireOnDelivery: { BOOL: true } }, reads: { type: 'Sms', price: 0.036, status: { name: 'Delivered', reason: null }, failoverOnStatuses: ['Failed'], expireOnDelivery: true }, notes: ['dynamodb', 'quoted'] },
  { name: 'Firestore', message: { type: { stringValue: 'Sms' }, order: { integerValue: '1' }, status: { mapValue: { fields: { name: { stringValue: 'Delivered' } } } } }, reads: { type: 'Sms', order: 1, status: { name: 'Delivered' } }, notes: ['firestore', 'quoted'] },
  { name: 'wrappers of one value', message: { operator: { value: 'Vodafone' }, price: { Value: 0.036 } }, reads: { operator: 'Vodafone', price: 0.036 }, notes: ['wrapped'] },
  { name: 'protobuf time', message: { createdAt: { seconds: 1795176000, nanos: 0 } }, reads: { createdAt: '2026-11-20T12:00:00.000Z' }, notes: ['timeSpelling'] },
  { name: 'amount and currency', message: { price: { amount: '0.036', currency: 'EUR' } }, root: { totalPrice: { currencyCode: 'EUR', units: '0', nanos: 36000000 } }, reads: { price: 0.036 }, notes: ['money', 'quoted'] },
  { name: 'price with its sign', message: { price: '0,036 €' }, root: { totalPrice: 'EUR 0.036' }, reads: { price: 0.036 }, notes: ['money', 'quoted'] },
  { name: 'price with a code behind', message: { price: '0.0360EUR' }, root: { totalPrice: '$ 0.036' }, reads: { price: 0.036 }, notes: ['money', 'quoted'] },
  { name: 'price in words', message: { price: 'free of charge' }, reads: { price: null }, notes: [], aside: ['messages[0].price type'] },
  { name: 'status under other names', message: { status: { value: 'Delivered', at: '2026-11-20T12:00:05Z' } }, reads: { status: { name: 'Delivered', at: '2026-11-20T12:00:05Z' } }, notes: ['fieldNames'] },
  { name: 'state and when', message: { status: { state: 'UNDELIVERED', updated_date: '2026-11-20T12:00:05Z' } }, reads: { status: { name: 'UNDELIVERED', updatedDate: '2026-11-20T12:00:05Z' } }, notes: ['fieldNames'] },
  { name: 'two words that could be the status', message: { status: { before: 'Sent', after: 'Delivered' } }, reads: { status: { before: 'Sent', after: 'Delivered' } }, notes: [] },
  { name: 'a member of a union', message: { status: { 'com.example.Status': { name: 'Delivered' } }, price: { double: 0.036 } }, reads: { status: { name: 'Delivered' }, price: 0.036 }, notes: ['wrapped'] },
  { name: 'snake case', message: { sms_id: 'x', failover_on_statuses: ['Failed'] }, root: { termination_channel: 'Sms' }, reads: { smsId: 'x', failoverOnStatuses: ['Failed'] }, notes: ['fieldNames'] },
  { name: 'Pascal case', message: { SmsId: 'x', Operator: 'Vodafone' }, reads: { smsId: 'x', operator: 'Vodafone' }, notes: ['fieldNames'] },
  { name: 'kebab case', message: { 'sms-id': 'x' }, reads: { smsId: 'x' }, notes: ['fieldNames'] },
  { name: 'country EL', message: { country: 'EL' }, reads: { country: 'GR' }, notes: ['countrySpelling'] },
  { name: 'country in small letters', message: { country: 'gr' }, reads: { country: 'GR' }, notes: ['countrySpelling'] },
  { name: 'country by name', message: { country: 'Greece' }, reads: { country: 'GR' }, notes: ['countrySpelling'] },
  { name: 'recipient without quotes', message: { to: 306900000001 }, reads: { to: '306900000001' }, notes: ['quoted'] },
  { name: 'recipient as list of one', message: { to: ['306900000001'] }, reads: { to: '306900000001' }, notes: ['listOfOne'] },
  { name: 'OTP type, seconds', message: { type: 'ViberOtp', ttl: 120, to: ['306900000001'] }, reads: { type: 'Viber', ttl: 2, to: '306900000001' }, notes: ['listOfOne', 'otp'] },
  { name: 'SMPP word', message: { status: { name: 'DELIVRD' } }, reads: { status: { name: 'DELIVRD' } }, notes: [] },
  { name: 'words for nothing', message: { operator: 'N/A', messageId: 'null', price: '-', createdAt: 'N/A', country: 'null' }, reads: { operator: 'N/A', messageId: null, price: null, createdAt: null, country: null }, notes: ['noValue'] },
]; // biome-ignore format: a table
