/** Gives everything below it the reader's language, zone and masking; a link's zone wins over the reader's own. */
import { type ReactNode, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useConfig } from '#api/use-config.ts';
import { createFormat } from '#messages/format.ts';
import { type Reader, ReaderContext } from '#ui/reader.tsx';
import { useSettings } from '#ui/settings.ts';
import { zoneNamed } from '#ui/zone.ts';
import { useMessages } from './languages.ts';

export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const settings = useSettings();
  const [search] = useSearchParams();
  const { language, messages } = useMessages(settings.language);
  const mask = useConfig()?.mask ?? 'toggle';
  const zone = zoneNamed(search.get('tz') ?? '') ?? zoneNamed(settings.zone) ?? 'UTC';
  const masked = mask === 'always' || (mask === 'toggle' && settings.masked);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const reader = useMemo<Reader>(
    () => ({ language, messages, format: createFormat({ language, zone }), zone, masked }),
    [language, messages, zone, masked],
  );
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}
