/** A step of the build: beside every text file of the app its brotli and gzip form, which the gateway sends as they are. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(js|css|html|svg|json|webmanifest|txt|map)$/;
/** Below it a packet is as good as empty. */
const smallestBytes = 1024;
const brotli = promisify(brotliCompress);

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < smallestBytes) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const forms = { br: await brotli(bytes, { params }), gz: await promisify(gzip)(bytes, { level: 9 }) };
  for (const [extension, form] of Object.entries(forms)) {
    if (form.length < bytes.length) await writeFile(`${path}.${extension}`, form);
  }
}

export function precompressed(): Plugin {
  let outDir = '';
  return {
    name: 'cascade-precompressed',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        const files = await readdir(outDir, { recursive: true }).catch(() => []);
        await Promise.all(files.filter((file) => texts.test(file)).map((file) => compress(join(outDir, file))));
      },
    },
  };
}
