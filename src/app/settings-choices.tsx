/** Theme, language, keys, and signing out: loaded when somebody opens them. */

import { useConfig } from '#api/use-config.ts';
import { underBase } from '#contract/base-path.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { useKeyHint } from '#ui/keys.ts';
import { changeSettings, useSettings } from '#ui/settings.ts';
import { useViewer } from '#ui/viewer.tsx';
import { availableLanguages } from './languages.ts';

export function SettingsChoices({ onHelp }: { readonly onHelp: () => void }) {
  const { catalogue } = useViewer();
  const texts = catalogue.app;
  const settings = useSettings();
  const help = useKeyHint('help');
  const config = useConfig();
  const user = config?.user ?? null;
  return (
    <div className="grid gap-3">
      <Group
        title={texts.theme.title}
        name="theme"
        value={settings.theme}
        choices={(['system', 'light', 'dark'] as const).map((theme) => ({ value: theme, text: texts.theme[theme] }))}
        onChange={(theme) => changeSettings({ theme })}
      />
      {availableLanguages.length > 1 && (
        <Group
          title={texts.language.title}
          name="language"
          value={settings.language}
          choices={availableLanguages.map((language) => ({ value: language, text: texts.language[language] }))}
          onChange={(language) => changeSettings({ language })}
        />
      )}
      <label className="flex cursor-pointer items-center gap-2">
        <input type="checkbox" checked={settings.keys} onChange={() => changeSettings({ keys: !settings.keys })} />
        {texts.shortcuts.on}
      </label>
      <Button onClick={onHelp} title={help.title(texts.shortcuts.open)} aria-keyshortcuts={help.shortcut}>
        {texts.shortcuts.open}
      </Button>
      {user !== null && (
        <p className="flex items-center justify-between gap-2 border-t border-line2 pt-3">
          <span className="min-w-0 truncate text-ink2">{texts.signedInAs(user.name)}</span>
          {config?.access === 'oidc' && (
            <a href={underBase('/auth/sign-out')} className={buttonLooks({ size: 'small' })}>
              {texts.signOut}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

interface GroupProps<Value extends string> {
  readonly title: string;
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

function Group<Value extends string>({ title, name, value, choices, onChange }: GroupProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 text-[12px] text-ink3">{title}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {choices.map((choice) => (
          <label key={choice.value} className="flex cursor-pointer items-center gap-1.5">
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            {choice.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
