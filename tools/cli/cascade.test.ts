import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRun } from '#contract/demo-run.ts';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { account, startTestGateway, type TestGateway } from '#server/testing/gateway.ts';
import manifest from '../../package.json' with { type: 'json' };
import { type BuiltCli, buildCli } from './testing/built.ts';

const sample = 'emulator/samples/vendor-viber-then-sms.json';
const unknownId = '00000000-0000-4000-8000-000000000000';

let cli: BuiltCli;
let gateway: TestGateway;
let toGateway: NodeJS.ProcessEnv;
let toRoutee: NodeJS.ProcessEnv;

beforeAll(async () => {
  [cli, gateway] = await Promise.all([buildCli(), startTestGateway()]);
  toGateway = { CASCADE_URL: gateway.url };
  toRoutee = {
    ROUTEE_APP_ID: account.id,
    ROUTEE_APP_SECRET: account.secret,
    ROUTEE_API_URL: gateway.emulator.url,
    ROUTEE_AUTH_URL: gateway.emulator.authUrl,
  };
});

afterAll(async () => {
  await gateway?.close();
  cli?.remove();
});

function idOf(slug: string): string {
  const found = scenarios.find((scenario) => scenario.slug === slug);
  if (found === undefined) throw new Error(`no scenario ${slug}`);
  return found.trackingId;
}

describe('exit status', () => {
  test.each([
    ['viber-first-try', 0],
    ['price-does-not-add-up', 1],
    ['three-channels-all-fail', 2],
    ['three-channels-sms-partly', 2],
    ['succeeded-without-delivery', 2],
    ['in-progress-for-days', 2],
    ['delivered-not-a-viber-user', 2],
    ['voice-answered-by-machine', 2],
  ])('%s ends with %i, by a gateway and by Routee itself', async (slug, status) => {
    for (const env of [toGateway, toRoutee]) {
      const ended = await cli.run(['explain', idOf(slug)], { env });
      expect(ended).toMatchObject({ status, stderr: '' });
      expect(ended.stdout).toContain(idOf(slug));
    }
  });

  test('an ID that nobody knows ends with 3, and says so in the catalogue’s words', async () => {
    for (const env of [toGateway, toRoutee]) {
      const { status, stdout, stderr } = await cli.run(['explain', unknownId, '--lang', 'el'], { env });
      expect([status, stdout]).toEqual([3, '']);
      expect(stderr).toContain('Routee');
      expect(stderr).toMatch(/[α-ω]/);
    }
  });

  test.each([
    ['no command', [], {}],
    ['another command', ['explode', 'x'], {}],
    ['an option that is none', ['explain', '--colour', 'x'], {}],
    ['no ID', ['explain'], {}],
    ['nobody to ask', ['explain', unknownId], {}],
    ['a gateway that is away', ['explain', unknownId], { CASCADE_URL: 'http://127.0.0.1:1' }],
    ['a key that would go about unencrypted', ['explain', 'x'], { CASCADE_URL: 'http://a.example', CASCADE_KEY: 'k' }],
    ['half an account', ['explain', 'x'], { ROUTEE_APP_ID: 'a' }],
    ['a word that is no ID', ['explain', 'a/b'], {}],
    ['a folder', ['explain', 'docs'], {}],
    ['a language that is none', ['explain', '--lang', 'xx', sample], {}],
    ['a zone that is none', ['explain', '--zone', 'Mars/Base', sample], {}],
    ['JSON that is no record', ['explain', 'package.json'], {}],
  ])('%s ends with 4', async (_name, words, env) => {
    const { status, stdout, stderr } = await cli.run(words, { env });
    expect([status, stdout]).toEqual([4, '']);
    expect(stderr).not.toContain('    at ');
    expect(stderr.trim()).not.toBe('');
  });

  test('a gateway that lets nobody else in lets a key in', async () => {
    const key = 'cascade_0123456789abcdef0123456789abcdef';
    const API_KEYS = JSON.stringify([{ name: 'cli', sha256: createHash('sha256').update(key).digest('hex') }]);
    const env = { ACCESS: 'proxy', PROXY_ADDRESS: '10.9.9.9', PROXY_USER_HEADER: 'x-user', API_KEYS };
    const closed = await startTestGateway({ env });
    try {
      const explain = ['explain', idOf('viber-first-try')];
      const [without, withKey] = await Promise.all([
        cli.run(explain, { env: { CASCADE_URL: closed.url } }),
        cli.run(explain, { env: { CASCADE_URL: closed.url, CASCADE_KEY: key } }),
      ]);
      expect([without.status, withKey.status]).toEqual([4, 0]);
    } finally {
      await closed.close();
    }
  });

  test('of many IDs on standard input the highest counts, and answers keep their order', async () => {
    const ids = [idOf('price-does-not-add-up'), unknownId, idOf('viber-first-try')];
    const stdin = `${ids.join('\r\n')}\n\n`;
    const { status, stdout } = await cli.run(['explain', '--json', '-'], { env: toGateway, stdin });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(3);
    expect(lines.map(({ asked, exitStatus }) => [asked, exitStatus])).toEqual([
      [ids[0], 1],
      [ids[1], 3],
      [ids[2], 0],
    ]);
    expect(lines[1].problem.code).toBe('not-found');
  });
});

describe('text', () => {
  test.each([
    ['english', []],
    ['greek', ['--lang', 'el', '--zone', 'Europe/Athens']],
    ['json', ['--json', '--mask']],
  ])('of the vendor’s sample, %s', async (name, options) => {
    const { stdout } = await cli.run(['explain', sample, ...options]);
    await expect(stdout).toMatchFileSnapshot(`golden/vendor-sample-${name}.txt`);
  });

  test('is the same from a file, from standard input and, masked, without a recipient', async () => {
    const stdin = readFileSync(sample, 'utf8');
    const [file, piped, masked] = await Promise.all([
      cli.run(['explain', sample]),
      cli.run(['explain', '-'], { stdin }),
      cli.run(['explain', '--mask', idOf('recipient-differs')], { env: toGateway }),
    ]);
    expect(piped).toEqual(file);
    const open = await cli.run(['explain', idOf('recipient-differs')], { env: toGateway });
    const numbers = [...new Set(open.stdout.match(/\+\d{8,}/g))];
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers.filter((number) => masked.stdout.includes(number))).toEqual([]);
  });

  test('carries nothing that moves the cursor, whatever the record holds', async () => {
    const hostile = {
      trackingId: 'a\u001b[2J',
      status: 'Succ\u0007\u202eeeded',
      messages: [{ type: '\u009b31mViber', status: '\u001b]0;x\u0007' }],
    };
    const { stdout } = await cli.run(['explain', '-'], { stdin: JSON.stringify(hostile) });
    expect(stdout).not.toBe('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

test('watch follows a running flow to its end', async () => {
  const watched = ['watch', newRun(idOf('running-quick')), '--every', '0.5', '--json'];
  const { status, stdout } = await cli.run(watched, { env: toGateway });
  const seen = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).running);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.slice(0, -1)).not.toContain(false);
  expect(seen.at(-1)).toBe(false);
  expect(status).toBe(0);
});

test('watch ends at once where no such flow is known', async () => {
  expect(await cli.run(['watch', unknownId], { env: toGateway })).toMatchObject({ status: 3, stdout: '' });
});

test('--help and --version answer at once', async () => {
  expect(await cli.run(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  const { status, stdout } = await cli.run(['--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: cascade explain/);
});

test('the built program takes none of the browser’s libraries along, and little to say --help', () => {
  const names = readdirSync(cli.folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?js$/.test(name));
  const files = names.map((name) => readFileSync(join(cli.folder, name), 'utf8'));
  const packages = files.flatMap((code) =>
    [...code.matchAll(/\bfrom\s*"([^."][^"]*)"/g)].map((match) => match[1] ?? ''),
  );
  expect(packages).toContain('lossless-json');
  expect(packages.filter((name) => /react|base-ui|tanstack|recharts|tinykeys|^fastify$/.test(name))).toEqual([]);
  expect(files.filter((code) => /react\.element|createRoot/.test(code))).toEqual([]);
  expect(statSync(join(cli.folder, 'cascade.mjs')).size).toBeLessThan(16 * 1024);
});
