/** The values of a group as people read them, and the filters that show its flows. */
import type { Words } from '#features/explore/filter-text.ts';
import { channelText } from '#features/explore/filter-text.ts';
import type { Moments } from '#features/explore/moments.ts';
import { shownText } from '#features/look/visible-text.ts';
import type { FailingDimension, FailingValues } from '#model/explore/failing.ts';
import type { Filter } from '#model/explore/filters.ts';
import type { Range } from '#model/explore/range.ts';
import { maskLabel } from '#model/masking/masking.ts';

const hourMs = 3_600_000;

export function groupText(values: FailingValues, dimension: FailingDimension, words: Words, moments: Moments): string {
  const value = values[dimension] ?? '';
  const texts = words.catalogue.failing;
  if (dimension === 'channel') return channelText(value, words);
  if (value === '') return texts.unknown;
  if (dimension === 'country') return words.format.countryName(value);
  if (dimension === 'hour') return moments.minute(Number(value));
  return shownText(words.masked ? maskLabel(value) : value, 40);
}

const fields = {
  channel: 'type',
  operator: 'operator',
  sender: 'sender',
  reason: 'reason',
  label: 'label',
  country: 'country',
} as const;

/** What Explore must be asked for the flows of a group; values that a filter cannot name are left out. */
export function groupView(values: FailingValues): {
  readonly filters: readonly Filter[];
  readonly range: Range | null;
} {
  const filters = Object.entries(fields).flatMap(([dimension, field]): Filter[] => {
    const value = values[dimension as keyof typeof fields]; // the entries' keys are these
    if (value === undefined || value === '') return [];
    // Routee knows the three channels of its own alone.
    if (field === 'type' && !['Sms', 'Viber', 'Voice'].includes(value)) return [];
    return [{ field, operator: 'is', values: [value] }];
  });
  const hour = values.hour === undefined || values.hour === '' ? null : Number(values.hour);
  return { filters, range: hour === null ? null : { kind: 'between', from: hour, to: hour + hourMs } };
}
