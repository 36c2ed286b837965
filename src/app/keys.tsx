/** The keyboard of the app: the listener, the actions that every page has, and the two dialogs. */
import { type ComponentType, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { announce } from '#ui/announce.ts';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { useKey } from '#ui/keys.ts';
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

const load: Readonly<Record<KeysDialog, () => Promise<ComponentType>>> = {
  palette: async () => (await import('./palette.tsx')).Palette,
  help: async () => (await import('./help.tsx')).Help,
};

/** The dialog's component once it is there. Not `lazy`, which would go on failing after one load that failed. */
function useLoaded(dialog: KeysDialog | null): ComponentType | null {
  const texts = useViewer().catalogue.keys;
  const [loaded, setLoaded] = useState<{ readonly [dialog in KeysDialog]?: ComponentType }>({});
  const missing = dialog !== null && loaded[dialog] === undefined;
  useEffect(() => {
    if (!missing) return;
    load[dialog]().then(
      (component) => setLoaded((before) => ({ ...before, [dialog]: component })),
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
