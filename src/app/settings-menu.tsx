/** The button of the viewer's own settings. */
import { Flyout } from '#ui/flyout.tsx';
import { later } from '#ui/later.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { changeKeysDialog } from './keys-dialog.ts';

const SettingsChoices = later(async () => (await import('./settings-choices.tsx')).SettingsChoices).Part;

export function SettingsMenu() {
  const { catalogue } = useViewer();
  return (
    <Flyout
      title={catalogue.app.settings}
      label={catalogue.app.settings}
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
