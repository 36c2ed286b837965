/** What a page was drawn from by the gateway, for what must be drawn the same again while the browser takes the page over. */

import { createContext, use, useSyncExternalStore } from 'react';
import { basePath } from '#contract/base-path.ts';
import type { SearchedText } from '#contract/drawing.ts';
import type { Settings } from '#contract/settings.ts';
import type { EpochMs } from '#model/values/time.ts';

export interface FirstDrawing {
  /** The gateway's clock while it drew. */
  readonly now: EpochMs;
  /** `https://host`, as the person opened it. */
  readonly origin: string;
  readonly settings: Settings;
  /** What the page answers to a search box that was posted; null for any other page. */
  readonly searched: SearchedText | null;
}

/** Null where the browser draws alone. */
export const FirstDrawingContext = createContext<FirstDrawing | null>(null);

export function useFirstDrawing(): FirstDrawing | null {
  return use(FirstDrawingContext);
}

const never = () => () => {};

/** False in the gateway and while the browser takes over what came from there; true for all that is drawn later. */
export function useTakenOver(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** `https://host` of this page's address, with the base path behind it. */
export function useOrigin(): string {
  const first = useFirstDrawing();
  return useSyncExternalStore(
    never,
    () => `${location.origin}${basePath()}`,
    () => `${first?.origin ?? ''}${basePath()}`,
  );
}
