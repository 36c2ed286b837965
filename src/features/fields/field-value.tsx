/** A field's value as the record writes it, with its unit and how it is read: a time in the zone, a country's name. */
import { isLosslessNumber } from 'lossless-json';
import type { FieldRow, FieldUnit } from '#model/record/fields.ts';
import { isCountryCode } from '#model/values/country.ts';
import { isJsonNumber, type Json } from '#model/values/json.ts';
import { readTime } from '#model/values/time.ts';
import { useViewer } from '#ui/viewer.tsx';
import type { Words } from '../look/row-texts.ts';
import { visibleText } from '../look/visible-text.ts';

const longest = 400;
const mostItems = 50;

export function FieldValue({ row }: { readonly row: FieldRow }) {
  const viewer = useViewer();
  const texts = viewer.catalogue.fields;
  const text = valueText(row.value, viewer);
  const unit = isJsonNumber(row.value) && row.unit !== null ? viewer.catalogue.fieldMeanings.units[row.unit] : null;
  const reading = readingOf(row.value, row.unit, viewer);
  const shown = unit === null ? text : texts.withUnit(text, unit);
  const plain = row.value !== null && text !== '' && !isEmpty(row.value);
  return <bdi className={plain ? '' : 'text-ink3'}>{reading === null ? shown : texts.readAs(shown, reading)}</bdi>;
}

const isEmpty = (value: Json) =>
  value === '' ||
  (typeof value === 'object' && value !== null && !isLosslessNumber(value) && Object.keys(value).length === 0);

function valueText(value: Json, words: Words): string {
  const { catalogue, format } = words;
  const texts = catalogue.fields;
  if (value === null) return texts.nothing;
  if (value === '') return texts.emptyText;
  if (Array.isArray(value)) {
    if (value.length === 0) return texts.emptyList;
    return value
      .slice(0, mostItems)
      .map((item) => valueText(item, words))
      .join(', ');
  }
  if (typeof value === 'string') {
    const start = visibleText(value.slice(0, longest));
    return value.length > longest ? start + texts.more(format.number(value.length)) : start;
  }
  if (isLosslessNumber(value)) return value.value;
  return typeof value === 'object' ? texts.emptyObject : String(value);
}

/** What a text stands for; null for what needs no reading. */
function readingOf(value: Json, unit: FieldUnit | null, { format }: Words): string | null {
  if (typeof value !== 'string') return null;
  if (unit === 'country') return isCountryCode(value) ? format.countryName(value) : null;
  if (unit !== 'time') return null;
  const at = readTime(value);
  return at === null ? null : `${format.date(at)} ${format.time(at)} ${format.zoneName(at)}`;
}
