import type { Config } from 'tailwindcss';

/** Every colour is a CSS variable set per theme in src/app/theme.css, so that a theme is one class on <html>; `dark:` is defined there too. */
const token = (name: string) => `var(--${name})`;

export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  theme: {
    extend: {
      colors: {
        bg: token('bg'),
        panel: token('panel'),
        line: token('line'),
        line2: token('line2'),
        ink: token('ink'),
        ink2: token('ink2'),
        ink3: token('ink3'),
        accent: token('accent'),
        'accent-ink': token('accent-ink'),
        viber: token('viber'),
        'viber-soft': token('viber-soft'),
        sms: token('sms'),
        'sms-soft': token('sms-soft'),
        voice: token('voice'),
        'voice-soft': token('voice-soft'),
        other: token('other'),
        'other-soft': token('other-soft'),
        ok: token('ok'),
        'ok-soft': token('ok-soft'),
        bad: token('bad'),
        'bad-soft': token('bad-soft'),
        run: token('run'),
        'run-soft': token('run-soft'),
        warn: token('warn'),
        'warn-soft': token('warn-soft'),
        grid: token('grid'),
      },
      fontFamily: {
        sans: ['Inter', 'ui-sans-serif', 'system-ui', '"Segoe UI"', 'Roboto', '"Liberation Sans"', 'sans-serif'],
        mono: ['ui-monospace', '"JetBrains Mono"', '"SF Mono"', '"DejaVu Sans Mono"', 'monospace'],
      },
    },
  },
} satisfies Config;
