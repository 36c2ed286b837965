/** The keyboard of the app: the listener, the actions that every page has, and the two dialogs. */
import { type ComponentType, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { announce } from '#ui/announce.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { useKey } from '#ui/keys.ts';
import { type Later, later } from '#ui/later.tsx';
import { changeSettings } from '#ui/settings.ts';
import { useViewer } from '#ui/viewer.tsx';
import { changeKeysDialog, type KeysDialog, openKeysDialog, useKeysDialog } from './keys-dialog.ts';
import { listenToKeys } from './keys-listener.ts';

function useCommonKeys(): void {
  const navigate = useNavigate();
  useKey({ id: 'goHome', run: () => navigate('/') });
  useKey({ id: 'goExplore', run: () => navigate('/explore') });
  useKey({ id: 'goLookup', run: () => navigate('/lookup') });
  useKey({ id: 'goOpen', run: () => navigate('/open') });
  useKey({ id: 'palette', run: () => changeKeysDialog(openKeysDialog() === 'palette' ? null : 'palette') });
  useKey({ id: 'help', run: () => changeKeysDialog('help') });
  useKey({ id: 'themeLight', run: () => changeSettings({ theme: 'light' }) });
  useKey({ id: 'themeDark', run: () => changeSettings({ theme: 'dark' }) });
  useKey({ id: 'themeSystem', run: () => changeSettings({ theme: 'system' }) });
}

const dialogs: Readonly<Record<KeysDialog, Later<object>>> = {
  palette: later(async () => (await import('./palette.tsx')).Palette),
  help: later(async () => (await import('./help.tsx')).Help),
};

/** The dialog's component once it is there: until then the keys go on to the page. */
function useLoaded(dialog: KeysDialog | null): ComponentType | null {
  const texts = useViewer().catalogue.keys;
  const [loaded, setLoaded] = useState<{ readonly [dialog in KeysDialog]?: ComponentType }>({});
  const missing = dialog !== null && loaded[dialog] === undefined;
  useEffect(() => {
    if (!missing) return;
    dialogs[dialog].load().then(
      () => setLoaded((before) => ({ ...before, [dialog]: dialogs[dialog].Part })),
      () => {
        changeKeysDialog(null);
        announce(texts.notLoaded);
      },
    );
  }, [dialog, missing, texts]);
  return dialog === null ? null : (loaded[dialog] ?? null);
}

export function Keys() {
  const dialog = useKeysDialog();
  const Dialog = useLoaded(dialog);
  useCommonKeys();
  useEffect(() => listenToKeys(), []);
  if (Dialog === null) return null;
  return (
    <ErrorBoundary resetKey={dialog} fallback={() => <CloseAtOnce />}>
      <Dialog />
    </ErrorBoundary>
  );
}

/** A dialog that cannot be drawn must not keep the keys from working. */
function CloseAtOnce() {
  useEffect(() => changeKeysDialog(null), []);
  return null;
}
