/** What people paste, and what is found in it: a name, the text, what `readSearchText` says. One row a neighbour. */
import type { SearchText } from './search-text.ts';

/** The flow's ID of every row, and two others. */
const a = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const b = '0a047b46-a4dd-4ca8-b817-a6a134dd1234';
const c = '82a91dc3-e842-41eb-86e5-07d55eb51234';

const with_ = (hyphen: string) => a.replaceAll('-', hyphen);
const shifted = (zero: number) => a.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const one: SearchText = { kind: 'one', trackingId: a };
const many = (...trackingIds: string[]): SearchText => ({ kind: 'many', trackingIds });
const cutOff: SearchText = { kind: 'one', trackingId: a, cutOff: true };
const telephone = (...numbers: string[]): SearchText => ({ kind: 'telephone', numbers });
const digits = (text: string): SearchText => ({ kind: 'digits', digits: text });
const none: SearchText = { kind: 'none' };
const lookAlikes = (written: string): SearchText => ({ kind: 'lookAlikes', written, trackingId: a });
const tooLong = (written: string, place: number, found: number, expected: number): SearchText => ({
  kind: 'damaged',
  written,
  fault: { kind: 'length', found: written.length, expected: 36, group: { place, found, expected } },
});

type Row = readonly [name: string, text: string, found: SearchText];

const dressed: readonly Row[] = [
  ['U+2010', with_('\u2010'), one],
  ['non-breaking hyphens', with_('\u2011'), one],
  ['figure dashes', with_('\u2012'), one],
  ['en dashes', with_('\u2013'), one],
  ['em dashes', with_('\u2014'), one],
  ['horizontal bars', with_('\u2015'), one],
  ['minus signs', with_('\u2212'), one],
  ['full-width hyphens', with_('\uFF0D'), one],
  ['a soft hyphen beside each hyphen', with_('-\u00AD'), one],
  ['a zero-width space', `${a.slice(0, 12)}\u200B${a.slice(12)}`, one],
  ['a zero-width non-joiner in front', `\u200C${a}`, one],
  ['a word joiner behind', `${a}\u2060`, one],
  ['a byte order mark within', `${a.slice(0, 20)}\uFEFF${a.slice(20)}`, one],
  ['marks of direction around', `\u202A${a}\u202C`, one],
  ['left-to-right isolates around', `\u2066${a}\u2069`, one],
  ['no-break spaces around', `\u00A0${a}\u00A0`, one],
  ['full-width digits', shifted(0xff10), one],
  [
    'full-width letters and digits',
    [...a].map((each) => (each === '-' ? each : String.fromCharCode(each.charCodeAt(0) + 0xfee0))).join(''),
    one,
  ],
  ['Arabic-Indic digits', shifted(0x660), one],
  ['Devanagari digits', shifted(0x966), one],
  ['mathematical digits', shifted(0x1d7ce), one],
  ['braces', `{${a}}`, one],
  ['braces and capitals', `{${a.toUpperCase()}}`, one],
  ['a constructor', `UUID("${a}")`, one],
  ['a URN', `urn:uuid:${a}`, one],
  ['a URN in capitals', `URN:UUID:${a.toUpperCase()}`, one],
  ['guillemets', `«${a}»`, one],
  ['curly quotes', `“${a}”`, one],
  ['backticks', `\`${a}\``, one],
  ['angle brackets', `<${a}>`, one],
  ['a Markdown link', `[${a}](https://cascade.example.com/flows/${a})`, one],
  ['a full stop', `${a}.`, one],
  ['32 digits without hyphens', with_(''), one],
  ['32 digits in capitals', with_('').toUpperCase(), one],
  ['32 digits in a sentence', `Flow ${with_('')} is lost`, one],
  ['32 digits as a value', `trackingId=${with_('')}`, one],
  ['32 digits in an address', `https://cascade.example.com/flows/${with_('')}`, one],
  ['the same with and without hyphens', `${a} ${with_('')}`, one],
  ['a hash beside the ID', `sha=${'ab12'.repeat(8)} ${a}`, one],
  ['underscores', with_('_'), one],
  ['spaces for hyphens', with_(' '), one],
  ['dots for hyphens', with_('.'), one],
  ['spaces around the hyphens', with_(' - '), one],
  ['a space inside', `${a.slice(0, 30)} ${a.slice(30)}`, one],
  ['one hyphen lost', a.replace('-', ''), one],
];

const broken: readonly Row[] = [
  ['behind a hyphen', `${a.slice(0, 19)}\n${a.slice(19)}`, one],
  ['before a hyphen', `${a.slice(0, 18)}\r\n${a.slice(18)}`, one],
  ['within a group', `${a.slice(0, 28)}\n${a.slice(28)}`, one],
  ['in place of a hyphen', `${a.slice(0, 18)}\n${a.slice(19)}`, one],
  ['in a sentence', `The flow ${a.slice(0, 24)}\n${a.slice(24)} never came.`, one],
  ['in a quoted mail', `> trackingId ${a.slice(0, 24)}\n> ${a.slice(24)} never came.`, one],
  ['quoted-printable', `flow ${a.slice(0, 30)}=\r\n${a.slice(30)}`, one],
  ['over three lines', `${a.slice(0, 9)}\n${a.slice(9, 24)}\n${a.slice(24)}`, one],
  ['32 digits over two lines', `${with_('').slice(0, 20)}\n${with_('').slice(20)}`, one],
  ['32 digits in groups of eight', with_('').replace(/(.{8})(?!$)/g, '$1 '), one],
  ['whole ones stay two', `${a}\n${b}`, many(a, b)],
  ['a column of IDs of sixteen', '30830fad21ed49b0\n89d0bbada2fd5640', many('30830fad21ed49b0', '89d0bbada2fd5640')],
];

const damaged: readonly Row[] = [
  ['35 characters, the last lost', a.slice(0, 35), tooLong(a.slice(0, 35), 5, 11, 12)],
  ['35 characters, the first lost', a.slice(1), tooLong(a.slice(1), 1, 7, 8)],
  ['35 characters, one of the middle lost', a.replace('49b0', '4b0'), tooLong(a.replace('49b0', '4b0'), 3, 3, 4)],
  ['37 characters', `${a}7`, tooLong(`${a}7`, 5, 13, 12)],
  [
    '37 characters, one of the middle doubled',
    a.replace('21ed', '221ed'),
    tooLong(a.replace('21ed', '221ed'), 2, 5, 4),
  ],
  ['34 characters', a.slice(0, 34), tooLong(a.slice(0, 34), 5, 10, 12)],
  [
    '35 characters in an address',
    `https://cascade.example.com/flows/${a.slice(0, 35)}`,
    tooLong(a.slice(0, 35), 5, 11, 12),
  ],
  ['35 characters as a value', `trackingId=${a.slice(0, 35)} sent`, tooLong(a.slice(0, 35), 5, 11, 12)],
  ['35 characters in a sentence', `What became of ${a.slice(0, 35)}, please?`, tooLong(a.slice(0, 35), 5, 11, 12)],
  [
    '31 digits without hyphens',
    with_('').slice(0, 31),
    {
      kind: 'damaged',
      written: with_('').slice(0, 31),
      fault: { kind: 'length', found: 31, expected: 32, group: null },
    },
  ],
  [
    '33 digits without hyphens',
    `${with_('')}a`,
    { kind: 'damaged', written: `${with_('')}a`, fault: { kind: 'length', found: 33, expected: 32, group: null } },
  ],
  [
    'a letter that no UUID has',
    a.replace('f', 'x'),
    { kind: 'damaged', written: a.replace('f', 'x'), fault: { kind: 'character', character: 'x' } },
  ],
  ['O for 0', a.replace('308', '3O8'), lookAlikes(a.replace('308', '3O8'))],
  ['l for 1', a.replace('21ed', '2led'), lookAlikes(a.replace('21ed', '2led'))],
  ['I for 1, in an address', `/flows/${a.replace('21ed', '2Ied')}`, lookAlikes(a.replace('21ed', '2Ied'))],
  ['a Cyrillic a', a.replace('fad', 'f\u0430d'), lookAlikes(a.replace('fad', 'f\u0430d'))],
  ['a Greek omicron', a.replace('308', '3\u03bf8'), lookAlikes(a.replace('308', '3\u03bf8'))],
  ['one damaged of three', `${a}\n${b}\n${c.slice(0, 35)}`, { ...many(a, b), damaged: [c.slice(0, 35)] } as SearchText],
];

const parts: readonly Row[] = [
  [
    'cut off after the first message',
    `{"trackingId":"${a}","status":"Failed","messages":[{"type":"Viber","trackingId":"${b}","order":1`,
    cutOff,
  ],
  [
    'the same, indented',
    `{\n  "trackingId": "${a}",\n  "messages": [\n    {\n      "type": "Viber",\n      "trackingId": "${b}",\n      "ord`,
    cutOff,
  ],
  [
    'messages first',
    `{"messages":[{"type":"Viber","trackingId":"${b}","order":1}],"trackingId":"${a}","totalPr`,
    cutOff,
  ],
  [
    'its beginning lost',
    `"order":1,"trackingId":"${b}","type":"Viber"}],"totalPrice":0.03,"trackingId":"${a}"}`,
    cutOff,
  ],
  [
    'its beginning lost within a text',
    `livered","order":1,"trackingId":"${b}","type":"Viber"}],"totalPrice":0.03,"trackingId":"${a}"}`,
    cutOff,
  ],
  [
    'in a log line, escaped',
    `10:28 INFO body={\\"trackingId\\":\\"${a}\\",\\"messages\\":[{\\"type\\":\\"Viber\\",\\"trackingId\\":\\"${b}\\"`,
    cutOff,
  ],
  [
    'the ID of a message alone',
    `{"messages":[{"type":"Viber","order":1,"trackingId":"${b}","status":{"name":"Exp`,
    { kind: 'messageOnly', trackingIds: [b] },
  ],
  [
    'a piece out of the middle',
    `"type":"Viber","order":1,"trackingId":"${b}","body":{"text":"x"},`,
    { kind: 'messageOnly', trackingIds: [b] },
  ],
];

const lines: readonly Row[] = [
  ['after trackingId=', `[${c}] smsId=${b} trackingId=${a} ok`, one],
  ['after /failover/tracking/', `${c} GET /failover/tracking/${a} 200 ${b}`, one],
  ['two of no name', `${a} ${b} handled`, many(a, b)],
  ['a bearer of one', `curl -H "Authorization: Bearer ${b}" ${a}`, one],
  [
    'curl over several lines',
    `curl 'https://gate.example.com/api' \\\n  -H 'x-correlation-id: ${b}' \\\n  -H 'cookie: session=${c}' \\\n  --data '{"trackingId":"${a}"}'`,
    one,
  ],
  [
    'curl with the address last',
    `curl -H "Authorization: Bearer ${b}" \\\n  "https://connect.routee.net/failover/tracking/${a}"`,
    one,
  ],
  ['a correlation ID', `correlationId=${b} ${a}`, one],
  ['a trace ID of 32 digits', `traceId=${'ab12'.repeat(8)} flow ${a}`, one],
];

const addresses: readonly Row[] = [
  ['ours', `https://cascade.example.com/flows/${a}?tz=Europe%2FAthens&step=2#raw`, one],
  ['ours under a prefix', `https://tools.example.com/ops/cascade/flows/${a}`, one],
  ['evidence', `https://cascade.example.com/flows/${a}/evidence`, one],
  ['ours without a scheme', `cascade.example.com/flows/${a}/`, one],
  ['escaped', `https%3A%2F%2Fcascade.example.com%2Fflows%2F${a}`, one],
  ['escaped twice', `https%253A%252F%252Fcascade.example.com%252Fflows%252F${a}%253Fstep%253D2`, one],
  ['within another', `https://login.example.com/?next=https%3A%2F%2Fcascade.example.com%2Fflows%2F${a}`, one],
  ['the path of our API', `https://cascade.example.com/api/failover/tracking/${a}`, one],
  ['of Routee', `https://connect.routee.net/failover/tracking/${a}?x=1`, one],
  ['of Explore, without an ID', 'https://cascade.example.com/explore?range=1d&status=Failed', none],
  ['of Explore, with an application', `https://cascade.example.com/explore?range=1d&trackingId=${a}`, one],
];

const numbers: readonly Row[] = [
  ['with spaces', '+30 690 000 0001', telephone('+306900000001')],
  ['of ten digits', '6900000001', telephone('6900000001')],
  ['with 00', '00306900000001', telephone('+306900000001')],
  ['with 0030 in brackets', '(0030) 690-000-0001', telephone('+306900000001')],
  ['with +30 in brackets', '(+30) 690 000 0001', telephone('+306900000001')],
  ['tel:', 'tel:+306900000001', telephone('+306900000001')],
  ['tel: with a parameter', 'tel:+30-690-000-0001;ext=12', telephone('+306900000001')],
  ['sms:', 'sms:+306900000001?body=hello', telephone('+306900000001')],
  ['with the country and without a plus', '306900000001', telephone('+306900000001')],
  ['with dots', '690.000.0001', telephone('6900000001')],
  ['a landline', '210 123 4567', telephone('2101234567')],
  ['with a trunk zero', '+44 (0)20 7946 0958', telephone('+442079460958')],
  ['with no-break spaces', '+30\u00A0690\u00A0000\u00A00001', telephone('+306900000001')],
  ['with non-breaking hyphens', '+30\u2011690\u2011000\u20110001', telephone('+306900000001')],
  [
    'in full-width digits',
    '\uFF0B\uFF13\uFF10\uFF16\uFF19\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11',
    telephone('+306900000001'),
  ],
  ['in Arabic-Indic digits', '+٣٠٦٩٠٠٠٠٠٠٠١', telephone('+306900000001')],
  ['with marks of direction', '\u202A+30 690 000 0001\u202C', telephone('+306900000001')],
  ['escaped', '%2B306900000001', telephone('+306900000001')],
  ['in quotes', '"+306900000001"', telephone('+306900000001')],
  ['with a label', 'Phone: 690 000 0001', telephone('6900000001')],
  ['with a Greek label', 'Τηλ. 690 000 0001', telephone('6900000001')],
  ['as a field', '"to":"+306900000001"', telephone('+306900000001')],
  ['called a tracking ID', 'trackingId=306900000001', telephone('+306900000001')],
  ['in an address of ours', 'https://cascade.example.com/flows/%2B306900000001', telephone('+306900000001')],
  ['in a sentence', 'Did +30 690 000 0001 get it?', telephone('+306900000001')],
  ['a list of them', '+306900000001\n+30 690 000 0002\n+306900000001', telephone('+306900000001', '+306900000002')],
  ['beside an ID', `trackingId=${a} to=+306900000001`, one],
  ['eleven digits of another country', '35792273270', digits('35792273270')],
  ['eight digits', '12345678', digits('12345678')],
  ['fourteen digits', '20261120123456', digits('20261120123456')],
  ['too many digits', '12345678901234567890', { kind: 'one', trackingId: '12345678901234567890' }],
  ['a date', '2026-11-20', none],
  ['an IP address', '192.168.100.200', none],
  ['a mail address', 'maria@example.com', { kind: 'mail' }],
];

export const searchTextCases: Readonly<Record<string, readonly Row[]>> = {
  'an ID that something dressed up': dressed,
  'an ID broken over lines': broken,
  'an ID that is not whole': damaged,
  'a record that was cut off': parts,
  'a line with several IDs': lines,
  addresses,
  'telephone numbers': numbers,
};
