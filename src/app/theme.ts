/** Keeps the theme's class on <html> in step with the viewer's choice and the system's. */
import { useEffect } from 'react';
import { useSettings } from '#ui/settings.ts';

export function useTheme(): void {
  const { theme } = useSettings();
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const apply = () =>
      document.documentElement.classList.toggle('dark', theme === 'dark' || (theme === 'system' && system.matches));
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
}
