/** What the viewer chose, for everything that draws: language, texts, time zone, masking. */
import { createContext, use } from 'react';
import type { Catalogue } from '#texts/en.ts';
import type { Format, Language } from '#texts/format.ts';

export interface Viewer {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly format: Format;
  /** IANA name of the zone that times are written in. */
  readonly zone: string;
  /** True while recipients and texts are hidden. */
  readonly masked: boolean;
}

/** Provided by `app/viewer-provider.tsx`. */
export const ViewerContext = createContext<Viewer | null>(null);

/** The viewer's choices. Throws outside the app's frame. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (viewer === null) throw new Error('useViewer is called outside ViewerContext');
  return viewer;
}
