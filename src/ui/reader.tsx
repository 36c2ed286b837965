/** What the reader chose, for everything that draws: language, texts, time zone, masking. */
import { createContext, use } from 'react';
import type { Messages } from '#messages/en.ts';
import type { Format, Language } from '#messages/format.ts';

export interface Reader {
  readonly language: Language;
  readonly messages: Messages;
  readonly format: Format;
  /** IANA name of the zone that times are written in. */
  readonly zone: string;
  /** True while recipients and texts are hidden. */
  readonly masked: boolean;
}

/** Provided by `app/reader-provider.tsx`. */
export const ReaderContext = createContext<Reader | null>(null);

/** The reader's choices. Throws outside the app's frame. */
export function useReader(): Reader {
  const reader = use(ReaderContext);
  if (reader === null) throw new Error('useReader is called outside ReaderContext');
  return reader;
}
