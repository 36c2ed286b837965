/** What numbers a text can be, with the numbering plans of all countries fetched when a text first may be one. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useConfig } from '#api/use-config.ts';
import type { PhoneReading } from '#model/values/phone.ts';

const loadReader = async () => (await import('#model/values/phone.ts')).phoneReadings;
const none: readonly PhoneReading[] = [];

/** The likeliest first; empty for what is no number, and while the plans are fetched. Null: there is nothing to read. */
export function usePhoneReadings(text: string | null): readonly PhoneReading[] {
  const country = useConfig()?.country ?? null;
  const mayBe = text !== null && text.replace(/\P{Nd}/gu, '').length >= 6;
  const { data: read } = useQuery({
    queryKey: ['phone reader'],
    queryFn: loadReader,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: mayBe,
  });
  return useMemo(() => (mayBe && read !== undefined ? read(text, country) : none), [mayBe, read, text, country]);
}
