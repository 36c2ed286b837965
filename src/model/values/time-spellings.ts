/** Times as other systems spell them: Java, databases, logs, epochs, and the values that stand for no time at all. */
import { isJsonNumber, isJsonObject, type Json } from './json.ts';
import { type EpochMs, readTime } from './time.ts';

/** What a value says as a time. */
export type TimeReading =
  | {
      readonly kind: 'time';
      readonly at: EpochMs;
      /** True unless it is ISO 8601 as the vendor writes it. */
      readonly spelled: boolean;
      /** True where it names no zone, so that UTC was assumed. */
      readonly zoneAssumed: boolean;
    }
  /** It stands for "no time". */
  | { readonly kind: 'noValue' }
  | { readonly kind: 'unread'; readonly why: 'ambiguous' | 'dayOnly' | 'outOfRange' | 'type' };

/** No flow is older than the vendor, and none lies a lifetime ahead: inclusive bounds of what can be a flow's time. */
const earliest: EpochMs = Date.UTC(2000, 0, 1);
const latest: EpochMs = Date.UTC(2101, 0, 1) - 1;

/** Days that systems write for "no time": .NET, MySQL, OLE, SQL Server, FILETIME, Unix, 32 and 64 bits at their end. */
const emptyYears = new Set([0, 1, 1601, 1753, 1899, 1900, 9999]);
const dayMs = 86_400_000;

function isNoTime(at: EpochMs): boolean {
  // The epoch's day, whatever the zone it was written in.
  if (Math.abs(at) < dayMs && (at % 1_800_000 === 0 || at === -1 || at === -1000)) return true;
  if (at === 2_147_483_647_000) return true;
  const year = new Date(at).getUTCFullYear();
  return Number.isNaN(year) || emptyYears.has(year) || emptyYears.has(year + 1) || year > 9000 || year < 1;
}

const unread = (why: 'ambiguous' | 'dayOnly' | 'outOfRange' | 'type') => ({ kind: 'unread', why }) as const;

function found(at: EpochMs, spelled: boolean, zoneAssumed = false): TimeReading {
  if (isNoTime(at)) return { kind: 'noValue' };
  return at >= earliest && at <= latest ? { kind: 'time', at, spelled, zoneAssumed } : unread('outOfRange');
}

/** Words that stand for no value, where a time, a number or a name is expected. */
const emptyWords =
  /^(?:|n\/?a|null|nil|none|undefined|nan|nat|never|empty|missing|not set|\(null\)|<null>|\\n|[-–—?.]{1,3})$/i;

export function isEmptyWord(text: string): boolean {
  return emptyWords.test(text.trim());
}

/** An epoch by its size: seconds, milliseconds, microseconds, nanoseconds, or .NET's ticks. */
function epoch(value: number): TimeReading {
  if (!Number.isFinite(value)) return unread('outOfRange');
  for (const perMs of [0.001, 1, 1000, 1_000_000]) {
    const at = Math.floor(value / perMs + 0.01);
    if (at >= earliest && at <= latest) return found(at, true);
  }
  const ticks = Math.floor((value - 621_355_968_000_000_000) / 10_000);
  if (ticks >= earliest && ticks <= latest) return found(ticks, true);
  const compact = String(value);
  if (/^20\d{12}$/.test(compact)) return fromText(compact);
  return isEmptyEpoch(value) ? { kind: 'noValue' } : unread('outOfRange');
}

/** 0001-01-01, 1900-01-01, 9999-12-31 in seconds or milliseconds, and the ends of 32 and 64 bits. */
function isEmptyEpoch(value: number): boolean {
  if (value === 0 || value === -1 || (Math.abs(value) >= 9.2e18 && Math.abs(value) <= 1.9e19)) return true;
  const days = [-62_135_596_800, -62_135_769_600, -62_167_219_200, -2_208_988_800, 253_402_300_799, 253_402_214_400];
  return days.some((day) => Math.abs(value - day) <= 86_400 || Math.abs(value / 1000 - day) <= 86_400);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones by their short names, in minutes; those that several countries use for different times are left out. */
const zoneMinutes: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180,
  est: -300, edt: -240, mst: -420, mdt: -360, pst: -480, pdt: -420,
}; // biome-ignore format: a table

interface Fields {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/** The instant of a wall clock `offset` minutes ahead of UTC; null where no calendar has it. */
function instant({ year, month, day, hour, minute, second, ms }: Fields, offset: number): EpochMs | null {
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60 || Math.abs(offset) > 18 * 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, Math.min(second, 59), ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

function offsetMinutes(zone: string): number | 'none' | 'ambiguous' | 'wrong' {
  const name = zone.trim().toLowerCase();
  if (name === '') return 'none';
  const known = zoneMinutes[name];
  if (known !== undefined) return known;
  const match = /^(?:utc|gmt)?\s*([+-−])(\d{1,2})(?::?(\d{2}))?(?::?\d{2})?$/.exec(name);
  if (match === null) return /^[a-z]{2,5}$/.test(name) ? 'ambiguous' : 'wrong';
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '+' ? minutes : -minutes;
}

const msOf = (fraction: string | undefined) => Number((fraction ?? '').padEnd(3, '0').slice(0, 3));

function withZone(fields: Fields, zone: string, region: string | null): TimeReading {
  // The end of time, as Java writes it: no calendar here reaches it.
  if (Math.abs(fields.year) > 9000) return { kind: 'noValue' };
  const offset = offsetMinutes(zone);
  if (offset === 'ambiguous') return unread('ambiguous');
  if (offset === 'wrong') return unread('type');
  if (offset === 'none' && region !== null) return inRegion(fields, region);
  const minutes = offset === 'none' ? 0 : offset;
  const at = instant(fields, minutes);
  return at === null ? zeroDate(fields) : found(at - minutes * 60_000, true, offset === 'none');
}

/** MySQL's 0000-00-00 is no day of any calendar and stands for none. */
function zeroDate({ year, month, day }: Fields): TimeReading {
  return year === 0 && month === 0 && day === 0 ? { kind: 'noValue' } : unread('type');
}

/** The instant of a wall clock in an IANA zone; ambiguous in the hour that a clock repeats or leaves out. */
function inRegion(fields: Fields, region: string): TimeReading {
  const wall = instant(fields, 0);
  if (wall === null) return zeroDate(fields);
  const candidates = [
    ...new Set([wall - 15 * 3_600_000, wall + 15 * 3_600_000].map((near) => regionOffset(region, near))),
  ];
  const fitting = candidates.flatMap((offset) =>
    offset !== null && regionOffset(region, wall - offset) === offset ? [wall - offset] : [],
  );
  const [at, other] = fitting;
  if (at === undefined) return unread(candidates.includes(null) ? 'type' : 'ambiguous');
  return other === undefined ? found(at, true) : unread('ambiguous');
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds; null for a zone that nobody knows. */
function regionOffset(timeZone: string, at: EpochMs): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name);
    if (match === null) return null;
    const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
    return (match[1] === '-' ? -minutes : minutes) * 60_000;
  } catch {
    return null;
  }
}

const clock = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?';
const zone = '\\s*(z|utc|gmt|[a-z]{2,5}|(?:utc|gmt)?\\s?[+−-]\\d{1,2}(?::?\\d{2}){0,2})?';
/** Year first: ISO 8601 with a space, slashes, a comma, an offset without colon; Go, Ruby, PostgreSQL, log4j. */
const yearFirst = new RegExp(
  `^([+-]?\\d{4,9})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[t\\s,]+|:)${clock}${zone}(?: [a-z]{1,5})?(?: m=[+-][\\d.]+)?$`,
  'i',
);
const compactForm = /^(\d{4})(\d{2})(\d{2})t?(\d{2})(\d{2})(\d{2})(?:[.,]?(\d{1,9}))?(z|[+-]\d{2}:?\d{2})?$/i;
const named = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
/** RFC 1123 and 850, Apache's log, `20 Nov 2026 12:00`. */
const dayFirst = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})[-\\s/]${named}[-\\s/,]+(\\d{4}|\\d{2})(?:[\\s,]+(?:at )?|:)${clock}${zone}$`,
  'i',
);
/** `Date.toString()` of JavaScript and Java's `DateFormat`: month, day, year, clock. */
const monthFirst = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?${named}\\s+(\\d{1,2}),?\\s+(\\d{4}),?\\s+(?:at )?${clock}\\s*(am|pm)?${zone}(?:\\s*\\([^)]*\\))?$`,
  'i',
);
/** `Date.toString()` of Java, asctime and `date`: the year comes last. */
const yearLast = new RegExp(`^[a-z]{3},?\\s+${named}\\s+(\\d{1,2})\\s+${clock}${zone}\\s+(\\d{4})$`, 'i');
const dotNet = /^\\?\/Date\((-?\d{1,17})(?:[+-]\d{4})?\)\\?\/$/i;
const slashed = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/;
const dayOnly = new RegExp(
  `^(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2} ${named} \\d{4}|${named} \\d{1,2}, \\d{4})$`,
  'i',
);

type Groups = readonly (string | undefined)[];

function fieldsOf(year: number, month: number, day: number, [hour, minute, second, fraction]: Groups): Fields {
  return {
    year,
    month,
    day,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    ms: msOf(fraction),
  };
}

const monthNumber = (name: string | undefined) => months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
const fullYear = (year: string | undefined) => (year?.length === 2 ? 2000 + Number(year) : Number(year));

function halfDay(fields: Fields, half: string | undefined): Fields {
  if (half === undefined) return fields;
  return { ...fields, hour: (fields.hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) };
}

/** A text in one of the forms that name a year, a month and a day beyond doubt. */
function fromForms(text: string, region: string | null): TimeReading | null {
  let match: Groups | null = yearFirst.exec(text);
  if (match !== null) {
    const [, year, month, day, ...rest] = match;
    return withZone(fieldsOf(Number(year), Number(month), Number(day), rest), rest[4] ?? '', region);
  }
  match = compactForm.exec(text);
  if (match !== null) {
    const [, year, month, day, ...rest] = match;
    return withZone(fieldsOf(Number(year), Number(month), Number(day), rest), rest[4] ?? '', region);
  }
  match = dayFirst.exec(text);
  if (match !== null) {
    const [, day, month, year, ...rest] = match;
    return withZone(fieldsOf(fullYear(year), monthNumber(month), Number(day), rest), rest[4] ?? '', region);
  }
  match = monthFirst.exec(text);
  if (match !== null) {
    const [, month, day, year, ...rest] = match;
    const fields = fieldsOf(Number(year), monthNumber(month), Number(day), rest);
    return withZone(halfDay(fields, rest[4]), rest[5] ?? '', region);
  }
  match = yearLast.exec(text);
  if (match === null) return null;
  const [, month, day, hour, minute, second, fraction, zoneText, year] = match;
  const fields = fieldsOf(Number(year), monthNumber(month), Number(day), [hour, minute, second, fraction]);
  return withZone(fields, zoneText ?? '', region);
}

function fromText(written: string): TimeReading {
  const text = written
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  if (isEmptyWord(text)) return { kind: 'noValue' };
  if (text.length > 80) return unread('type');
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text) && !/^20\d{12}$|^(?:19|20)\d{6}$/.test(text)) return epoch(Number(text));
  const net = dotNet.exec(text);
  if (net !== null) return epoch(Number(net[1]));
  const [, bare = text, region = null] = /^(.*?)\s?\[([\w/+-]+)\]$/.exec(text) ?? [];
  const read = fromForms(bare, region);
  if (read !== null) return read;
  if (/^(?:0000-00-00|0{4}\/0{2}\/0{2}|0001-01-01|1970-01-01|9999-12-31|1900-01-01)$/.test(text))
    return { kind: 'noValue' };
  if (slashed.test(text)) return unread('ambiguous');
  return unread(dayOnly.test(text) || /^(?:19|20)\d{6}$/.test(text) ? 'dayOnly' : 'type');
}

/** Jackson's and Java's lists: year, month, day, hour, minute, second, nanosecond; no zone. */
function fromList(list: readonly Json[]): TimeReading {
  const numbers = list.flatMap((item) => (typeof item === 'number' ? [item] : []));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, nanos = 0] = numbers;
  if (numbers.length !== list.length || list.length < 3 || list.length > 7 || year < 1900) return unread('type');
  if (list.length < 5) return unread('dayOnly');
  const at = instant({ year, month, day, hour, minute, second, ms: Math.floor(nanos / 1e6) }, 0);
  return at === null ? unread('type') : found(at, true, true);
}

const numberIn = (value: Json | undefined): number | null => {
  if (isJsonNumber(value)) return Number(String(value));
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? Number(value) : null;
};

/** Objects that are a time: protobuf's and Firestore's Timestamp, Java's Instant and LocalDateTime, PHP's DateTime, Parse's Date. */
function fromObject(value: { readonly [key: string]: Json }): TimeReading {
  const seconds = numberIn(value.seconds ?? value._seconds ?? value.epochSecond ?? value.sec);
  if (seconds !== null) {
    const nanos = numberIn(value.nanos ?? value._nanoseconds ?? value.nanoseconds ?? value.nano ?? 0) ?? 0;
    return epoch(seconds * 1000 + Math.floor(nanos / 1e6));
  }
  const year = numberIn(value.year);
  const month = numberIn(value.monthValue ?? value.month);
  const day = numberIn(value.dayOfMonth ?? value.day);
  const hour = numberIn(value.hour);
  if (year !== null && month !== null && day !== null && hour !== null) {
    const nanos = numberIn(value.nano ?? 0) ?? 0;
    return fromList([year, month, day, hour, numberIn(value.minute) ?? 0, numberIn(value.second) ?? 0, nanos]);
  }
  if (typeof value.iso === 'string') return readTimeSpelling(value.iso);
  if (typeof value.date === 'string') {
    const zoneName = typeof value.timezone === 'string' ? value.timezone : '';
    return fromText(/^[A-Z][a-z]+\/\w+/.test(zoneName) ? `${value.date}[${zoneName}]` : `${value.date} ${zoneName}`);
  }
  return unread('type');
}

const zoned = /(?:z|[+-]\d{2}:\d{2})$/i;
const asDocumented = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What any JSON value says as a time. Never throws; what can mean two instants is not read. */
export function readTimeSpelling(value: Json): TimeReading {
  if (typeof value === 'string') {
    const at = asDocumented.test(value) && zoned.test(value) ? readTime(value) : null;
    return at === null ? fromText(value) : found(at, false);
  }
  if (isJsonNumber(value)) return epoch(Number(String(value)));
  if (Array.isArray(value)) return fromList(value);
  return isJsonObject(value) ? fromObject(value) : unread('type');
}

/** True for a time just as the vendor documents it, in the years that a flow can be of. */
export function isDocumentedTime(text: string): boolean {
  if (!asDocumented.test(text)) return false;
  const at = readTime(text);
  return at !== null && at >= earliest && at <= latest && !isNoTime(at);
}
