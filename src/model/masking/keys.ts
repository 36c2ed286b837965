/** Which keys of a record masking knows, and what stands under them. A key that is not here hides what it holds. */
import { isHarmlessWord } from './vocabulary.ts';

/** How what stands under a key is masked. `record` is an object or list whose keys are looked up in turn. */
export type Kind =
  | 'record'
  | 'status'
  | 'recipient'
  | 'sender'
  | 'text'
  | 'url'
  | 'fileName'
  | 'label'
  | 'flowId'
  | 'id'
  | 'measure'
  | 'longMeasure'
  | 'time'
  | 'word'
  | 'operator'
  | 'country'
  | 'language'
  | 'errorCode'
  | 'hidden';

function table(entries: Partial<Record<Kind, string>>): ReadonlyMap<string, Kind> {
  const pairs = Object.entries(entries) as [Kind, string][]; // the keys of a partial record of kinds
  return new Map(pairs.flatMap(([kind, keys]) => keys.split(' ').map((key): [string, Kind] => [key, kind])));
}

const recipientKeys = 'to phone sip viber recipient recipients msisdn mobile destination phonenumber';
const urlKeys = 'imageurl targeturl fileurl videourl videothumbnail inboundurl url';
const timeKeys =
  'createdat updatedat updateddate date expiredondeliveryat deliveredat expiredat sentat startdate enddate';

/** Of a flow, its messages, a page of search results, what is wrapped around them, and the sibling services' flows. */
const inRecord = table({
  record: 'messages content data items results result records flows flow steps payload response page',
  status: 'status reason',
  recipient: recipientKeys,
  sender: 'from',
  text: 'body message text caption title say dialplan dialplans',
  url: urlKeys,
  label: 'label campaign applicationname groups',
  flowId: 'trackingid flowid',
  id: 'messageid smsid applicationid templateid sessionid campaigntrackingid conversationtrackingid failoverfrommessagetoken id',
  measure:
    'order price totalprice totalcost ttl part parts duration seq totalpages number size numberofelements statuscode',
  longMeasure: 'latency latencyms totalelements',
  time: timeKeys,
  word: 'type channel role terminationchannel originatingservice flowkind answeredby direction deliveryscope failoveronstatuses detailedstatus developermessage errormessage error errordescription success meta sort',
  operator: 'operator',
  country: 'country',
  language: 'templatelang',
  errorCode: 'code',
});

/** Of `status` as an object; `reason` lies inside it. */
const inStatus = table({
  word: 'name status detailedstatus description',
  status: 'reason',
  time: timeKeys,
});

/** Of a Viber message's `body`. What else stands there is text. */
const inText = table({
  url: urlKeys,
  fileName: 'filename',
  word: 'filetype',
  measure: 'filesize duration',
});

/** MongoDB's spelling of a date, a number or an id: an object of one such key. */
const wrappers = new Set(['$date', '$numberDecimal', '$numberInt', '$numberLong', '$numberDouble', '$oid']);
const wrapped = new Set<Kind>(['time', 'measure', 'longMeasure', 'id', 'flowId', 'word']);

/** Keys that say what they hold without saying anything of anybody. */
const plainKeys = new Set([
  ...[...inRecord.keys(), ...inStatus.keys(), ...inText.keys()],
  ...'expireondelivery first last empty action viberaction viberfile vibervideo templateparams respectquiethours'.split(
    ' ',
  ),
  ...'iosfallbacktext sessionmessage searchoperator searchterm fieldname pin otp callback strategy'.split(' '),
  ...[...wrappers].map((key) => key.toLowerCase()),
]);

function plain(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, '');
}

/** The kind of what stands under a key. Lists hand their own kind to their items. */
export function kindUnder(key: string, parent: Kind): Kind {
  switch (parent) {
    case 'record':
      return inRecord.get(plain(key)) ?? 'hidden';
    case 'status':
      return inStatus.get(plain(key)) ?? 'hidden';
    case 'text':
      return inText.get(plain(key)) ?? 'text';
    case 'recipient':
    case 'sender':
      return 'recipient';
    default:
      return wrapped.has(parent) && wrappers.has(key) ? parent : 'hidden';
  }
}

const longestKey = 60;
const keyForm = /^[$a-z][a-z0-9_\s-]*$/i;

/** Whether a key may be shown: one that is known, or one put together from words of Routee's vocabulary. */
export function isPlainKey(key: string): boolean {
  if (key.length > longestKey || !keyForm.test(key)) return false;
  if (plainKeys.has(plain(key))) return true;
  const words = key.split(/[_\s-]+/).filter((word) => word !== '');
  return words.length > 0 && words.every(isHarmlessWord);
}

/** What `maskedKey` writes. */
export const maskedKeyForm = /^••• \d{1,7}$/;

/** Stands for a key that may not be shown: the `place`-th such of its object. */
export function maskedKey(place: number): string {
  return `••• ${place}`;
}
