// Sets the theme before the first paint, so that nothing flashes. src/app/theme.ts does the same from then on.
(() => {
  let theme = 'system';
  let language = 'en';
  try {
    const stored = JSON.parse(localStorage.getItem('cascade.settings') ?? '{}');
    theme = stored.theme;
    if (stored.language === 'el') language = 'el';
  } catch {
    // Nothing stored, or nothing that can be read.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
  document.documentElement.lang = language;
})();
