/** The drawing as `npm run build` makes it: as fast as it is for people, which React is not in development. */
import { join } from 'node:path';
import type { Drawing } from '#contract/drawing.ts';
import { loadDrawing } from '#server/drawing.ts';
import { buildEntry } from './built.ts';

export async function buildDrawing(): Promise<{ readonly drawing: Drawing; readonly remove: () => void }> {
  const { folder, remove } = await buildEntry('src/entry-server.tsx');
  const drawing = await loadDrawing(join(folder, 'drawing/entry-server.js'));
  if (drawing === null) throw new Error('the drawing was not built');
  return { drawing, remove };
}
