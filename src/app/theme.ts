/** Keeps the theme's class on <html> in step with the viewer's choice. Without one, the style sheet follows the system. */
import { useEffect } from 'react';
import { useSettings } from '#ui/settings.ts';

export function useTheme(): void {
  const { theme } = useSettings();
  useEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle('dark', theme === 'dark');
    classList.toggle('light', theme === 'light');
  }, [theme]);
}
