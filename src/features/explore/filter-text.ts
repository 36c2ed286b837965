/** Filters and their values as people read them. */

import type { Band, ChannelKey } from '#model/explore/aggregate.ts';
import { type AttemptField, type AttemptMatch, readAttempt } from '#model/explore/attempt.ts';
import { type Filter, type FilterField, readBand } from '#model/explore/filters.ts';
import type { FindingCode } from '#model/findings/finding.ts';
import { maskAddress, maskLabel, maskText } from '#model/masking/masking.ts';
import { readChannel } from '#model/record/channel.ts';
import { isCountryCode } from '#model/values/country.ts';
import type { Catalogue } from '#texts/en.ts';
import type { Format } from '#texts/format.ts';
import { shownText } from '../look/visible-text.ts';

export interface Words {
  readonly catalogue: Catalogue;
  readonly format: Format;
  readonly masked: boolean;
}

export function channelText(key: ChannelKey, { catalogue, format }: Words): string {
  return key === '' ? catalogue.explore.noChannel : shownText(format.channelName(readChannel(key)), 24);
}

function bandText({ from, to }: Band, words: Words): string {
  const end = to.kind === 'step' ? channelText(to.channel, words) : words.catalogue.explore.status[to.status];
  return `${channelText(from, words)} → ${end}`;
}

const longest = 40;

/** One value. Recipients and texts follow the masking; the beginning of a number tells nobody's name. */
export function valueText(field: FilterField, value: string, words: Words): string {
  const { catalogue, format, masked } = words;
  switch (field) {
    case 'type':
    case 'terminationChannel':
      return channelText(value, words);
    case 'country':
      return format.countryName(value);
    case 'finding':
      return catalogue.explore.findingTags[value as FindingCode] ?? value; // the address lets only codes through
    case 'to':
      return shownText(masked && !/^\+?\d{0,6}$/.test(value) ? maskAddress(value) : value, longest);
    case 'text':
      return masked ? maskText(value) : shownText(value, longest);
    case 'band': {
      const band = readBand(value);
      return band === null ? shownText(value, longest) : bandText(band, words);
    }
    case 'reach':
      return format.duration(Math.round(Number(value) * 1000));
    case 'attempt': {
      const attempt = readAttempt(value);
      return attempt === null ? shownText(value, longest) : attemptText(attempt, words);
    }
    default:
      return shownText(value, longest);
  }
}

/** A value that attempts are told apart by. */
export function dimensionText(field: AttemptField, value: string, words: Words): string {
  if (field === 'channel') return channelText(value, words);
  if (value === '') return words.catalogue.explore.unknown;
  if (field === 'country') return isCountryCode(value) ? words.format.countryName(value) : shownText(value, 8);
  const personal = words.masked && (field === 'sender' || field === 'label');
  return shownText(personal ? maskLabel(value) : value, longest);
}

/** "failed, SMS, Cosmote" */
function attemptText({ failed, values }: AttemptMatch, words: Words): string {
  const fields = ['channel', 'operator', 'sender', 'label', 'country', 'reason'] as const;
  const parts = fields.flatMap((field) => {
    const value = values[field];
    return value === undefined ? [] : [dimensionText(field, value, words)];
  });
  return [...(failed ? [words.catalogue.explore.failedAttempt] : []), ...parts].join(', ');
}

/** What is compared and with what, without the field's name: "is Failed, InProgress". */
export function conditionText({ field, operator, values }: Filter, words: Words): string {
  const { explore } = words.catalogue;
  const shown = values.slice(0, 2).map((value) => valueText(field, value, words));
  const list = shown.join(', ');
  const text = values.length > 2 ? explore.filter.many(list, values.length - 2) : list;
  return field === 'band' || (field === 'attempt' && operator === 'is')
    ? text
    : `${explore.operators[operator]} ${text}`;
}

export function filterText(filter: Filter, words: Words): string {
  return `${words.catalogue.explore.fields[filter.field]} ${conditionText(filter, words)}`;
}
