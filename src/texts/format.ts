/** How values are written for the viewer: numbers, money, lengths of time, times in a zone, names. All by `Intl`. */
import type Big from 'big.js';
import type { Channel } from '#model/record/channel.ts';
import { isCountryCode } from '#model/values/country.ts';
import { type DurationUnit, durationParts } from '#model/values/duration.ts';
import type { DurationMs, EpochMs } from '#model/values/time.ts';

export type Language = 'en' | 'el';

export interface FormatOptions {
  readonly language: Language;
  /** IANA name of the zone that times are written in; `UTC` too. */
  readonly zone: string;
}

export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', el: 'el-GR' };

const unitNames: Readonly<Record<Language, Readonly<Record<DurationUnit, string>>>> = {
  en: { d: 'd', h: 'h', min: 'min', s: 's', ms: 'ms' },
  el: { d: 'ημ', h: 'ώ', min: 'λ', s: 'δ', ms: 'ms' },
};

const noChannel: Readonly<Record<Language, string>> = { en: 'unnamed channel', el: 'κανάλι χωρίς όνομα' };

/** A time of day on another day than today. */
const onDay: Readonly<Record<Language, (clock: string, day: string) => string>> = {
  en: (clock, day) => `${clock} on ${day}`,
  el: (clock, day) => `${clock} της ${day}`,
};

/** The most decimals that every engine's `Intl.NumberFormat` takes; newer ones take 100. */
const mostDecimals = 20;

/** A value made when first asked for: most pages need few of Intl's objects, and each costs. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A decimal as text is formatted exactly (ECMA-402, "Intl mathematical value"); the cast says that it is a number. */
function asNumeric(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral;
}

function dates(locale: string, zone: string) {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    lazy(() => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return {
    time: parts({ ...clock, fractionalSecondDigits: 3 }),
    clock: parts(clock),
    minute: parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date: parts({ day: 'numeric', month: 'short', year: 'numeric' }),
    zone: parts({ timeZoneName: 'short' }),
  };
}

/** The least share that one decimal of a per cent can tell from none. */
const leastShare = 0.001;

/** Writers for one language and one zone. Making one is cheap; what it needs of `Intl` is made when first used. */
export function createFormat({ language, zone }: FormatOptions) {
  const locale = locales[language];
  const plain = lazy(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));
  const percent = lazy(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const names = lazy(() => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }));
  const lists = lazy(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const plurals = lazy(() => new Intl.PluralRules(locale));
  const relative = lazy(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  const amounts = new Map<number, Intl.NumberFormat>();
  const when = dates(locale, zone);

  const number = (value: number) => plain().format(value);
  const units = unitNames[language];

  return {
    language,
    /** For what this module does not write. */
    locale,
    number,
    /** One of two forms by the language's rule for this count. */
    plural: (value: number, forms: PluralForms) => (plurals().select(value) === 'one' ? forms.one : forms.other),
    /** Exactly, with so many decimals; the currency is named elsewhere. */
    money: (value: Big, decimals: number) => {
      // More than Intl can write; nobody's price, but not to be rounded either.
      if (decimals > mostDecimals) return value.toFixed(decimals);
      const known = amounts.get(decimals);
      const writer =
        known ?? new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
      if (known === undefined) amounts.set(decimals, writer);
      return writer.format(asNumeric(value.toFixed(decimals)));
    },
    /** Of a share between 0 and 1. What is not nothing is never written as 0 %, nor what is not all as 100 %. */
    percent: (share: number) => {
      if (share > 0 && share < leastShare) return `<${percent().format(leastShare)}`;
      if (share < 1 && share > 1 - leastShare) return `>${percent().format(1 - leastShare)}`;
      return percent().format(share);
    },
    /** As people say it: `10 min 0.2 s`. A negative one carries a minus sign. */
    duration: (ms: DurationMs) => {
      const text = durationParts(ms)
        .map(({ value, unit }) => `${number(value)} ${units[unit]}`)
        .join(' ');
      return ms < 0 ? `−${text}` : text;
    },
    /** To the millisecond: `3,773 ms`. */
    milliseconds: (ms: DurationMs) => `${number(ms)} ms`,
    bytes: (count: number) =>
      count < 1024
        ? `${number(count)} B`
        : count < 1024 * 1024
          ? `${number(Math.round(count / 102.4) / 10)} kB`
          : `${number(Math.round(count / 104_857.6) / 10)} MB`,
    /** Time of day in the zone, with milliseconds. */
    time: (at: EpochMs) => when.time().format(at),
    /** Time of day in the zone, to the second. */
    clock: (at: EpochMs) => when.clock().format(at),
    /** Time of day in the zone, to the minute. */
    minute: (at: EpochMs) => when.minute().format(at),
    date: (at: EpochMs) => when.date().format(at),
    /** The zone's short name at that instant: `UTC`, `EET`, `GMT-5`. */
    zoneName: (at: EpochMs) =>
      when
        .zone()
        .formatToParts(at)
        .find(({ type }) => type === 'timeZoneName')?.value ?? zone,
    /** Date, time and zone in one. */
    dateTime: (at: EpochMs): string =>
      `${when.date().format(at)}, ${when.time().format(at)} ${
        when
          .zone()
          .formatToParts(at)
          .find(({ type }) => type === 'timeZoneName')?.value ?? zone
      }`,
    /** Time of day of what is of the same day as `now` in the zone; with its date else. */
    moment: (at: EpochMs, now: EpochMs) => {
      const clock = when.clock().format(at);
      const day = when.date().format(at);
      return day === when.date().format(now) ? clock : onDay[language](clock, day);
    },
    /** Time of day with milliseconds of what is of the same day as `of` in the zone, or where that is null; with its date else. */
    timeOn: (at: EpochMs, of: EpochMs | null) => {
      const [time, day] = [when.time().format(at), when.date().format(at)];
      return of === null || day === when.date().format(of) ? time : onDay[language](time, day);
    },
    /** `2 min ago`, `yesterday`; of the future `in 3 h`. */
    relative: (at: EpochMs, now: EpochMs) => {
      const s = Math.round((at - now) / 1000);
      if (Math.abs(s) < 60) return relative().format(s, 'second');
      if (Math.abs(s) < 3600) return relative().format(Math.round(s / 60), 'minute');
      if (Math.abs(s) < 86_400) return relative().format(Math.round(s / 3600), 'hour');
      return relative().format(Math.round(s / 86_400), 'day');
    },
    list: (texts: readonly string[]) => lists().format(texts),
    channelName: (channel: Channel) => {
      if (channel.kind === 'missing') return noChannel[language];
      return channel.name === 'Sms' ? 'SMS' : channel.name;
    },
    /** The code itself for one that is not assigned. */
    countryName: (code: string) => (isCountryCode(code) ? (names().of(code) ?? code) : code),
  };
}

export type Format = ReturnType<typeof createFormat>;

/** The gateway draws for many viewers; more zones than these are not kept. */
const mostKept = 64;
const kept = new Map<string, Format>();

/** The same writers each time for a language and a zone: what they need of `Intl` costs more than all the rest of a page. */
export function formatFor({ language, zone }: FormatOptions): Format {
  const key = `${language} ${zone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = createFormat({ language, zone });
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, made);
  return made;
}
