/** Other ways to search for a recipient that was not found: as other numbers the text can be, and as parts of them. */
import type { Filter, FilterOperator } from './filters.ts';
import { numberDigits, recipientKey } from './recipient.ts';

interface OtherReadingsOptions {
  /** What numbers the value can be, as `+306900000001`. */
  readonly numbers: readonly string[];
  /** Parts of numbers are refused by the gateway. */
  readonly wholeNumbersOnly: boolean;
}

/** Enough of a number's end to find it under another country's code, or none. */
const endDigits = 8;

/** The likeliest first, each once, without the filter itself; empty for other fields and for several values. */
export function otherReadings(filter: Filter, { numbers, wholeNumbersOnly }: OtherReadingsOptions): Filter[] {
  const [value, ...more] = filter.values;
  if (filter.field !== 'to' || filter.operator === 'is_not' || value === undefined || more.length > 0) return [];
  const asked = ({ operator, values }: Filter) =>
    `${operator} ${operator === 'is' ? recipientKey(values[0] ?? '') : values[0]}`;
  const made = (operator: FilterOperator, text: string): Filter => ({ field: 'to', operator, values: [text] });
  const whole = numbers.map((number) => made('is', number));
  const offered = wholeNumbersOnly ? whole : [...whole, ...partsOf(filter.operator, value).map((one) => made(...one))];
  const seen = new Set([asked(filter)]);
  const other = offered.filter((one) => !seen.has(asked(one)) && seen.add(asked(one)));
  // Who sees masked numbers asks for one writing at a time.
  const digits = numberDigits(value);
  if (!wholeNumbersOnly || digits === null) return other;
  return [made('is', value.trim().startsWith('+') ? digits : `+${digits}`), ...other];
}

function partsOf(operator: FilterOperator, value: string): (readonly [FilterOperator, string])[] {
  const digits = value.replace(/\D/g, '');
  if (digits === '') return operator === 'contains' ? [] : [['contains', value]];
  if (operator === 'is' && digits.length > endDigits) return [['ends_with', digits.slice(-endDigits)]];
  const turned = value.trim().startsWith('+') ? digits : `+${digits}`;
  return operator === 'starts_with' || operator === 'is'
    ? [
        ['starts_with', turned],
        ['contains', digits],
      ]
    : [['contains', digits]];
}
