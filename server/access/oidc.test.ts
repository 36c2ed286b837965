/** Signing in over real sockets: damaged cookies, many pages at once, refusals, groups as providers write them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { startTestProvider, type TestProvider } from '../testing/provider.ts';

let identity: TestProvider;
let gateway: TestGateway;
const page = { accept: 'text/html' };

/** The cookies of one browser. */
class Jar {
  readonly cookies = new Map<string, string>();

  async get(path: string): Promise<Response> {
    const header = this.header();
    const response = await gateway.get(path, { ...page, ...(header === '' ? {} : { cookie: header }) });
    this.take(response);
    return response;
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

const placeOf = (response: Response) => response.headers.get('location') ?? '';

async function signIn(jar: Jar, to = '/flows/abc'): Promise<Response> {
  const left = await jar.get(`/auth/sign-in?to=${encodeURIComponent(to)}`);
  return jar.get(identity.wayBack(placeOf(left)));
}

beforeAll(async () => {
  identity = await startTestProvider();
  gateway = await startTestGateway({
    env: {
      ACCESS: 'oidc',
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: identity.clientId,
      OIDC_CLIENT_SECRET: identity.clientSecret,
      OIDC_GROUP: 'ops',
      UNMASK_GROUP: 'support/Ομάδα',
      SESSION_SECRET: 'session-secret-of-32-characters-ok',
      PUBLIC_URL: 'https://cascade.example',
    },
  });
});
afterAll(async () => {
  await gateway.close();
  await identity.close();
});
beforeEach(() => {
  Object.assign(identity.says, { claims: { name: 'Maria', groups: ['ops'] }, key: 'own', refusal: null });
});

test('in and back to the page, by a cookie for this host alone that scripts cannot read', async () => {
  const jar = new Jar();
  const response = await signIn(jar);
  expect([response.status, placeOf(response)]).toEqual([302, '/flows/abc']);
  const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-cascade=')) ?? '';
  for (const attribute of [/; HttpOnly/, /; Secure/, /; SameSite=Lax/, /; Path=\/(;|$)/])
    expect(line).toMatch(attribute);
  expect(line).not.toMatch(/Domain=/i);
  expect((await jar.get('/api/config')).status).toBe(200);
  expect(gateway.log()).toMatch(/"path":"\/api\/config","status":200,.*"user":"Maria","sub":"sub-1"/);
});

describe('a damaged cookie', () => {
  const seal = (cookie: string) => [
    '*******',
    'Fe26.2*1*deadbeef*x*y**z*a~2',
    '%',
    '%E0%A4%A',
    '"',
    '{}',
    'null',
    '~2',
    '*'.repeat(200),
    'Fe26.2*******',
    cookie.slice(0, -9),
    cookie.slice(9),
    cookie.replace('Fe26.2', 'Fe26.9'),
    cookie.replaceAll('*', '**'),
    cookie.replace('~2', '~1'),
    [...cookie].toReversed().join(''),
  ];

  test('is dropped, and signing in works', async () => {
    const whole = new Jar();
    await signIn(whole);
    for (const value of seal(whole.cookies.get('__Host-cascade') ?? '')) {
      const jar = new Jar();
      jar.cookies.set('__Host-cascade', value);
      for (let place = 0; place < 6; place += 1) jar.cookies.set(`__Secure-cascade-sign-in-${place}`, value);
      const first = await gateway.get('/flows/abc', { ...page, cookie: jar.header() });
      expect([value, first.status]).toEqual([value, 302]);
      expect(first.headers.getSetCookie().join()).toMatch(/__Host-cascade=;.*Max-Age=0/);
      const back = await signIn(jar);
      expect([value, back.status, placeOf(back)]).toEqual([value, 302, '/flows/abc']);
      expect((await jar.get('/api/config')).status).toBe(200);
    }
  });

  test('two hundred at once leave nothing stuck', async () => {
    const values = seal('Fe26.2*1*a*b*c*1*d*e~2');
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        gateway.get('/api/config', { cookie: `__Host-cascade=${values[at % values.length]}` }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    await Promise.all(answers.map((answer) => answer.text()));
    expect((await signIn(new Jar())).status).toBe(302);
    expect((await gateway.get('/healthz')).status).toBe(200);
  });
});

describe('thirty pages at once', () => {
  test('that begin before any cookie is there all arrive', async () => {
    const jar = new Jar();
    const to = Array.from({ length: 30 }, (_, at) => `/flows/${at}`);
    const left = await Promise.all(to.map((path) => gateway.get(`/auth/sign-in?to=${path}`, page)));
    for (const answer of left) jar.take(answer);
    expect(jar.cookies.size).toBeLessThanOrEqual(6);
    expect(jar.header().length).toBeLessThan(7000);
    const arrived: string[] = [];
    for (const answer of left) {
      let back = await jar.get(identity.wayBack(placeOf(answer)));
      if (placeOf(back).startsWith(identity.issuer)) back = await jar.get(identity.wayBack(placeOf(back)));
      arrived.push(placeOf(back));
    }
    expect(arrived).toEqual(to);
  });

  test('one after the other: the newest are kept', async () => {
    const jar = new Jar();
    const left: string[] = [];
    for (let at = 0; at < 30; at += 1) left.push(placeOf(await jar.get(`/auth/sign-in?to=/flows/${at}`)));
    expect(jar.cookies.size).toBeLessThanOrEqual(6);
    const back = await jar.get(identity.wayBack(left.at(-4) ?? ''));
    expect([back.status, placeOf(back)]).toEqual([302, '/flows/26']);
  });

  test('a browser that keeps no cookies is not sent round for ever', async () => {
    let back = await gateway.get('/auth/sign-in', page);
    let rounds = 0;
    while (back.status === 302 && rounds < 10) {
      back = await gateway.get(identity.wayBack(placeOf(back)), page);
      rounds += 1;
    }
    expect([back.status, rounds]).toEqual([400, 3]);
  });
});

test.each([
  ['access_denied', 403, 'denied access'],
  ['login_required', 403, 'sign in there first'],
  ['consent_required', 403, 'your consent'],
  ['temporarily_unavailable', 503, 'for the moment'],
  ['server_error', 502, 'went wrong there'],
  ['invalid_scope', 502, 'set up wrongly'],
  ['constructor', 502, 'set up wrongly'],
  ['<b>bold</b>', 502, '&lt;b&gt;'],
])('the provider says %s', async (error, status, words) => {
  const jar = new Jar();
  const left = await jar.get('/auth/sign-in?to=/flows/abc');
  const answer = { error, error_description: 'because of maria@example.com' };
  const back = await jar.get(identity.wayBack(placeOf(left), answer));
  const text = await back.text();
  expect(back.status).toBe(status);
  expect(text).toContain(words);
  expect(text).not.toMatch(/did not answer|<b>/);
  expect(gateway.log()).toContain(`"error":"${error}"`);
  expect(gateway.log()).not.toContain('maria@example.com');
});

test('the token endpoint refuses our credentials: the log says so', async () => {
  identity.says.refusal = { status: 401, body: { error: 'invalid_client', error_description: 'bad secret' } };
  const back = await signIn(new Jar());
  expect(back.status).toBe(502);
  expect(await back.text()).toContain('set up wrongly');
  expect(gateway.log()).toContain('"error":"invalid_client"');
});

test('an ID token that somebody else signed is refused', async () => {
  identity.says.key = 'other';
  const jar = new Jar();
  const back = await signIn(jar);
  expect(back.status).toBe(502);
  expect(await back.text()).toContain('not valid');
  expect(jar.cookies.has('__Host-cascade')).toBe(false);
});

describe('groups', () => {
  const entra = { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph.example' } } };
  test.each<[name: string, claims: object, isIn: boolean, words: string | null]>([
    ['Keycloak’s path', { groups: ['/ops'] }, true, null],
    ['one text', { groups: 'ops' }, true, null],
    ['odd items', { groups: ['ops', null, 7, {}] }, true, null],
    ['a path below another group', { groups: ['/sales/ops'] }, false, '“/sales/ops”'],
    ['another', { groups: ['opsx', null] }, false, '1 of the items'],
    ['none', { groups: [] }, false, 'named no group'],
    ['no claim', {}, false, 'no claim “groups”'],
    ['Entra, too many', entra, false, 'too many'],
    ['Entra, hasgroups', { hasgroups: true }, false, 'too many'],
    ['Entra, hasgroups as text', { hasgroups: 'true' }, false, 'too many'],
    ['a name with markup', { groups: ['<i>'] }, false, '&lt;i&gt;'],
  ])('%s', async (_name, claims, isIn, words) => {
    identity.says.claims = { name: 'Maria', ...claims };
    const back = await signIn(new Jar());
    expect(back.status).toBe(isIn ? 302 : 403);
    if (words !== null) expect(await back.text()).toContain(words);
  });

  test('what came is in the log', async () => {
    identity.says.claims = { name: 'Nikos', groups: ['/other', null] };
    await signIn(new Jar());
    const came = '"came":{"groups":["/other"],"count":1,"oddItems":1,"state":"given"}';
    expect(gateway.log()).toContain(`"user":"Nikos","sub":"sub-1","isMember":false,${came}`);
  });

  test('a nested Greek group unmasks by its path', async () => {
    identity.says.claims = { name: 'Maria', groups: ['/ops', '/support/Ομάδα'] };
    const jar = new Jar();
    await signIn(jar);
    expect(await (await jar.get('/api/config')).json()).toMatchObject({ mask: 'toggle' });
  });
});
