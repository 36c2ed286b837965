/** What numbers a text can be, with the numbering plans of all countries fetched when a text first may be one. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useConfig } from '#api/use-config.ts';
import type { PhoneReading } from '#model/values/phone.ts';

const loadReader = async () => (await import('#model/values/phone.ts')).phoneReadings;
const none: readonly PhoneReading[] = [];

interface PhoneReader {
  /** Reads a text as a number in the gateway's country; null while the plans are fetched, and where they did not come. */
  readonly read: ((text: string) => readonly PhoneReading[]) | null;
  /** How to ask once more for plans that did not come; null else. */
  readonly retry: (() => void) | null;
}

/** The reader of numbers; it is not fetched before it is wanted. */
export function usePhoneReader(wanted: boolean): PhoneReader {
  const country = useConfig()?.country ?? null;
  const { data, error, refetch } = useQuery({
    queryKey: ['phone reader'],
    queryFn: loadReader,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: wanted,
  });
  const read = useMemo(() => (data === undefined ? null : (text: string) => data(text, country)), [data, country]);
  return { read, retry: data === undefined && error !== null ? () => void refetch() : null };
}

/** The likeliest first; empty for what is no number, and while the plans are fetched. Null: there is nothing to read. */
export function usePhoneReadings(text: string | null): readonly PhoneReading[] {
  const mayBe = text !== null && text.replace(/\P{Nd}/gu, '').length >= 6;
  const { read } = usePhoneReader(mayBe);
  return useMemo(() => (mayBe && read !== null ? read(text) : none), [mayBe, read, text]);
}
