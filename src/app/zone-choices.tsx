/** The zones to choose from: loaded when somebody wants to choose. */
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '#ui/button.tsx';
import { useRecipientZone } from '#ui/recipient-zone.ts';
import { useViewer } from '#ui/viewer.tsx';
import { localZone, zoneNamed } from '#ui/zone.ts';

export function ZoneChoices({ onChoose }: { readonly onChoose: (zone: string) => void }) {
  const { catalogue, format, zone } = useViewer();
  const texts = catalogue.app.zone;
  const recipient = useRecipientZone();
  const [search] = useSearchParams();
  const named = search.get('tz') === null ? null : zoneNamed(search.get('tz') ?? '');
  const choices = [
    { zone: 'utc', name: 'UTC', text: texts.utc },
    { zone: 'local', name: localZone(), text: texts.local(localZone()) },
    ...(recipient === null
      ? []
      : [
          {
            zone: recipient.zone,
            name: recipient.zone,
            text: texts.recipient(recipient.zone, format.countryName(recipient.country)),
          },
        ]),
  ];
  return (
    <>
      <ul className="-mx-1">
        {choices.map((choice) => (
          <li key={choice.zone}>
            <Choice text={choice.text} on={choice.name === zone} onClick={() => onChoose(choice.zone)} />
          </li>
        ))}
      </ul>
      <OtherZone onChoose={onChoose} />
      {named !== null && <p className="mt-2 text-[12px] text-ink3">{texts.fromLink}</p>}
    </>
  );
}

interface ChoiceProps {
  readonly text: string;
  readonly on: boolean;
  readonly onClick: () => void;
}

function Choice({ text, on, onClick }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className="flex w-full cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-line2"
    >
      <span aria-hidden="true" className="w-3 text-accent-ink">
        {on ? '✓' : ''}
      </span>
      {text}
    </button>
  );
}

const mostZones = 8;

function OtherZone({ onChoose }: { readonly onChoose: (zone: string) => void }) {
  const texts = useViewer().catalogue.app.zone;
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
  const all = Intl.supportedValuesOf('timeZone');
  const found = wanted === '' ? [] : all.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, mostZones);
  return (
    <form
      className="mt-2 border-t border-line2 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        const first = zoneNamed(wanted) ?? found[0];
        if (first !== undefined && wanted !== '') onChoose(first);
      }}
    >
      <label className="block">
        <span className="text-[12px] text-ink3">{texts.other}</span>
        <input
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={texts.placeholder}
          autoComplete="off"
          spellCheck={false}
          className="mt-1 block min-h-8 w-full rounded-md border border-line bg-bg px-2"
        />
      </label>
      <ul className="-mx-1 mt-1">
        {found.map((zone) => (
          <li key={zone}>
            <Choice text={zone.replaceAll('_', ' ')} on={false} onClick={() => onChoose(zone)} />
          </li>
        ))}
      </ul>
      {wanted !== '' && found.length === 0 && zoneNamed(wanted) === null && (
        <p role="status" className="mt-1 text-[12px] text-ink3">
          {texts.none}
        </p>
      )}
      <Button type="submit" className="sr-only">
        {texts.title}
      </Button>
    </form>
  );
}
