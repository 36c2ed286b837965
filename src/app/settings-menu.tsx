/** The button of the reader's own settings. */
import { Flyout } from '#ui/flyout.tsx';
import { later } from '#ui/later.tsx';
import { useReader } from '#ui/reader.tsx';
import { changeKeysDialog } from './keys-dialog.ts';

const SettingsChoices = later(async () => (await import('./settings-choices.tsx')).SettingsChoices).Part;

export function SettingsMenu() {
  const { messages } = useReader();
  return (
    <Flyout
      title={messages.app.settings}
      label={messages.app.settings}
      text={
        <>
          <span aria-hidden="true" className="dark:hidden">
            ☾
          </span>
          <span aria-hidden="true" className="hidden dark:inline">
            ☀
          </span>
        </>
      }
    >
      {(close) => (
        <SettingsChoices
          onHelp={() => {
            close();
            changeKeysDialog('help');
          }}
        />
      )}
    </Flyout>
  );
}
