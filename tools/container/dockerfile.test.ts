import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ignoredBy, stagesOf } from './dockerfile.mjs';

const root = join(import.meta.dirname, '../..');

describe('a Dockerfile', () => {
  test('is read into stages with their steps', () => {
    const text = [
      'ARG NODE=node:24-slim',
      `FROM \${NODE} AS build`,
      'WORKDIR /app',
      'COPY a.json b.json ./',
      'RUN npm ci',
      `FROM \${NODE}`,
      'ENV A=1 B=two',
      'COPY --from=build /app/dist ./dist',
      'USER node',
      'HEALTHCHECK --interval=30s \\',
      '  CMD ["node", "-e", "0"]',
      'CMD ["node", "dist/main.js"]',
    ].join('\n');
    expect(stagesOf(text)).toEqual([
      {
        name: 'build',
        base: 'node:24-slim',
        steps: [
          { kind: 'workdir', folder: '/app' },
          { kind: 'copy', copy: { from: null, sources: ['a.json', 'b.json'], target: './' } },
          { kind: 'run', command: 'npm ci' },
        ],
        command: null,
        healthcheck: null,
      },
      {
        name: null,
        base: 'node:24-slim',
        steps: [
          { kind: 'env', values: { A: '1', B: 'two' } },
          { kind: 'copy', copy: { from: 'build', sources: ['/app/dist'], target: './dist' } },
        ],
        command: ['node', 'dist/main.js'],
        healthcheck: ['node', '-e', '0'],
      },
    ]);
  });

  test('with an instruction that is not known is refused', () => {
    expect(() => stagesOf('FROM node\nADD a b')).toThrow('ADD is not understood');
  });

  test('of ours checks its own health without a program that the image lacks', () => {
    const last = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8')).at(-1);
    expect([last?.command?.[0], last?.healthcheck?.[0]]).toEqual(['node', 'node']);
  });
});

describe('.dockerignore', () => {
  const isIgnored = ignoredBy(
    ['# a word', '*', '!src', '!package.json', '**/*.test.ts', '!/docs/', 'docs/*.png'].join('\n'),
  );
  test.each([
    ['src/app/main.ts', false],
    ['src/app/main.test.ts', true],
    ['main.test.ts', true],
    ['package.json', false],
    ['package-lock.json', true],
    ['node_modules/a/package.json', true],
    ['docs/api.md', false],
    ['docs/images/a.png', false],
    ['docs/a.png', true],
  ])('of %s: %s', (path, ignored) => {
    expect(isIgnored(path)).toBe(ignored);
  });
});
