/** Hides and shows recipients and texts, everywhere at once. */
import { useConfig } from '#api/use-config.ts';
import { Button } from '#ui/button.tsx';
import { useReader } from '#ui/reader.tsx';
import { changeSettings } from '#ui/settings.ts';

export function MaskToggle() {
  const { messages, masked } = useReader();
  const texts = messages.app.mask;
  const mask = useConfig()?.mask ?? 'toggle';
  if (mask === 'off') return null;
  const always = mask === 'always';
  const hint = always ? texts.always : masked ? texts.reveal : texts.hide;
  return (
    <Button
      disabled={always}
      pressed={masked}
      title={hint}
      aria-label={hint}
      onClick={() => changeSettings({ masked: !masked })}
    >
      <span aria-hidden="true">{masked ? '◐' : '○'}</span>
      <span className="max-md:hidden">{masked ? texts.masked : texts.revealed}</span>
    </Button>
  );
}
