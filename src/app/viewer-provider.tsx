/** Gives everything below it the viewer's language, zone and masking; a link's zone wins over the viewer's own. */
import { type ReactNode, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useConfig } from '#api/use-config.ts';
import { formatFor } from '#texts/format.ts';
import { useSettings } from '#ui/settings.ts';
import { type Viewer, ViewerContext } from '#ui/viewer.tsx';
import { viewerZone } from '#ui/zone.ts';
import { useCatalogue } from './languages.ts';

export function ViewerProvider({ children }: { readonly children: ReactNode }) {
  const settings = useSettings();
  const [search] = useSearchParams();
  const { language, catalogue } = useCatalogue(settings.language);
  const mask = useConfig()?.mask ?? 'toggle';
  const zone = viewerZone(search.get('tz'), settings);
  const masked = mask === 'always' || (mask === 'toggle' && settings.masked);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const viewer = useMemo<Viewer>(
    () => ({ language, catalogue, format: formatFor({ language, zone }), zone, masked }),
    [language, catalogue, zone, masked],
  );
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}
