import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';

const gateway = `http://127.0.0.1:${process.env.GATEWAY_PORT ?? '4173'}`;
/** Where builds land; a second checkout of the same folder can name its own. */
const dist = process.env.DIST ?? 'dist';

/**
 * Few, large files: what every page needs, and what a flow's page needs beyond it, so that a shared link asks for two
 * scripts. A group takes its modules' own imports along; earlier ones win.
 */
const chunks = [
  { name: 'base', tags: ['$initial' as const], priority: 3 },
  { name: 'flow', test: /src\/pages\/flow\/page\.tsx/, priority: 2 },
];

/** Beside every text file of the app its brotli and gzip form, which the gateway sends as they are; below 1 kB a packet is as good as empty. */
const precompressed = compression({
  include: /\.(js|css|html|svg|json|webmanifest|txt|map)$/,
  threshold: 1024,
  logLevel: 'silent',
});

/** The gateway masks large answers in a worker, which needs a file of its own. */
function maskingWorker(): Plugin {
  return {
    name: 'masking-worker',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'server/masking-job.ts', fileName: 'masking-job.js' });
    },
  };
}

/** Everything in few files and as in production, whatever NODE_ENV is where the gateway runs. */
const drawing = {
  plugins: [react()],
  ssr: { noExternal: true as const },
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** Where a program's entry lies, and the folder of its build. */
const rooms = [
  ['src/', 'drawing'],
  ['server/', 'server'],
  ['emulator/', 'emulator'],
  ['tools/cli/', 'cli'],
] as const;

export default defineConfig(({ isSsrBuild }) => {
  if (isSsrBuild === true) {
    const entry = process.argv.find((word) => /^(src|server|emulator|tools)\//.test(word)) ?? 'server/';
    const room = rooms.find(([start]) => entry.startsWith(start))?.[1] ?? 'server';
    return {
      plugins: room === 'server' ? [maskingWorker()] : [],
      publicDir: false,
      ...(room === 'drawing' ? drawing : {}),
      build: {
        outDir: `${dist}/${room}`,
        emptyOutDir: true,
        target: 'node20',
        copyPublicDir: false,
        ...(room === 'cli' ? { rolldownOptions: { output: { entryFileNames: '[name].mjs' } } } : {}),
      },
    };
  }
  return {
    plugins: [react(), tailwindcss(), precompressed],
    server: { proxy: { '/api': gateway } },
    // Scripts find each other from where they are: the gateway may serve them under any path (BASE_PATH).
    experimental: { renderBuiltUrl: (_, { hostType }) => (hostType === 'js' ? { relative: true } : undefined) },
    build: {
      outDir: `${dist}/app`,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // The gateway reads from it what the page of a deep link needs.
      manifest: true,
      rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
    },
    test: {
      include: ['{src,server,emulator,golden,bench,tools}/**/*.test.{ts,tsx}'],
      env: { TZ: 'UTC' },
      globalSetup: ['server/testing/masking-job.ts'],
      maxWorkers: 2,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
});
