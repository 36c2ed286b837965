/** Builds the gateway's masking worker once for all tests, as a build does: a worker has no loader for TypeScript. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the built server/masking-job.ts. */
    maskingJob: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  // Inside the project, so that the packages it imports are found.
  const outDir = mkdtempSync(join(project.config.root, 'node_modules/.masking-job-'));
  await build({
    configFile: false,
    root: project.config.root,
    logLevel: 'error',
    build: { ssr: 'server/masking-job.ts', outDir, target: 'node20', copyPublicDir: false },
  });
  project.provide('maskingJob', join(outDir, 'masking-job.js'));
  return () => rmSync(outDir, { recursive: true });
}
