/** The keyboard of the app: the listener, the actions that every page has, and the two dialogs. */
import { lazy, Suspense, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { ErrorBoundary } from '#ui/error-boundary.tsx';
import { useKey } from '#ui/keys.ts';
import { changeSettings } from '#ui/settings.ts';
import { changeKeysDialog, openKeysDialog, useKeysDialog } from './keys-dialog.ts';
import { listenToKeys } from './keys-listener.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));

function useCommonKeys(): void {
  const navigate = useNavigate();
  useKey({ id: 'goHome', run: () => navigate('/') });
  useKey({ id: 'goExplore', run: () => navigate('/explore') });
  useKey({ id: 'goOpen', run: () => navigate('/open') });
  useKey({ id: 'palette', run: () => changeKeysDialog(openKeysDialog() === 'palette' ? null : 'palette') });
  useKey({ id: 'help', run: () => changeKeysDialog('help') });
  useKey({ id: 'themeLight', run: () => changeSettings({ theme: 'light' }) });
  useKey({ id: 'themeDark', run: () => changeSettings({ theme: 'dark' }) });
  useKey({ id: 'themeSystem', run: () => changeSettings({ theme: 'system' }) });
}

export function Keys() {
  const dialog = useKeysDialog();
  useCommonKeys();
  useEffect(() => listenToKeys(), []);
  if (dialog === null) return null;
  return (
    <ErrorBoundary resetKey={dialog} fallback={() => <CloseAtOnce />}>
      <Suspense fallback={null}>{dialog === 'palette' ? <Palette /> : <Help />}</Suspense>
    </ErrorBoundary>
  );
}

/** A dialog that cannot be loaded must not keep the keys from working. */
function CloseAtOnce() {
  useEffect(() => changeKeysDialog(null), []);
  return null;
}
