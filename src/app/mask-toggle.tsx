/** Hides and shows recipients and texts, everywhere at once. */
import { useConfig } from '#api/use-config.ts';
import { announce } from '#ui/announce.ts';
import { Button } from '#ui/button.tsx';
import { useKey, useKeyHint } from '#ui/keys.ts';
import { changeSettings } from '#ui/settings.ts';
import { useViewer } from '#ui/viewer.tsx';

export function MaskToggle() {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.app.mask;
  const mask = useConfig()?.mask ?? 'toggle';
  const toggle = () => changeSettings({ masked: !masked });
  useKey({
    id: 'mask',
    enabled: mask === 'toggle',
    run: () => {
      toggle();
      announce(masked ? catalogue.keys.revealedNow : catalogue.keys.maskedNow);
    },
  });
  const key = useKeyHint('mask');
  if (mask === 'off') return null;
  const always = mask === 'always';
  const hint = always ? texts.always : masked ? texts.reveal : texts.hide;
  return (
    <Button
      disabled={always}
      pressed={masked}
      title={always ? hint : key.title(hint)}
      aria-label={hint}
      aria-keyshortcuts={always ? undefined : key.shortcut}
      onClick={toggle}
    >
      <span aria-hidden="true">{masked ? '◐' : '○'}</span>
      <span className="max-md:hidden">{masked ? texts.masked : texts.revealed}</span>
    </Button>
  );
}
