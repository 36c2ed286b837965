/** Nothing of ours comes back: every spelling in own-secrets.cases.json, in every shape of an answer, over real sockets. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { startUpstream, type Upstream } from '../testing/upstream.ts';
import cases from './own-secrets.cases.json';
import { OwnSecrets } from './own-secrets.ts';

const token = 'stub-token-77';

function hexOf(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}
function each(text: string, write: (character: string) => string): string {
  return [...text].map(write).join('');
}
const base64 = (text: string) => Buffer.from(text).toString('base64');
const names: Record<string, string> = { '.': 'period', '-': 'hyphen', _: 'lowbar', ':': 'colon', '=': 'equals' };
const escaped = (text: string) => each(text, (character) => `\\u${hexOf(character, 4)}`);
const percented = (text: string) => each(text, (character) => `%${hexOf(character, 2).toUpperCase()}`);

const encode: Record<string, (text: string) => string> = {
  plain: (text) => text,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  cut: (text) => text.slice(0, Math.ceil(text.length * 0.75)),
  cutShort: (text) => text.slice(0, 9),
  tail: (text) => text.slice(-12),
  middle: (text) => text.slice(1, 13),
  json: escaped,
  jsonSome: (text) => each(text, (character) => (/[aeiou-]/.test(character) ? escaped(character) : character)),
  jsonUpper: (text) => escaped(text).replace(/[a-f]/g, (digit) => digit.toUpperCase()),
  jsonTwice: (text) => escaped(text).replaceAll('\\', '\\\\'),
  jsonSlashes: (text) => text.replaceAll('/', '\\/'),
  javascript: (text) => each(text, (character) => `\\\\x${hexOf(character, 2)}`),
  url: percented,
  urlSome: (text) => each(text, (character) => (/[\w]/.test(character) ? character : percented(character))),
  urlLower: (text) => percented(text).toLowerCase(),
  urlTwice: (text) => percented(text).replaceAll('%', '%25'),
  html: (text) => each(text, (character) => `&#${character.charCodeAt(0)};`),
  htmlHex: (text) => each(text, (character) => `&#x${hexOf(character, 2)};`),
  htmlNamed: (text) => each(text, (character) => (names[character] ? `&${names[character]};` : character)),
  htmlOpen: (text) => each(text, (character) => `&#${character.charCodeAt(0)} `).replaceAll(' ', ''),
  base64,
  base64url: (text) => Buffer.from(text).toString('base64url'),
  base64Within: (text) => base64(`authorization: Bearer ${text}\r\n`),
  base64After1: (text) => base64(`x${text}`),
  base64After2: (text) => base64(`xy${text}`),
  base64Cut: (text) => base64(text).slice(0, 12),
  base64Lines: (text) => base64(`Bearer ${text}`).replace(/(.{8})/g, '$1\\n'),
  base64Upper: (text) => base64(text).toUpperCase(),
  jsonUrl: (text) => percented(text).replaceAll('%', '\\u0025'),
  urlHtml: (text) => percented(each(text, (character) => `&#${character.charCodeAt(0)};`)),
  base64Json: (text) => each(base64(text), (character) => escaped(character)),
};

let upstream: Upstream;
let gateway: TestGateway;
const answers = new Map<string, { status: number; type: string; body: string }>();
beforeAll(async () => {
  upstream = await startUpstream((request, response) => {
    const answer = answers.get(request.url?.split('/').at(-1) ?? '');
    response.writeHead(answer?.status ?? 500, { 'content-type': answer?.type ?? 'text/plain' }).end(answer?.body);
  });
  gateway = await startTestGateway({ upstream: upstream.url });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

function ours(): [string, string][] {
  return [
    ['the token', token],
    ['the secret', account.secret],
    ['our Basic credentials', base64(`${account.id}:${account.secret}`)],
    ['the host', new URL(upstream.url).host],
  ];
}

/** Parts of a host's address are anybody's. */
const ofAHost = (name: string) => !/^(cut|tail|middle|base64Cut)/.test(name);

describe.each(cases.shapes)('$name', ({ status, type, body }) => {
  test.each(cases.encodings)('%s', async (name) => {
    const write = encode[name];
    if (write === undefined) throw new Error(`No encoding ${name}`);
    await Promise.all(
      ours().map(async ([what, secret]) => {
        if (what === 'the host' && !ofAHost(name)) return;
        const written = write(secret);
        const id = `${answers.size}`;
        answers.set(id, { status, type, body: body.replace('{{it}}', () => written) });
        const response = await gateway.get(`/api/failover/tracking/${id}`);
        const text = (await response.text()).toLowerCase();
        const decoded = JSON.stringify(JSON.parse(text));
        const headers = JSON.stringify([...response.headers]).toLowerCase();
        for (const form of [written.toLowerCase(), secret.toLowerCase()]) {
          for (const place of [text, decoded, headers]) expect(place, what).not.toContain(form);
        }
      }),
    );
  });
});

const someAccount = {
  appId: 'shop-5b223c27e4b0',
  appSecret: 'kLmN0pQrSt',
  apiUrl: 'https://connect.routee.net',
  authUrl: 'https://auth.routee.net',
};

test('what is not ours stays byte for byte', async () => {
  const secrets = new OwnSecrets(someAccount);
  secrets.addToken('9f8e7d6c-5b4a-4392-8170-615243342516');
  const record = Buffer.from(
    JSON.stringify({
      applicationId: someAccount.appId,
      label: 'https://www.routee.net/a?b=%2B30&amp;c=\\u0041 \u0000',
      trackingId: '30830fad-21ed-49b0-89d0-bbada2fd5640',
      text: 'Γειά σου, αυτό είναι ένα τεστ\r\n'.repeat(20_000),
    }),
  );
  expect(await secrets.struck(record)).toBe(record);
});

test('recent tokens are struck as the current one is, and those long gone are forgotten', async () => {
  const secrets = new OwnSecrets(someAccount);
  const tokens = Array.from({ length: 12 }, (_, index) =>
    `${index}${'abcdefghij'[index % 10]}-token-of-the-day-${index}`.padStart(30, `q${index}`),
  );
  for (const each of tokens) secrets.addToken(each);
  for (const each of tokens.slice(-8)) {
    expect((await secrets.struck(Buffer.from(`"${each}"`))).toString()).toBe('"•••"');
  }
});

test('the hosts of the vendor are struck, whole or cut, and its other addresses are not', async () => {
  const secrets = new OwnSecrets(someAccount);
  const text = 'https://connect.routee.net/x AUTH.ROUTEE.NET connect.routee.n www.routee.net routee.net connect';
  expect((await secrets.struck(Buffer.from(text))).toString()).toBe(
    'https://•••/x ••• ••• www.routee.net routee.net connect',
  );
});

test('wherever a secret stands in a large answer, across blocks too, it is found', async () => {
  const secrets = new OwnSecrets(someAccount);
  const large = Buffer.alloc(700_000, 'x');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.nat(699_000), fc.integer({ min: 262_100, max: 262_200 }), fc.integer({ min: 524_200, max: 524_300 })),
      fc.constantFrom<(text: string) => string>((text) => text, escaped, percented, base64),
      async (at, write) => {
        const written = write(someAccount.appSecret);
        const bytes = Buffer.from(large);
        bytes.write(written, at);
        const text = (await secrets.struck(bytes)).toString('latin1');
        expect(text).not.toContain(written.slice(0, 40));
      },
    ),
    { numRuns: 30 },
  );
});

test('a large answer that is full of escapes lets others have their turn', async () => {
  const secrets = new OwnSecrets(someAccount);
  const bytes = Buffer.from(`"${'\\u0041%41&#65;'.repeat(200_000)}"`);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await secrets.struck(bytes);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});
