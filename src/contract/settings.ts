/** The viewer's own choices, as one cookie that app and gateway both read. It holds nothing personal. */

import * as z from 'zod/mini';
import { basePath } from './base-path.ts';

export type Language = 'en' | 'el';

const zoneName = z.string().check(z.minLength(1), z.maxLength(64));

/** Each value that cannot be read falls back to its own default. */
const settingsSchema = z.object({
  /** `utc`, `local` (this browser's) or an IANA name. */
  zone: z.catch(zoneName, 'utc'),
  /** The IANA name that `local` stood for when it was last chosen: the gateway cannot know it by itself. */
  browserZone: z.catch(z.nullable(zoneName), null),
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  /** Null until it is chosen: the browser's own language counts. */
  language: z.catch(z.nullable(z.enum(['en', 'el'])), null),
  masked: z.catch(z.boolean(), true),
  /** Whether single keys do something. */
  keys: z.catch(z.boolean(), true),
});

type Choices = Readonly<z.infer<typeof settingsSchema>>;
export type Settings = Omit<Choices, 'language'> & { readonly language: Language };

const settingsCookie = 'cascade-settings';
/** A year. */
const keptSeconds = 31_536_000;

/** What some JSON says of the choices; `usualLanguage` where none is chosen. */
export function readSettings(json: unknown, usualLanguage: Language): Settings {
  const parsed = settingsSchema.safeParse(json);
  const choices = parsed.success ? parsed.data : settingsSchema.parse({});
  return { ...choices, language: choices.language ?? usualLanguage };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return null;
  }
}

/** The value of the cookie among `name=value; name=value`; null where it is not, or cannot be read. */
function cookieValue(cookies: string): unknown {
  const start = `${settingsCookie}=`;
  const found = cookies.split(';').find((cookie) => cookie.trim().startsWith(start));
  return found === undefined ? null : jsonOf(found.trim().slice(start.length));
}

/** The choices in the cookies of a request or a document; null where there are none. */
export function settingsOfCookies(cookies: string, usualLanguage: Language): Settings | null {
  const value = cookieValue(cookies);
  return typeof value === 'object' && value !== null ? readSettings(value, usualLanguage) : null;
}

/** The cookie as `document.cookie` takes it; `secure` on https. */
export function cookieOfSettings(settings: Settings, secure: boolean): string {
  const value = encodeURIComponent(JSON.stringify(settings));
  return `${settingsCookie}=${value}; Path=${basePath() || '/'}; Max-Age=${keptSeconds}; SameSite=Lax${secure ? '; Secure' : ''}`;
}
