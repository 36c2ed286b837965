/** The zone that times are written in: UTC, this browser's, the recipient's, or any other. */
import { useSearchParams } from 'react-router';
import { Flyout } from '#ui/flyout.tsx';
import { later } from '#ui/later.tsx';
import { changeSettings } from '#ui/settings.ts';
import { useNow } from '#ui/use-now.ts';
import { useViewer } from '#ui/viewer.tsx';
import { zoneNamed } from '#ui/zone.ts';

const ZoneChoices = later(async () => (await import('./zone-choices.tsx')).ZoneChoices).Part;

/** The address carries the zone, so that whoever opens it reads the same times. */
function useChooseZone(): (zone: string) => void {
  const [, setSearch] = useSearchParams();
  return (zone) => {
    changeSettings({ zone });
    setSearch(
      (search) => {
        const named = zoneNamed(zone) ?? 'UTC';
        if (named === 'UTC') search.delete('tz');
        else search.set('tz', named);
        return search;
      },
      { replace: true, preventScrollReset: true },
    );
  };
}

export function ZoneMenu() {
  const { catalogue, format, zone } = useViewer();
  const texts = catalogue.app.zone;
  const choose = useChooseZone();
  const now = useNow(null);
  const name = zone === 'UTC' ? 'UTC' : format.zoneName(now);
  return (
    <Flyout
      title={texts.title}
      label={texts.label(zone)}
      text={
        <>
          {name} <span aria-hidden="true">▾</span>
        </>
      }
    >
      {(close) => (
        <ZoneChoices
          onChoose={(chosen) => {
            choose(chosen);
            close();
          }}
        />
      )}
    </Flyout>
  );
}
