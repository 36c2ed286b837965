/**
 * A step of the build: the hashed files of the build before move to `earlier`, beside the app, so that the gateway can serve
 * them to pages that were loaded before. Their time of change becomes the time when they were replaced; after a day they go.
 */
import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const keptMs = 24 * 3600_000;

/** `now` in epoch milliseconds. Where there is no build before, nothing is kept. */
export async function keepEarlier(assets: string, earlier: string, now: number): Promise<void> {
  const kept = await readdir(earlier).catch(() => []);
  for (const name of kept) {
    const { mtimeMs } = await stat(join(earlier, name));
    if (mtimeMs + keptMs < now) await rm(join(earlier, name));
  }
  const replaced = await readdir(assets).catch(() => []);
  if (replaced.length > 0) await mkdir(earlier, { recursive: true });
  for (const name of replaced) {
    await copyFile(join(assets, name), join(earlier, name));
    await utimes(join(earlier, name), now / 1000, now / 1000);
  }
}

export function earlierFiles(): Plugin {
  let outDir = '';
  return {
    name: 'cascade-earlier-files',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    // Before the folder of the build is emptied.
    buildStart: () => keepEarlier(join(outDir, 'assets'), resolve(outDir, '../earlier'), Date.now()),
  };
}
